package dev.exodusii.topology;

import java.util.List;

/// Hexahedra: `exodus-format` §3.4, table HEX, one string for each of its columns.
final class Hexahedra {

    private static final String CORNERS = "1 2 6 5 | 2 3 7 6 | 3 4 8 7 | 1 5 8 4 | 1 4 3 2 | 5 6 7 8";
    private static final String MIDS =
            "9 14 17 13 | 10 15 18 14 | 11 16 19 15 | 13 20 16 12 | 12 11 10 9 | 17 18 19 20";
    private static final String CENTRES = "26 | 25 | 27 | 24 | 22 | 23";

    // Nodes between the corners in the bottom and the top only. Side 4 starts at node 4, so that the nodes between its
    // corners are on its first and third edge, as on the other sides.
    private static final String CORNERS_16 = "1 2 6 5 | 2 3 7 6 | 3 4 8 7 | 4 1 5 8 | 1 4 3 2 | 5 6 7 8";
    private static final String MIDS_16 = "9 13 | 10 14 | 11 15 | 12 16 | 12 11 10 9 | 13 14 15 16";

    private static final String MIDS_32 = "9 10 18 22 26 25 21 17 | 11 12 19 23 28 27 22 18 | 13 14 20 24 30 29 23 19 "
            + "| 17 21 32 31 24 20 15 16 | 16 15 14 13 12 11 10 9 | 25 26 27 28 29 30 31 32";
    private static final String INTERIOR_64 =
            "37 38 50 49 | 39 40 52 51 | 41 42 54 53 | 44 56 55 43 | 33 36 35 34 | 61 62 63 64";

    private static final String EDGES =
            "1 2 | 2 3 | 3 4 | 4 1 | 5 6 | 6 7 | 7 8 | 8 5 | 1 5 | 2 6 | 3 7 | 4 8";
    private static final String EDGE_MIDS = "9 | 10 | 11 | 12 | 17 | 18 | 19 | 20 | 13 | 14 | 15 | 16";
    private static final String EDGE_MIDS_16 = "9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | - | - | - | -";

    // The cubic ones count their edges in another order.
    private static final String EDGES_32 =
            "1 2 | 2 6 | 6 5 | 5 1 | 4 3 | 3 7 | 7 8 | 8 4 | 1 4 | 2 3 | 6 7 | 5 8";
    private static final String EDGE_MIDS_32 = "9 10 | 18 22 | 26 25 | 21 17 | 14 13 | 19 23 | 29 30 | 24 20 "
            + "| 16 15 | 11 12 | 27 28 | 32 31";

    static final List<Topology> ALL = List.of(
            hex(8, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            // Node 9 is in the centre.
            hex(9, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            // "hexshell": the manual gives its sides corners only and no place for nodes 9 to 12.
            hex(12, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            hex(16, NodeTable.of(CORNERS_16, MIDS_16), NodeTable.of(EDGES, EDGE_MIDS_16)),
            hex(20, NodeTable.of(CORNERS, MIDS), NodeTable.of(EDGES, EDGE_MIDS)),
            hex(27, NodeTable.of(CORNERS, MIDS, CENTRES), NodeTable.of(EDGES, EDGE_MIDS)),
            hex(32, NodeTable.of(CORNERS, MIDS_32), NodeTable.of(EDGES_32, EDGE_MIDS_32)),
            hex(64, NodeTable.of(CORNERS, MIDS_32, INTERIOR_64), NodeTable.of(EDGES_32, EDGE_MIDS_32)));

    private Hexahedra() {}

    private static Topology hex(int nodeCount, int[][] faces, int[][] edges) {
        return Solids.solid(Family.HEX, nodeCount, faces, edges);
    }
}
