package dev.exodusii.topology;

import java.util.List;

/// Pyramids: `exodus-format` §3.4, table PYRAMID, one string for each of its columns.
///
/// Side 4 starts at node 1, as in the C library and so in files with distribution factors. The manual has the same
/// cycle from node 4.
final class Pyramids {

    private static final String CORNERS = "1 2 5 | 2 3 5 | 3 4 5 | 1 5 4 | 1 4 3 2";
    private static final String MIDS = "6 11 10 | 7 12 11 | 8 13 12 | 10 13 9 | 9 8 7 6";
    private static final String BASE_CENTRE = "- | - | - | - | 14";
    private static final String CENTRES = "15 | 16 | 17 | 18 | 14";

    private static final String EDGES = "1 2 | 2 3 | 3 4 | 4 1 | 1 5 | 2 5 | 3 5 | 4 5";
    private static final String EDGE_MIDS = "6 | 7 | 8 | 9 | 10 | 11 | 12 | 13";

    static final List<Topology> ALL = List.of(
            pyramid(5, NodeTable.of(CORNERS), NodeTable.of(EDGES)),
            pyramid(13, NodeTable.of(CORNERS, MIDS), NodeTable.of(EDGES, EDGE_MIDS)),
            pyramid(14, NodeTable.of(CORNERS, MIDS, BASE_CENTRE), NodeTable.of(EDGES, EDGE_MIDS)),
            pyramid(18, NodeTable.of(CORNERS, MIDS, CENTRES), NodeTable.of(EDGES, EDGE_MIDS)),
            pyramid(19, NodeTable.of(CORNERS, MIDS, CENTRES), NodeTable.of(EDGES, EDGE_MIDS)));

    private Pyramids() {}

    private static Topology pyramid(int nodeCount, int[][] faces, int[][] edges) {
        return Solids.solid(Family.PYRAMID, nodeCount, faces, edges);
    }
}
