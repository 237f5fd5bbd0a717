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
        int p = AXES * a;
        int q = AXES * b;
        int r = AXES * c;
        int s = AXES * d;
        double abx = positions[q] - positions[p];
        double aby = positions[q + 1] - positions[p + 1];
        double abz = positions[q + 2] - positions[p + 2];
        double acx = positions[r] - positions[p];
        double acy = positions[r + 1] - positions[p + 1];
        double acz = positions[r + 2] - positions[p + 2];
        double adx = positions[s] - positions[p];
        double ady = positions[s + 1] - positions[p + 1];
        double adz = positions[s + 2] - positions[p + 2];
        double bdx = adx - abx;
        double bdy = ady - aby;
        double bdz = adz - abz;
        double bcx = acx - abx;
        double bcy = acy - aby;
        double bcz = acz - abz;
        // Of each pair of triangles, whether both look the same way, more or less.
        boolean isInsideAc = (aby * acz - abz * acy) * (acy * adz - acz * ady)
                + (abz * acx - abx * acz) * (acz * adx - acx * adz)
                + (abx * acy - aby * acx) * (acx * ady - acy * adx) > 0;
        boolean isInsideBd = (aby * adz - abz * ady) * (bcy * bdz - bcz * bdy)
                + (abz * adx - abx * adz) * (bcz * bdx - bcx * bdz)
                + (abx * ady - aby * adx) * (bcx * bdy - bcy * bdx) > 0;
        double ac = acx * acx + acy * acy + acz * acz;
        double bd = bdx * bdx + bdy * bdy + bdz * bdz;
        boolean isBd = isInsideAc == isInsideBd ? bd < SHORTER * ac : isInsideBd;
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
}
