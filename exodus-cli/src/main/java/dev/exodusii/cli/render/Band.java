package dev.exodusii.cli.render;

import java.util.Arrays;

/// Some rows of a picture while they are drawn: how near what is seen in each pixel is, what it is, and its colour. For one
/// thread at a time.
final class Band {

    static final int EMPTY = -1;

    final int width;
    final int rows;
    final float[] depth;
    final int[] ids;
    final int[] colours;
    final Clipper clipper = new Clipper();
    int top;

    Band(int width, int rows) {
        this.width = width;
        this.rows = rows;
        depth = new float[width * rows];
        ids = new int[width * rows];
        colours = new int[width * rows];
    }

    void clear(int firstRow) {
        top = firstRow;
        Arrays.fill(depth, Float.NEGATIVE_INFINITY);
        Arrays.fill(ids, EMPTY);
    }

    /// Draws a triangle: the pixels whose middles are inside, or on an edge at the left or the top.
    void triangle(Vertices vertices, int a, int b, int c, double lift, int id) {
        if (vertices.isPlain(a) && vertices.isPlain(b) && vertices.isPlain(c)) {
            int[] x = vertices.x;
            int[] y = vertices.y;
            float[] z = vertices.depth;
            fill(x[a], y[a], z[a], x[b], y[b], z[b], x[c], y[c], z[c], lift, id);
            return;
        }
        int corners = clipper.triangle(vertices, a, b, c);
        for (int i = 2; i < corners; i++) {
            fill(clipper.x[0], clipper.y[0], clipper.depth[0], clipper.x[i - 1], clipper.y[i - 1], clipper.depth[i - 1],
                    clipper.x[i], clipper.y[i], clipper.depth[i], lift, id);
        }
    }

    private void fill(int x0, int y0, double z0, int x1, int y1, double z1, int x2, int y2, double z2, double lift, int id) {
        double area = (double) (x1 - x0) * (y2 - y0) - (double) (x2 - x0) * (y1 - y0);
        if (area < 0) {
            fill(x0, y0, z0, x2, y2, z2, x1, y1, z1, lift, id);
            return;
        }
        int firstRow = Math.max(firstMiddle(Math.min(y0, Math.min(y1, y2))), top);
        int lastRow = Math.min(lastMiddle(Math.max(y0, Math.max(y1, y2))), top + rows - 1);
        int left = Math.max(firstMiddle(Math.min(x0, Math.min(x1, x2))), 0);
        int right = Math.min(lastMiddle(Math.max(x0, Math.max(x1, x2))), width - 1);
        if (area == 0 || firstRow > lastRow || left > right) {
            return;
        }
        // How each edge's function, 0 on the edge and more inside, grows by a column, and its value at the start of a row.
        double rowMiddle = firstRow * (double) Vertices.ONE + Vertices.HALF;
        double across0 = -(double) (y1 - y0) * Vertices.ONE;
        double across1 = -(double) (y2 - y1) * Vertices.ONE;
        double across2 = -(double) (y0 - y2) * Vertices.ONE;
        double down0 = (double) (x1 - x0) * Vertices.ONE;
        double down1 = (double) (x2 - x1) * Vertices.ONE;
        double down2 = (double) (x0 - x2) * Vertices.ONE;
        double edge0 = edge(x0, y0, x1, y1, rowMiddle);
        double edge1 = edge(x1, y1, x2, y2, rowMiddle);
        double edge2 = edge(x2, y2, x0, y0, rowMiddle);
        double depthAcross = ((z1 - z0) * (y2 - y0) - (z2 - z0) * (y1 - y0)) / area;
        double depthDown = ((z2 - z0) * (x1 - x0) - (z1 - z0) * (x2 - x0)) / area;
        double stepAcross = depthAcross * Vertices.ONE;
        double rowDepth = z0 + lift + depthAcross * (Vertices.HALF - x0) + depthDown * (rowMiddle - y0);
        for (int row = firstRow; row <= lastRow; row++) {
            int from = Math.max(Math.max(from(edge0, across0, left), from(edge1, across1, left)), from(edge2, across2, left));
            int to = Math.min(Math.min(to(edge0, across0, right), to(edge1, across1, right)), to(edge2, across2, right));
            int at = (row - top) * width;
            double z = rowDepth + stepAcross * from;
            for (int column = from; column <= to; column++) {
                float near = (float) z;
                if (near > depth[at + column]) {
                    depth[at + column] = near;
                    ids[at + column] = id;
                }
                z += stepAcross;
            }
            edge0 += down0;
            edge1 += down1;
            edge2 += down2;
            rowDepth += depthDown * Vertices.ONE;
        }
    }

    /// An edge's function in the middle of the first column; where the edge is not at the left or the top, a pixel whose
    /// middle is on it belongs to the neighbour.
    private static double edge(int fromX, int fromY, int toX, int toY, double rowMiddle) {
        int dx = toX - fromX;
        int dy = toY - fromY;
        boolean isOurs = dy < 0 || dy == 0 && dx > 0;
        return dx * (rowMiddle - fromY) - (double) dy * (Vertices.HALF - fromX) - (isOurs ? 0 : 1);
    }

    /// The first column where an edge's function is not negative.
    private static int from(double edge, double across, int left) {
        if (across > 0) {
            return (int) Math.max(Math.ceil(-edge / across), left);
        }
        return across == 0 && edge < 0 ? Integer.MAX_VALUE : left;
    }

    /// The last column where an edge's function is not negative.
    private static int to(double edge, double across, int right) {
        return across < 0 ? (int) Math.min(Math.floor(-edge / across), right) : right;
    }

    /// The first row or column whose middle is not before some place.
    static int firstMiddle(int place) {
        return place + Vertices.HALF - 1 >> Vertices.FRACTION_BITS;
    }

    /// The last row or column whose middle is not behind some place.
    static int lastMiddle(int place) {
        return place - Vertices.HALF >> Vertices.FRACTION_BITS;
    }
}
