package dev.exodusii.cli.render;

import java.util.Objects;

/// Draws lines and balls into a band that has its faces. For one thread at a time.
final class Strokes {

    /// How steep a face may be whose edges are still found by its slope alone.
    private static final double STEEPEST = 8;

    private final Shading shading;
    private final Painter painter;
    private final int samples;
    private final double pixel;

    /// @param pixel how much of the space a pixel of the band is wide
    Strokes(Shading shading, Painter painter, int samples, double pixel) {
        this.shading = shading;
        this.painter = painter;
        this.samples = samples;
        this.pixel = pixel;
    }

    void line(Band band, Layer layer, int line) {
        Lines lines = Objects.requireNonNull(layer.lines());
        int a = lines.nodes()[2 * line];
        int b = lines.nodes()[2 * line + 1];
        Vertices v = layer.vertices();
        if (v.isPlain(a) && v.isPlain(b)) {
            stroke(band, layer, lines, line, a, b, v.x[a], v.y[a], v.depth[a], v.x[b], v.y[b], v.depth[b]);
        } else if (band.clipper.line(v, a, b) == 2) {
            Clipper cut = band.clipper;
            stroke(band, layer, lines, line, a, b, cut.x[0], cut.y[0], cut.depth[0], cut.x[1], cut.y[1], cut.depth[1]);
        }
    }

    private void stroke(Band band, Layer layer, Lines lines, int line, int a, int b, int fromX, int fromY, double fromZ,
            int toX, int toY, double toZ) {
        double x0 = (double) fromX / Vertices.ONE;
        double y0 = (double) fromY / Vertices.ONE - band.top;
        double dx = (double) toX / Vertices.ONE - x0;
        double dy = (double) toY / Vertices.ONE - band.top - y0;
        double length = Math.hypot(dx, dy);
        double half = lines.width() * samples / 2;
        boolean isThin = half <= 0.5;
        boolean isFlat = Math.abs(dx) >= Math.abs(dy);
        // Along the longer axis a pixel at a time, and at each place as many pixels beside it as the line is wide.
        double along = isFlat ? dx : dy;
        double start = isFlat ? x0 : y0;
        double other = isFlat ? y0 : x0;
        double slope = along == 0 ? 0 : (isFlat ? dy : dx) / along;
        double reach = half * Math.sqrt(1 + slope * slope);
        double cap = length > 0 ? half * Math.abs(along) / length / 2 : half;
        int most = isFlat ? band.width : band.rows;
        int mostBeside = isFlat ? band.rows : band.width;
        int first = (int) Math.max(0, Math.ceil(Math.min(start, start + along) - cap - 0.5));
        int last = (int) Math.min(most - 1.0, Math.floor(Math.max(start, start + along) + cap - 0.5));
        if (slope != 0) {
            double one = start + (-reach - 1 - other) / slope;
            double two = start + (mostBeside + reach + 1 - other) / slope;
            first = (int) Math.max(first, Math.floor(Math.min(one, two)));
            last = (int) Math.min(last, Math.ceil(Math.max(one, two)));
        }
        Colouring colouring = lines.colouring();
        boolean hasValues = colouring.kind == Colouring.Kind.NODE_VALUES;
        int plain = hasValues ? 0 : colouring.plain(line, painter);
        for (int i = first; i <= last; i++) {
            double share = along == 0 ? 0 : Math.clamp((i + 0.5 - start) / along, 0, 1);
            double middle = other + slope * (i + 0.5 - start);
            double z = fromZ + share * (toZ - fromZ) + layer.lift();
            int colour = hasValues ? painter.colour(colouring.values[a] + share * ((double) colouring.values[b]
                    - colouring.values[a])) : plain;
            int from = isThin ? (int) Math.floor(middle) : (int) Math.ceil(middle - reach - 0.5);
            int to = isThin ? from : (int) Math.ceil(middle + reach - 0.5) - 1;
            for (int j = Math.max(from, 0); j <= Math.min(to, mostBeside - 1); j++) {
                int at = isFlat ? j * band.width + i : i * band.width + j;
                if (lines.isOnFaces()) {
                    if (isSeen(band, at, z, layer.vertices(), a, b)) {
                        band.colours[at] = 0xff000000 | colour;
                    }
                } else {
                    double aside = Math.clamp((j + 0.5 - middle) / Math.max(reach, 0.5), -1, 1);
                    double towards = Math.sqrt(1 - aside * aside);
                    if (z + towards * half * pixel > band.depth[at]) {
                        band.depth[at] = (float) (z + towards * half * pixel);
                        band.ids[at] = layer.firstId() + line;
                        band.colours[at] = 0xff000000 | Painter.shaded(colour, isFlat
                                ? Light.seen(0, -aside, towards) : Light.seen(aside, 0, towards));
                    }
                }
            }
        }
    }

    /// Tells whether an edge is seen: it is where nothing is nearer, and where what is nearer is a face that it bounds, or
    /// one so steep that the depth in the middle of the pixel says little.
    private boolean isSeen(Band band, int at, double z, Vertices vertices, int a, int b) {
        double before = band.depth[at] - z;
        if (before <= pixel * samples) {
            return true;
        }
        double tolerance = shading.tolerance(band.ids[at], vertices, a, b);
        return tolerance == Double.POSITIVE_INFINITY
                || before <= (pixel + Math.min(tolerance, STEEPEST * pixel)) * samples;
    }

    void ball(Band band, Layer layer, int point) {
        Points points = Objects.requireNonNull(layer.points());
        int node = points.nodes()[point];
        Vertices v = layer.vertices();
        if (!v.isPlain(node)) {
            return;
        }
        double x = (double) v.x[node] / Vertices.ONE;
        double y = (double) v.y[node] / Vertices.ONE - band.top;
        double radius = radius(layer, points, point, node, samples);
        Colouring colouring = points.colouring();
        int colour = colouring.kind == Colouring.Kind.NODE_VALUES ? painter.colour(colouring.values[node])
                : colouring.plain(point, painter);
        int firstRow = (int) Math.max(0, Math.ceil(y - radius - 0.5));
        int lastRow = (int) Math.min(band.rows - 1.0, Math.floor(y + radius - 0.5));
        int first = (int) Math.max(0, Math.ceil(x - radius - 0.5));
        int last = (int) Math.min(band.width - 1.0, Math.floor(x + radius - 0.5));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = first; column <= last; column++) {
                double across = (column + 0.5 - x) / radius;
                double down = (row + 0.5 - y) / radius;
                double rest = 1 - across * across - down * down;
                if (rest >= 0) {
                    double towards = Math.sqrt(rest);
                    float z = (float) (v.depth[node] + layer.lift() + towards * radius * pixel);
                    int at = row * band.width + column;
                    if (z > band.depth[at]) {
                        band.depth[at] = z;
                        band.ids[at] = layer.firstId() + point;
                        band.colours[at] = 0xff000000
                                | Painter.shaded(colour, Light.seen(across, -down, towards));
                    }
                }
            }
        }
    }

    /// The radius of a ball in pixels of the band.
    static double radius(Layer layer, Points points, int point, int node, int samples) {
        Projection projection = layer.vertices().projection();
        double larger = projection.isPerspective() ? layer.vertices().depth[node] / projection.distance : 1;
        return Math.max(points.radius(point) * projection.scale * larger, points.smallest() * samples);
    }
}
