package dev.exodusii.surface;

import dev.exodusii.topology.Topology;

/// Where the corners of an element's sides are among its nodes, so that loops over elements need not ask how many a side
/// has.
final class SideCorners {

    /// Stands behind the nodes of a face that has fewer than four different ones. No node has this number.
    static final int NONE = Integer.MAX_VALUE;

    private static final int NODES_OF_SIDE = 4;

    private final int count;
    private final int[] nodes;
    private final int[] masks;

    SideCorners(Topology topology) {
        count = topology.sideCount();
        nodes = new int[NODES_OF_SIDE * count];
        masks = new int[count];
        for (int side = 0; side < count; side++) {
            int corners = topology.sideCornerCount(side);
            for (int i = 0; i < NODES_OF_SIDE; i++) {
                nodes[NODES_OF_SIDE * side + i] = topology.sideNode(side, Math.min(i, corners - 1));
            }
            masks[side] = corners < NODES_OF_SIDE ? NONE : 0;
        }
    }

    /// Returns the number of sides.
    int count() {
        return count;
    }

    /// Returns where a corner of a side is in an element. The last one of a triangle is its fourth as well.
    int node(int side, int corner) {
        return nodes[NODES_OF_SIDE * side + corner];
    }

    /// Returns the bits that make [#NONE] of the fourth corner of a triangle; none for a quadrilateral.
    int mask(int side) {
        return masks[side];
    }
}
