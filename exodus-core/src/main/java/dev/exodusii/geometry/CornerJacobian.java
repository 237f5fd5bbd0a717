package dev.exodusii.geometry;

import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import java.util.Arrays;

/// The determinants of an element's Jacobian at its corners, up to positive factors: the triple products of the tangents
/// of the edges that meet there, or their cross products in the plane. All are positive in a sound element; one that is
/// not says that the element is turned inside out there.
///
/// Only corners are looked at. Of quadratic and cubic elements, the tangents follow the nodes on the edges, so that such
/// a node that is moved past a corner shows. Nodes are in the order of `exodus-format` §3. Immutable.
public final class CornerJacobian {

    private static final int[][] TRI = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}};
    private static final int[][] QUAD = {{0, 1, 3}, {1, 2, 0}, {2, 3, 1}, {3, 0, 2}};
    private static final int[][] TET = {{0, 1, 2, 3}, {1, 2, 0, 3}, {2, 0, 1, 3}, {3, 0, 2, 1}};
    private static final int[][] PYRAMID = {{0, 1, 3, 4}, {1, 2, 0, 4}, {2, 3, 1, 4}, {3, 0, 2, 4}};
    private static final int[][] WEDGE = {{0, 1, 2, 3}, {1, 2, 0, 4}, {2, 0, 1, 5}, {3, 5, 4, 0}, {4, 3, 5, 1},
        {5, 4, 3, 2}};
    private static final int[][] HEX = {{0, 1, 3, 4}, {1, 2, 0, 5}, {2, 3, 1, 6}, {3, 0, 2, 7}, {4, 7, 5, 0},
        {5, 4, 6, 1}, {6, 5, 7, 2}, {7, 6, 4, 3}};
    private static final int[][] NONE = {};

    private final int[][] corners;
    /// For each corner and neighbour the neighbour, then the nodes between, from the corner on.
    private final int[][][] edges;
    private final int nodes;

    private CornerJacobian(int[][] corners, int[][][] edges) {
        this.corners = corners;
        this.edges = edges;
        this.nodes = Arrays.stream(edges).flatMap(Arrays::stream).flatMapToInt(Arrays::stream).max().orElse(-1) + 1;
    }

    /// Returns the determinants of a shape.
    ///
    /// @param topology  the shape
    /// @param dimension the number of coordinates of a node
    /// @return without corners where there is no sign: lines, shells in space, polyhedra
    public static CornerJacobian of(Topology topology, int dimension) {
        int[][] corners = dimension == 3 ? solid(topology.family()) : dimension == 2 ? flat(topology.family()) : NONE;
        if (topology.nodeCount() == dimension + 1 && corners.length > 1) {
            // The Jacobian of a straight triangle or tetrahedron is the same everywhere.
            corners = new int[][] {corners[0]};
        }
        int[][][] edges = new int[corners.length][][];
        for (int i = 0; i < corners.length; i++) {
            edges[i] = new int[corners[i].length - 1][];
            for (int j = 0; j < edges[i].length; j++) {
                edges[i][j] = edge(topology, corners[i][0], corners[i][j + 1]);
            }
        }
        return new CornerJacobian(corners, edges);
    }

    private static int[][] solid(Family family) {
        return switch (family) {
            case TET -> TET;
            case PYRAMID -> PYRAMID;
            case WEDGE -> WEDGE;
            case HEX -> HEX;
            default -> NONE;
        };
    }

    private static int[][] flat(Family family) {
        return switch (family) {
            case TRI, TRISHELL -> TRI;
            case QUAD, SHELL -> QUAD;
            default -> NONE;
        };
    }

    private static int[] edge(Topology topology, int from, int to) {
        for (int e = 0; e < topology.edgeCount(); e++) {
            int[] nodes = topology.edgeNodes(e);
            boolean isForwards = nodes[0] == from && nodes[1] == to;
            if (isForwards || nodes[0] == to && nodes[1] == from) {
                int[] edge = new int[nodes.length - 1];
                edge[0] = to;
                for (int i = 1; i < edge.length; i++) {
                    edge[i] = nodes[isForwards ? i + 1 : nodes.length - i];
                }
                return edge;
            }
        }
        return new int[] {to};
    }

    /// Returns the number of corners at which there is a determinant.
    public int size() {
        return corners.length;
    }

    /// Returns the 0-based position of a corner in the element.
    ///
    /// @param corner counts the corners from 0
    /// @return the position
    public int node(int corner) {
        return corners[corner][0];
    }

    /// Returns how many of an element's nodes take part: all up to the last that is needed.
    public int nodes() {
        return nodes;
    }

    /// Computes the determinant at one corner.
    ///
    /// @param corner counts the corners from 0
    /// @param points the coordinates of the element's nodes: x, y and z of each
    /// @return the determinant, in the coordinates' unit to the power of the dimension
    public double at(int corner, double[] points) {
        int o = corners[corner][0];
        int[][] meeting = edges[corner];
        double ax = tangent(o, meeting[0], 0, points);
        double ay = tangent(o, meeting[0], 1, points);
        double bx = tangent(o, meeting[1], 0, points);
        double by = tangent(o, meeting[1], 1, points);
        double z = ax * by - ay * bx;
        if (meeting.length == 2) {
            return z;
        }
        double az = tangent(o, meeting[0], 2, points);
        double bz = tangent(o, meeting[1], 2, points);
        return z * tangent(o, meeting[2], 2, points) + (ay * bz - az * by) * tangent(o, meeting[2], 0, points)
                + (az * bx - ax * bz) * tangent(o, meeting[2], 1, points);
    }

    /// One coordinate of the derivative of the curve through the nodes of an edge, at its beginning.
    private static double tangent(int from, int[] edge, int axis, double[] points) {
        double start = points[3 * from + axis];
        double chord = points[3 * edge[0] + axis] - start;
        return switch (edge.length) {
            case 2 -> 4 * (points[3 * edge[1] + axis] - start) - chord;
            case 3 -> 9 * (points[3 * edge[1] + axis] - start) - 4.5 * (points[3 * edge[2] + axis] - start) + chord;
            default -> chord;
        };
    }
}
