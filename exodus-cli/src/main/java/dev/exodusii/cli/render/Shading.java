package dev.exodusii.cli.render;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Gives the pixels of a band the colours of the triangles that are seen there: each pixel once, with a value of its own.
/// For one thread at a time.
final class Shading {

    private static final int CORNERS = 3;
    private static final int AXES = 3;

    private final List<Layer> layers;
    private final Painter painter;
    private final Light light;
    private final int background;

    private @Nullable Layer found;
    private int triangle;
    /// What each corner counts at a pixel: a number for a column, one for a row, and one for the first pixel.
    private final double[] share = new double[CORNERS * CORNERS];
    private final double[] sum = new double[CORNERS];

    Shading(List<Layer> layers, Painter painter, Light light, int background) {
        this.layers = layers;
        this.painter = painter;
        this.light = light;
        this.background = background;
    }

    void paint(Band band) {
        for (int row = 0; row < band.rows; row++) {
            int at = row * band.width;
            int column = 0;
            while (column < band.width) {
                int id = band.ids[at + column];
                int end = column + 1;
                while (end < band.width && band.ids[at + end] == id) {
                    end++;
                }
                if (id == Band.EMPTY) {
                    Arrays.fill(band.colours, at + column, at + end, background);
                } else {
                    paint(band, id, row, column, end);
                }
                column = end;
            }
        }
    }

    private void paint(Band band, int id, int row, int from, int to) {
        Layer layer = Objects.requireNonNull(find(id));
        Faces faces = Objects.requireNonNull(layer.faces());
        int a = faces.triangles[CORNERS * triangle];
        int b = faces.triangles[CORNERS * triangle + 1];
        int c = faces.triangles[CORNERS * triangle + 2];
        float[] p = layer.vertices().positions();
        double ux = (double) p[AXES * b] - p[AXES * a];
        double uy = (double) p[AXES * b + 1] - p[AXES * a + 1];
        double uz = (double) p[AXES * b + 2] - p[AXES * a + 2];
        double vx = (double) p[AXES * c] - p[AXES * a];
        double vy = (double) p[AXES * c + 1] - p[AXES * a + 1];
        double vz = (double) p[AXES * c + 2] - p[AXES * a + 2];
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        double side = light.side(nx, ny, nz, p[AXES * a], p[AXES * a + 1], p[AXES * a + 2]);
        float[] normals = faces.normals;
        boolean hasValues = faces.colouring.kind == Colouring.Kind.NODE_VALUES;
        int start = row * band.width;
        if (normals == null && !hasValues) {
            int colour = 0xff000000 | Painter.shaded(faces.colouring.plain(triangle, painter), light.at(nx, ny, nz, side));
            Arrays.fill(band.colours, start + from, start + to, colour);
            return;
        }
        shares(layer.vertices(), a, b, c);
        double y = band.top + row + 0.5;
        if (normals != null) {
            paintSmooth(band, faces, normals, start, from, to, y, side, hasValues);
            return;
        }
        float[] values = faces.colouring.values;
        double v0 = values[a];
        double v1 = values[b];
        double v2 = values[c];
        double low = Math.min(v0, Math.min(v1, v2));
        double high = Math.max(v0, Math.max(v1, v2));
        int shade = light.at(nx, ny, nz, side);
        for (int column = from; column < to; column++) {
            sharesAt(column + 0.5, y);
            double value = sum[0] * v0 + sum[1] * v1 + sum[2] * v2;
            value = value < low ? low : value > high ? high : value;
            band.colours[start + column] = 0xff000000 | Painter.shaded(painter.colour(value), shade);
        }
    }

    private void paintSmooth(Band band, Faces faces, float[] normals, int start, int from, int to, double y, double side,
            boolean hasValues) {
        int n = CORNERS * AXES * triangle;
        int plain = hasValues ? 0 : faces.colouring.plain(triangle, painter);
        float[] values = faces.colouring.values;
        int[] nodes = faces.triangles;
        for (int column = from; column < to; column++) {
            sharesAt(column + 0.5, y);
            double nx = sum[0] * normals[n] + sum[1] * normals[n + 3] + sum[2] * normals[n + 6];
            double ny = sum[0] * normals[n + 1] + sum[1] * normals[n + 4] + sum[2] * normals[n + 7];
            double nz = sum[0] * normals[n + 2] + sum[1] * normals[n + 5] + sum[2] * normals[n + 8];
            int colour = plain;
            if (hasValues) {
                double v0 = values[nodes[CORNERS * triangle]];
                double v1 = values[nodes[CORNERS * triangle + 1]];
                double v2 = values[nodes[CORNERS * triangle + 2]];
                double value = sum[0] * v0 + sum[1] * v1 + sum[2] * v2;
                value = Math.max(Math.min(v0, Math.min(v1, v2)), Math.min(Math.max(v0, Math.max(v1, v2)), value));
                colour = painter.colour(value);
            }
            band.colours[start + column] = 0xff000000 | Painter.shaded(colour, light.at(nx, ny, nz, side));
        }
    }

    private void sharesAt(double x, double y) {
        double s0 = share[0] * x + share[1] * y + share[2];
        double s1 = share[3] * x + share[4] * y + share[5];
        double s2 = share[6] * x + share[7] * y + share[8];
        double all = s0 + s1 + s2;
        if (all == 0) {
            all = 1;
        }
        sum[0] = s0 / all;
        sum[1] = s1 / all;
        sum[2] = s2 / all;
    }

    /// What a corner counts is what is between the other two and the pixel; farther corners count less in perspective.
    private void shares(Vertices v, int a, int b, int c) {
        if (v.isPlain(a) && v.isPlain(b) && v.isPlain(c)) {
            boolean isPerspective = v.projection().isPerspective();
            share(0, v, b, c, isPerspective ? v.depth[a] : 1);
            share(CORNERS, v, c, a, isPerspective ? v.depth[b] : 1);
            share(2 * CORNERS, v, a, b, isPerspective ? v.depth[c] : 1);
            return;
        }
        double[] h = new double[12];
        v.homogeneous(a, h, 0);
        v.homogeneous(b, h, 4);
        v.homogeneous(c, h, 8);
        cross(0, h, 4, 8);
        cross(CORNERS, h, 8, 0);
        cross(2 * CORNERS, h, 0, 4);
    }

    private void share(int at, Vertices v, int from, int to, double weight) {
        double fromX = (double) v.x[from] / Vertices.ONE;
        double fromY = (double) v.y[from] / Vertices.ONE;
        double dx = (double) v.x[to] / Vertices.ONE - fromX;
        double dy = (double) v.y[to] / Vertices.ONE - fromY;
        share[at] = -dy * weight;
        share[at + 1] = dx * weight;
        share[at + 2] = (dy * fromX - dx * fromY) * weight;
    }

    private void cross(int at, double[] h, int i, int j) {
        share[at] = h[i + 1] * h[j + 2] - h[i + 2] * h[j + 1];
        share[at + 1] = h[i + 2] * h[j] - h[i] * h[j + 2];
        share[at + 2] = h[i] * h[j + 1] - h[i + 1] * h[j];
    }

    /// Finds the layer of an id.
    ///
    /// @return the layer, or null where the id is not that of a triangle
    private @Nullable Layer find(int id) {
        Layer layer = found;
        if (layer == null || id < layer.firstId() || id >= layer.firstId() + layer.count()) {
            layer = null;
            for (Layer each : layers) {
                if (each.faces() != null && id >= each.firstId() && id < each.firstId() + each.count()) {
                    layer = each;
                }
            }
            found = layer;
        }
        triangle = layer == null ? -1 : id - layer.firstId();
        return layer;
    }

    /// Tells how much a face hides of a line between two of its own nodes, or of one beside it.
    ///
    /// @param id   what is seen
    /// @param of   where the nodes of the line are
    /// @param a    an end of the line
    /// @param b    its other end
    /// @return how much the depths of both may differ in a pixel although the line is seen: anything where it bounds the face,
    ///         otherwise how much the face rises over a pixel; 0 where no face is seen
    double tolerance(int id, Vertices of, int a, int b) {
        Layer layer = find(id);
        if (layer == null || layer.faces() == null) {
            return 0;
        }
        int[] nodes = layer.faces().triangles;
        int i = nodes[CORNERS * triangle];
        int j = nodes[CORNERS * triangle + 1];
        int k = nodes[CORNERS * triangle + 2];
        if (layer.vertices() == of && (i == a || j == a || k == a) && (i == b || j == b || k == b)) {
            return Double.POSITIVE_INFINITY;
        }
        return slope(layer.vertices(), i, j, k);
    }

    private static double slope(Vertices v, int a, int b, int c) {
        if (!v.isPlain(a) || !v.isPlain(b) || !v.isPlain(c)) {
            return 0;
        }
        double x1 = v.x[b] - (double) v.x[a];
        double y1 = v.y[b] - (double) v.y[a];
        double x2 = v.x[c] - (double) v.x[a];
        double y2 = v.y[c] - (double) v.y[a];
        double z1 = (double) v.depth[b] - v.depth[a];
        double z2 = (double) v.depth[c] - v.depth[a];
        double area = x1 * y2 - x2 * y1;
        return area == 0 ? 0 : Math.hypot(z1 * y2 - z2 * y1, z2 * x1 - z1 * x2) / Math.abs(area) * Vertices.ONE;
    }
}
