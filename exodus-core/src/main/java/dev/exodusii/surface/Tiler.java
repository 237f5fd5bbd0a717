package dev.exodusii.surface;

import dev.exodusii.surface.FaceShape.Tiling;

/// Cuts faces into triangles that look the same way as the face.
final class Tiler {

    private static final int AXES = Positions.AXES;
    /// By how much one diagonal must be shorter to be taken instead of the one from the first corner: squares are all cut
    /// the same way, whatever the rounding.
    private static final double SHORTER = 1 - 1e-6;
    /// Rows of a face with sixteen nodes, as places among the nodes round it and, from 12 on, inside.
    private static final int[][] GRID = {{0, 1, 2, 3}, {11, 12, 13, 4}, {10, 15, 14, 5}, {9, 8, 7, 6}};

    private final double[] positions;
    private final IntList triangles;
    private final IntList triangleFaces;
    private final PolygonCutter polygons;

    /// @param positions x, y and z of each node
    Tiler(double[] positions, IntList triangles, IntList triangleFaces) {
        this.positions = positions;
        this.triangles = triangles;
        this.triangleFaces = triangleFaces;
        this.polygons = new PolygonCutter(positions, this);
    }

    /// Cuts one face.
    ///
    /// @param nodes   the nodes of all faces
    /// @param start   where those round the face begin
    /// @param outline how many these are
    /// @param tiling  how to cut
    void cut(int[] nodes, int start, int outline, Tiling tiling, int face) {
        switch (tiling) {
            case POLYGON -> polygon(nodes, start, outline, face);
            case SIX -> {
                add(nodes[start], nodes[start + 1], nodes[start + 5], face);
                add(nodes[start + 1], nodes[start + 2], nodes[start + 3], face);
                add(nodes[start + 5], nodes[start + 3], nodes[start + 4], face);
                add(nodes[start + 1], nodes[start + 3], nodes[start + 5], face);
            }
            case EIGHT -> {
                for (int i = 0; i < 8; i += 2) {
                    add(nodes[start + i], nodes[start + i + 1], nodes[start + (i + 7) % 8], face);
                }
                quadrilateral(nodes[start + 1], nodes[start + 3], nodes[start + 5], nodes[start + 7], face);
            }
            case FAN -> {
                int centre = nodes[start + outline];
                for (int i = 0; i < outline; i++) {
                    add(nodes[start + i], nodes[start + (i + 1) % outline], centre, face);
                }
            }
            case GRID -> {
                for (int row = 0; row < 3; row++) {
                    for (int column = 0; column < 3; column++) {
                        quadrilateral(nodes[start + GRID[row][column]], nodes[start + GRID[row][column + 1]],
                                nodes[start + GRID[row + 1][column + 1]], nodes[start + GRID[row + 1][column]], face);
                    }
                }
            }
        }
    }

    private void polygon(int[] nodes, int start, int outline, int face) {
        if (outline == 3) {
            add(nodes[start], nodes[start + 1], nodes[start + 2], face);
        } else if (outline == 4) {
            quadrilateral(nodes[start], nodes[start + 1], nodes[start + 2], nodes[start + 3], face);
        } else {
            polygons.cut(nodes, start, outline, face);
        }
    }

    /// Cuts along the shorter diagonal, except where that would lie outside.
    private void quadrilateral(int a, int b, int c, int d, int face) {
        boolean isInsideAc = agree(a, b, c, a, c, d);
        boolean isInsideBd = agree(a, b, d, b, c, d);
        boolean isBd = isInsideAc == isInsideBd ? distance(b, d) < SHORTER * distance(a, c) : isInsideBd;
        if (isBd) {
            add(a, b, d, face);
            add(b, c, d, face);
        } else {
            add(a, b, c, face);
            add(a, c, d, face);
        }
    }

    /// Adds a triangle unless it has a node twice.
    void add(int a, int b, int c, int face) {
        if (a != b && b != c && c != a) {
            triangles.add(a);
            triangles.add(b);
            triangles.add(c);
            triangleFaces.add(face);
        }
    }

    private double distance(int p, int q) {
        double x = positions[AXES * p] - positions[AXES * q];
        double y = positions[AXES * p + 1] - positions[AXES * q + 1];
        double z = positions[AXES * p + 2] - positions[AXES * q + 2];
        return x * x + y * y + z * z;
    }

    /// Tells whether two triangles look the same way, more or less.
    private boolean agree(int a, int b, int c, int p, int q, int r) {
        double dot = 0;
        for (int axis = 0; axis < AXES; axis++) {
            dot += normal(a, b, c, axis) * normal(p, q, r, axis);
        }
        return dot > 0;
    }

    private double normal(int a, int b, int c, int axis) {
        int u = axis == 2 ? 0 : axis + 1;
        int v = axis == 0 ? 2 : axis - 1;
        double pu = positions[AXES * b + u] - positions[AXES * a + u];
        double pv = positions[AXES * b + v] - positions[AXES * a + v];
        double qu = positions[AXES * c + u] - positions[AXES * a + u];
        double qv = positions[AXES * c + v] - positions[AXES * a + v];
        return pu * qv - pv * qu;
    }
}
