package dev.exodusii.topology;

import java.util.List;

/// Wedges, three quadrilaterals and then two triangles: `exodus-format` §3.4, table WEDGE, one string for each column.
final class Wedges {

    private static final String CORNERS = "1 2 5 4 | 2 3 6 5 | 1 4 6 3 | 1 3 2 | 4 5 6";
    private static final String MIDS = "7 11 13 10 | 8 12 14 11 | 10 15 12 9 | 9 8 7 | 13 14 15";
    private static final String CENTRES_18 = "16 | 17 | 18 | - | -";
    private static final String CENTRES_20 = "20 | 18 | 19 | 16 | 17";
    private static final String CENTRES_21 = "21 | 19 | 20 | 17 | 18";
    private static final String MIDS_12 = "7 10 | 8 11 | 9 12 | 9 8 7 | 10 11 12";
    private static final String MIDS_24 = "7 8 14 17 20 19 16 13 | 9 10 15 18 22 21 17 14 | 13 16 24 23 18 15 11 12 "
            + "| 12 11 10 9 8 7 | 19 20 21 22 23 24";
    private static final String INTERIOR_52 = "29 30 40 39 | 31 32 42 41 | 34 33 43 44 | 28 27 26 25 | 49 50 51 52";

    private static final String EDGES = "1 2 | 2 3 | 3 1 | 4 5 | 5 6 | 6 4 | 1 4 | 2 5 | 3 6";
    private static final String EDGE_MIDS = "7 | 8 | 9 | 13 | 14 | 15 | 10 | 11 | 12";
    private static final String EDGE_MIDS_12 = "7 | 8 | 9 | 10 | 11 | 12 | - | - | -";
    // The lists of WEDGE24's sides say where its nodes are.
    private static final String EDGE_MIDS_24 = "7 8 | 9 10 | 11 12 | 19 20 | 21 22 | 23 24 | 13 16 | 14 17 | 15 18";

    static final List<Topology> ALL = List.of(
            wedge(6, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            wedge(12, NodeTable.of(CORNERS, MIDS_12), NodeTable.of(EDGES, EDGE_MIDS_12)),
            wedge(15, NodeTable.of(CORNERS, MIDS), NodeTable.of(EDGES, EDGE_MIDS)),
            wedge(16, NodeTable.of(CORNERS, MIDS), NodeTable.of(EDGES, EDGE_MIDS)),
            wedge(18, NodeTable.of(CORNERS, MIDS, CENTRES_18), NodeTable.of(EDGES, EDGE_MIDS)),
            wedge(20, NodeTable.of(CORNERS, MIDS, CENTRES_20), NodeTable.of(EDGES, EDGE_MIDS)),
            wedge(21, NodeTable.of(CORNERS, MIDS, CENTRES_21), NodeTable.of(EDGES, EDGE_MIDS)),
            wedge(24, NodeTable.of(CORNERS, MIDS_24), NodeTable.of(EDGES, EDGE_MIDS_24)),
            wedge(52, NodeTable.of(CORNERS, MIDS_24, INTERIOR_52), NodeTable.of(EDGES, EDGE_MIDS_24)));

    private Wedges() {}

    private static Topology wedge(int nodeCount, int[][] faces, int[][] edges) {
        return Solids.solid(Family.WEDGE, nodeCount, faces, edges);
    }
}
