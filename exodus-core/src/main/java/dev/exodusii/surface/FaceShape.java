package dev.exodusii.surface;

import dev.exodusii.topology.Topology;
import java.util.Arrays;

/// One face of a kind of element: which of the element's nodes go round it, which lie inside, and how it falls into
/// triangles.
///
/// @param tiling  how
/// @param outline node indexes in an element: the corners, each followed by the nodes on the edge to the next one
/// @param inside  node indexes in an element of those inside, as far as they are used
record FaceShape(Tiling tiling, int[] outline, int[] inside) {

    /// How a face falls into triangles.
    enum Tiling {
        /// Any polygon without nodes inside.
        POLYGON,
        /// Three corners and the nodes between them: four triangles.
        SIX,
        /// Four corners and the nodes between them: six triangles.
        EIGHT,
        /// A node in the centre, joined with all around.
        FAN,
        /// Sixteen nodes, four in each row: nine quadrilaterals.
        GRID
    }

    private static final int GRID_OUTLINE = 12;
    private static final int GRID_INSIDE = 4;

    /// The face of an element that is one of its sides.
    static FaceShape ofSide(Topology topology, int side, boolean withMidSideNodes) {
        int[] nodes = topology.sideNodes(side);
        return of(topology, nodes, topology.sideCornerCount(side), topology.sideEdges(side), withMidSideNodes);
    }

    /// The face that is a flat element itself.
    static FaceShape ofElement(Topology topology, boolean withMidSideNodes) {
        int[] nodes = new int[topology.nodeCount()];
        int[] edges = new int[topology.cornerCount()];
        Arrays.setAll(nodes, i -> i);
        Arrays.setAll(edges, i -> i);
        return of(topology, nodes, topology.cornerCount(), edges, withMidSideNodes);
    }

    private static FaceShape of(Topology topology, int[] nodes, int corners, int[] edges, boolean withMidSideNodes) {
        IntList outline = new IntList(nodes.length);
        for (int i = 0; i < corners; i++) {
            outline.add(nodes[i]);
            if (withMidSideNodes) {
                addBetween(topology.edgeNodes(edges[i]), nodes[i], outline);
            }
        }
        int[] around = outline.toArray();
        IntList inside = new IntList(GRID_INSIDE);
        for (int i = corners; i < nodes.length && withMidSideNodes; i++) {
            if (!contains(around, nodes[i])) {
                inside.add(nodes[i]);
            }
        }
        Tiling tiling = tiling(corners, around.length, inside.size());
        return new FaceShape(tiling, around,
                tiling == Tiling.FAN || tiling == Tiling.GRID ? inside.toArray() : new int[0]);
    }

    private static void addBetween(int[] edge, int from, IntList outline) {
        if (edge[0] == from) {
            for (int i = 2; i < edge.length; i++) {
                outline.add(edge[i]);
            }
        } else {
            for (int i = edge.length - 1; i >= 2; i--) {
                outline.add(edge[i]);
            }
        }
    }

    private static boolean contains(int[] nodes, int node) {
        for (int other : nodes) {
            if (other == node) {
                return true;
            }
        }
        return false;
    }

    private static Tiling tiling(int corners, int around, int inside) {
        if (inside == 1) {
            return Tiling.FAN;
        }
        if (inside == GRID_INSIDE && around == GRID_OUTLINE && corners == 4) {
            return Tiling.GRID;
        }
        if (corners == 3 && around == 6) {
            return Tiling.SIX;
        }
        return corners == 4 && around == 8 ? Tiling.EIGHT : Tiling.POLYGON;
    }
}
