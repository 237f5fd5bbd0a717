package dev.exodusii.geometry;

import dev.exodusii.topology.Family;

/// The determinants of an element's Jacobian at its corners, up to positive factors: the triple products of the edges
/// that meet there, or their cross products in the plane. All are positive in a sound element; one that is not says that
/// the element is turned inside out there.
///
/// Only corners are looked at, also of quadratic elements. Nodes are in the order of `exodus-format` §3. Immutable.
public final class CornerJacobian {

    private static final int[][] TRI = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}};
    private static final int[][] QUAD = {{0, 1, 3}, {1, 2, 0}, {2, 3, 1}, {3, 0, 2}};
    private static final int[][] TET = {{0, 1, 2, 3}};
    private static final int[][] PYRAMID = {{0, 1, 3, 4}, {1, 2, 0, 4}, {2, 3, 1, 4}, {3, 0, 2, 4}};
    private static final int[][] WEDGE = {{0, 1, 2, 3}, {1, 2, 0, 4}, {2, 0, 1, 5}, {3, 5, 4, 0}, {4, 3, 5, 1},
        {5, 4, 3, 2}};
    private static final int[][] HEX = {{0, 1, 3, 4}, {1, 2, 0, 5}, {2, 3, 1, 6}, {3, 0, 2, 7}, {4, 7, 5, 0},
        {5, 4, 6, 1}, {6, 5, 7, 2}, {7, 6, 4, 3}};
    private static final int[][] NONE = {};

    private CornerJacobian() {}

    /// Returns the corners of a shape, each with those that edges join it to.
    ///
    /// @param family    the shape
    /// @param dimension the number of coordinates of a node
    /// @return for each corner its own 0-based position in the element, then those of its neighbours in positive order;
    ///         none where there is no sign: lines, shells in space, polyhedra
    public static int[][] corners(Family family, int dimension) {
        return (dimension == 3 ? solid(family) : dimension == 2 ? flat(family) : NONE).clone();
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
            case TRI -> TRI;
            case QUAD -> QUAD;
            default -> NONE;
        };
    }

    /// Computes the determinant at one corner.
    ///
    /// @param corner a corner from [#corners]
    /// @param points the coordinates of the element's corners: x, y and z of each
    /// @return the determinant, in the coordinates' unit to the power of the dimension
    public static double at(int[] corner, double[] points) {
        int o = 3 * corner[0];
        int a = 3 * corner[1];
        int b = 3 * corner[2];
        double ax = points[a] - points[o];
        double ay = points[a + 1] - points[o + 1];
        double bx = points[b] - points[o];
        double by = points[b + 1] - points[o + 1];
        double z = ax * by - ay * bx;
        if (corner.length == 3) {
            return z;
        }
        int c = 3 * corner[3];
        double az = points[a + 2] - points[o + 2];
        double bz = points[b + 2] - points[o + 2];
        return z * (points[c + 2] - points[o + 2]) + (ay * bz - az * by) * (points[c] - points[o])
                + (az * bx - ax * bz) * (points[c + 1] - points[o + 1]);
    }
}
