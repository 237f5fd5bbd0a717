package dev.exodusii.transform;

import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the nodes of an element are put in another order, so that one that a mirror has turned inside out is right again: as
/// the mirror image of its shape has them. Done twice it changes nothing.
///
/// It follows from the tables of [Topology]: corners change places, nodes on edges and faces go with them, and a side is what
/// its nodes say. All are indexes, from new to old.
///
/// @param nodes   for each node of the new order its index in the old one
/// @param sides   for each old side the index that it has in the new order
/// @param factors for each new side: for each of its nodes its position among those of the old side
/// @param edges   for each new edge the old one
record Reflection(int[] nodes, int[] sides, int[][] factors, int[] edges) {

    /// Finds the order for a shape.
    ///
    /// @param topology  the shape
    /// @param dimension that of the mesh: lines are turned round only where there is nothing but lines
    /// @return the order, which may be the same; nothing where the tables do not tell where some of the nodes are
    static Optional<Reflection> of(Topology topology, int dimension) {
        return corners(topology.family(), dimension).stream().flatMap(order -> of(topology, order).stream()).findFirst();
    }

    /// Mirror images of the corners; more than one where nodes lie on some edges only.
    private static List<int[]> corners(Family family, int dimension) {
        return switch (family) {
            case SPHERE -> List.of(new int[] {0});
            case BEAM, BAR, SPRING -> List.of(dimension == 1 ? new int[] {1, 0} : new int[] {0, 1});
            case SHELL_LINE -> List.of(dimension == 3 ? new int[] {0, 1} : new int[] {1, 0});
            case TRI, TRISHELL -> List.of(new int[] {0, 2, 1}, new int[] {1, 0, 2});
            case QUAD, SHELL -> List.of(new int[] {0, 3, 2, 1}, new int[] {1, 0, 3, 2});
            case TET -> List.of(new int[] {0, 2, 1, 3});
            case PYRAMID -> List.of(new int[] {0, 3, 2, 1, 4});
            case WEDGE -> List.of(new int[] {0, 2, 1, 3, 5, 4});
            case HEX -> List.of(new int[] {0, 3, 2, 1, 4, 7, 6, 5});
            case NSIDED, NFACED, SUPER, BEZIER, NULL, UNKNOWN -> List.of();
        };
    }

    private static Optional<Reflection> of(Topology topology, int[] corners) {
        int[] nodes = nodes(topology, corners);
        if (nodes == null) {
            return Optional.empty();
        }
        int[] sides = new int[topology.sideCount()];
        int[][] factors = new int[topology.sideCount()][];
        for (int side = 0; side < sides.length; side++) {
            int[] image = image(topology.sideNodes(side), nodes);
            int old = side(topology, image, side);
            if (old < 0) {
                return Optional.empty();
            }
            sides[old] = side;
            factors[side] = positions(image, topology.sideNodes(old));
        }
        int[] edges = new int[topology.edgeCount()];
        for (int edge = 0; edge < edges.length; edge++) {
            edges[edge] = edge(topology, nodes[topology.edgeNodes(edge)[0]], nodes[topology.edgeNodes(edge)[1]], edge);
        }
        return Optional.of(new Reflection(nodes, sides, factors, edges));
    }

    private static int[] image(int[] own, int[] nodes) {
        return Arrays.stream(own).map(node -> nodes[node]).toArray();
    }

    /// @return the order of all nodes, or null where it is not known for some
    private static int @Nullable [] nodes(Topology topology, int[] corners) {
        int[] nodes = new int[topology.nodeCount()];
        Arrays.fill(nodes, -1);
        System.arraycopy(corners, 0, nodes, 0, Math.min(corners.length, nodes.length));
        boolean[] isOnEdge = new boolean[nodes.length];
        for (int edge = 0; edge < topology.edgeCount(); edge++) {
            int[] own = topology.edgeNodes(edge);
            int image = edge(topology, corners[own[0]], corners[own[1]], edge);
            int[] other = image < 0 ? new int[0] : topology.edgeNodes(image);
            if (own.length != other.length) {
                return null;
            }
            for (int i = 2; i < own.length; i++) {
                nodes[own[i]] = other[0] == corners[own[0]] ? other[i] : other[other.length + 1 - i];
                isOnEdge[own[i]] = true;
            }
        }
        for (int side = 0; topology.isSolid() && side < topology.sideCount(); side++) {
            int[] own = inside(topology, side, isOnEdge);
            int[] other = inside(topology, cornerSide(topology, side, corners), isOnEdge);
            // Where several nodes are in the interior of a face, no table says which is where.
            if (own.length != other.length || own.length > 1) {
                return null;
            }
            if (own.length == 1) {
                nodes[own[0]] = other[0];
            }
        }
        return centred(nodes, topology.dimension() == 1);
    }

    /// One node that is on no edge and no face is in the centre. A line has its own nodes between its ends.
    private static int @Nullable [] centred(int[] nodes, boolean isLine) {
        long left = Arrays.stream(nodes).filter(node -> node < 0).count();
        if (left > 1 && !isLine) {
            return null;
        }
        boolean isReversed = nodes.length > 1 && nodes[0] == 1;
        for (int node = 0; node < nodes.length; node++) {
            if (nodes[node] < 0) {
                nodes[node] = isLine && isReversed ? nodes.length + 1 - node : node;
            }
        }
        return nodes;
    }

    private static int[] inside(Topology topology, int side, boolean[] isOnEdge) {
        return side < 0 ? new int[0] : Arrays.stream(topology.sideNodes(side)).skip(topology.sideCornerCount(side))
                .filter(node -> !isOnEdge[node]).toArray();
    }

    private static int cornerSide(Topology topology, int side, int[] corners) {
        int count = topology.sideCornerCount(side);
        int[] wanted = sorted(Arrays.stream(topology.sideNodes(side), 0, count).map(corner -> corners[corner]).toArray());
        for (int other = 0; other < topology.sideCount(); other++) {
            if (topology.sideCornerCount(other) == count
                    && Arrays.equals(wanted, sorted(Arrays.copyOf(topology.sideNodes(other), count)))) {
                return other;
            }
        }
        return -1;
    }

    /// The side with some nodes. Of the two faces of a shell, which have the same, each stays what it is.
    private static int side(Topology topology, int[] nodes, int preferred) {
        int[] wanted = sorted(nodes);
        if (Arrays.equals(wanted, sorted(topology.sideNodes(preferred)))) {
            return preferred;
        }
        for (int side = 0; side < topology.sideCount(); side++) {
            if (Arrays.equals(wanted, sorted(topology.sideNodes(side)))) {
                return side;
            }
        }
        return -1;
    }

    /// The edge between two nodes. Of several between the same, each stays what it is.
    private static int edge(Topology topology, int from, int to, int preferred) {
        int found = -1;
        for (int edge = 0; edge < topology.edgeCount(); edge++) {
            int[] nodes = topology.edgeNodes(edge);
            boolean isIt = nodes[0] == from && nodes[1] == to || nodes[0] == to && nodes[1] == from;
            found = isIt && (found < 0 || edge == preferred) ? edge : found;
        }
        return found;
    }

    private static int[] positions(int[] wanted, int[] among) {
        return Arrays.stream(wanted).map(node -> {
            int at = 0;
            while (among[at] != node) {
                at++;
            }
            return at;
        }).toArray();
    }

    private static int[] sorted(int[] nodes) {
        int[] copy = nodes.clone();
        Arrays.sort(copy);
        return copy;
    }

    /// Tells whether the nodes keep their order, so that nothing changes.
    boolean isIdentity() {
        for (int node = 0; node < nodes.length; node++) {
            if (nodes[node] != node) {
                return false;
            }
        }
        return true;
    }
}
