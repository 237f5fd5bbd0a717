package dev.exodusii.topology;

import java.util.List;

/// Tetrahedra: `exodus-format` §3.4, table TET, one string for each of its columns.
final class Tetrahedra {

    private static final String CORNERS = "1 2 4 | 2 3 4 | 1 4 3 | 1 3 2";
    private static final String MIDS = "5 9 8 | 6 10 9 | 8 10 7 | 7 6 5";
    private static final String CENTRES_8 = "5 | 6 | 8 | 7";
    private static final String CENTRES_14 = "14 | 12 | 13 | 11";
    private static final String MIDS_16 = "5 6 12 15 14 11 | 7 8 13 16 15 12 | 11 14 16 13 9 10 | 10 9 8 7 6 5";
    private static final String INTERIOR_40 = "21 22 32 31 | 23 24 34 33 | 25 35 36 26 | 20 19 18 17";

    private static final String EDGES = "1 2 | 2 3 | 3 1 | 1 4 | 2 4 | 3 4";
    private static final String EDGE_MIDS = "5 | 6 | 7 | 8 | 9 | 10";
    // The lists of TET16's sides say where its nodes are.
    private static final String EDGE_MIDS_16 = "5 6 | 7 8 | 9 10 | 11 14 | 12 15 | 13 16";

    static final List<Topology> ALL = List.of(
            tet(4, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            tet(5, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            // A mixed type with contradictory tables elsewhere (§3.6): its corners are certain.
            tet(7, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            tet(8, NodeTable.of(CORNERS, CENTRES_8), NodeTable.of(EDGES)),
            tet(10, NodeTable.of(CORNERS, MIDS), NodeTable.of(EDGES, EDGE_MIDS)),
            tet(11, NodeTable.of(CORNERS, MIDS), NodeTable.of(EDGES, EDGE_MIDS)),
            tet(14, NodeTable.of(CORNERS, MIDS, CENTRES_14), NodeTable.of(EDGES, EDGE_MIDS)),
            tet(15, NodeTable.of(CORNERS, MIDS, CENTRES_14), NodeTable.of(EDGES, EDGE_MIDS)),
            tet(16, NodeTable.of(CORNERS, MIDS_16), NodeTable.of(EDGES, EDGE_MIDS_16)),
            tet(40, NodeTable.of(CORNERS, MIDS_16, INTERIOR_40), NodeTable.of(EDGES, EDGE_MIDS_16)));

    private Tetrahedra() {}

    private static Topology tet(int nodeCount, int[][] faces, int[][] edges) {
        return Solids.solid(Family.TET, nodeCount, faces, edges);
    }
}
