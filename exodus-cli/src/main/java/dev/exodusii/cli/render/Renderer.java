package dev.exodusii.cli.render;

import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Draws scenes, in horizontal bands by several threads.
///
/// What comes out does not depend on the number of threads. Memory is kept from picture to picture: some 20 bytes for each
/// node and 8 for each primitive. For one thread at a time.
public final class Renderer {

    /// The most samples for a pixel along each axis.
    public static final int MOST_SAMPLES = 4;

    private static final int ROWS = 32;
    private static final int LARGEST = 32_000;

    private final Workers workers;
    private final List<Vertices> vertices = new ArrayList<>();
    private final List<Bins> bins = new ArrayList<>();
    private final Queue<Band> bands = new ConcurrentLinkedQueue<>();

    /// Makes a renderer.
    ///
    /// @param workers who draws
    public Renderer(Workers workers) {
        this.workers = workers;
    }

    /// Draws a scene.
    ///
    /// @param scene   what is drawn
    /// @param camera  from where it is seen
    /// @param frame   what it is drawn into
    /// @param samples how many samples are taken of a pixel along each axis, 1 to [#MOST_SAMPLES]: 1 is fast, 2 looks smooth
    /// @throws IllegalArgumentException  when the frame is too large: more than 32,000 pixels along an edge, divided by the
    ///                                   samples; or when there are no samples, or too many
    /// @throws IndexOutOfBoundsException when a primitive names a node that is not there
    /// @throws CancellationException     when somebody stopped the workers; the frame is in between then
    public void render(Scene scene, Camera camera, Frame frame, int samples) {
        if (samples < 1 || samples > MOST_SAMPLES || Math.max(frame.width(), frame.height()) > LARGEST / samples) {
            throw new IllegalArgumentException("no picture of " + frame.width() + " x " + frame.height() + " pixels with "
                    + samples + " x " + samples + " samples for each");
        }
        Projection projection = camera.on(frame.width(), frame.height()).times(samples);
        int rows = Math.max(1, ROWS / samples) * samples;
        int bandCount = Math.ceilDiv(frame.height() * samples, rows);
        List<Layer> layers = layers(scene, projection, samples);
        for (Layer layer : layers) {
            place(layer, frame.width() * samples, rows, bandCount, samples);
        }
        if (!bands.isEmpty() && (bands.element().width != frame.width() * samples || bands.element().rows != rows)) {
            bands.clear();
        }
        Painter painter = new Painter(scene.scale());
        Light light = new Light(projection);
        int background = scene.background() >>> 24 == 0 ? 0 : scene.background() | 0xff000000;
        workers.forEach(bandCount, i -> {
            Band polled = bands.poll();
            Band band = polled == null ? new Band(frame.width() * samples, rows) : polled;
            band.clear(i * rows);
            Shading shading = new Shading(layers, painter, light, background);
            draw(layers, band, i, shading, new Strokes(shading, painter, samples, projection.pixel()));
            new Sampling(samples, frame).copy(band);
            bands.add(band);
        });
    }

    private List<Layer> layers(Scene scene, Projection projection, int samples) {
        List<Layer> layers = new ArrayList<>();
        long id = 0;
        for (int part = 0; part < scene.parts().size(); part++) {
            Part here = scene.parts().get(part);
            if (vertices.size() <= part) {
                vertices.add(new Vertices());
            }
            Vertices at = vertices.get(part);
            at.transform(here.positions(), projection, workers);
            double lift = here.lift() * projection.pixel() * samples;
            for (Faces faces : here.faces()) {
                layers.add(new Layer(at, faces, null, null, Math.toIntExact(id), lift, bins(layers.size())));
                id += faces.count();
            }
            for (Lines lines : here.lines()) {
                layers.add(new Layer(at, null, lines, null, Math.toIntExact(id), lift, bins(layers.size())));
                id += lines.count();
            }
            for (Points points : here.points()) {
                layers.add(new Layer(at, null, null, points, Math.toIntExact(id), lift, bins(layers.size())));
                id += points.count();
            }
        }
        return layers;
    }

    private Bins bins(int layer) {
        if (bins.size() <= layer) {
            bins.add(new Bins());
        }
        return bins.get(layer);
    }

    private void place(Layer layer, int width, int rows, int bandCount, int samples) {
        Vertices v = layer.vertices();
        Faces faces = layer.faces();
        Lines lines = layer.lines();
        Points points = layer.points();
        layer.bins().fill(layer.count(), bandCount, () -> {
            Clipper clipper = new Clipper();
            if (faces != null) {
                return triangle -> {
                    int a = faces.triangles[3 * triangle];
                    int b = faces.triangles[3 * triangle + 1];
                    int c = faces.triangles[3 * triangle + 2];
                    if (v.isPlain(a) && v.isPlain(b) && v.isPlain(c)) {
                        return bands(Math.min(v.x[a], Math.min(v.x[b], v.x[c])), Math.max(v.x[a], Math.max(v.x[b], v.x[c])),
                                Math.min(v.y[a], Math.min(v.y[b], v.y[c])), Math.max(v.y[a], Math.max(v.y[b], v.y[c])),
                                width, rows, bandCount);
                    }
                    return bands(clipper, clipper.triangle(v, a, b, c), 0, width, rows, bandCount);
                };
            }
            if (lines != null) {
                int around = (int) Math.ceil((lines.width() * samples + 2) * Vertices.ONE);
                return line -> {
                    int a = lines.nodes()[2 * line];
                    int b = lines.nodes()[2 * line + 1];
                    if (v.isPlain(a) && v.isPlain(b)) {
                        return bands(Math.min(v.x[a], v.x[b]) - around, Math.max(v.x[a], v.x[b]) + around,
                                Math.min(v.y[a], v.y[b]) - around, Math.max(v.y[a], v.y[b]) + around, width, rows, bandCount);
                    }
                    return bands(clipper, clipper.line(v, a, b), around, width, rows, bandCount);
                };
            }
            return point -> {
                Points all = Objects.requireNonNull(points);
                int node = all.nodes()[point];
                if (!v.isPlain(node)) {
                    return Bins.NONE;
                }
                int around = (int) Math.min((Strokes.radius(layer, all, point, node, samples) + 1) * Vertices.ONE, 1 << 28);
                return bands(v.x[node] - around, v.x[node] + around, v.y[node] - around, v.y[node] + around, width, rows,
                        bandCount);
            };
        }, workers);
    }

    private static int bands(Clipper clipper, int corners, int around, int width, int rows, int bandCount) {
        if (corners < 2) {
            return Bins.NONE;
        }
        int left = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int top = Integer.MAX_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < corners; i++) {
            left = Math.min(left, clipper.x[i]);
            right = Math.max(right, clipper.x[i]);
            top = Math.min(top, clipper.y[i]);
            bottom = Math.max(bottom, clipper.y[i]);
        }
        return bands(left - around, right + around, top - around, bottom + around, width, rows, bandCount);
    }

    private static int bands(int left, int right, int top, int bottom, int width, int rows, int bandCount) {
        int first = Math.max(Band.firstMiddle(top), 0);
        int last = Math.min(Band.lastMiddle(bottom), bandCount * rows - 1);
        return first > last || Math.max(Band.firstMiddle(left), 0) > Math.min(Band.lastMiddle(right), width - 1) ? Bins.NONE
                : Bins.packed(first / rows, last / rows);
    }

    private static void draw(List<Layer> layers, Band band, int index, Shading shading, Strokes strokes) {
        for (Layer layer : layers) {
            Faces faces = layer.faces();
            if (faces != null) {
                int[] nodes = faces.triangles;
                layer.bins().forEach(index, i -> band.triangle(layer.vertices(), nodes[3 * i], nodes[3 * i + 1],
                        nodes[3 * i + 2], layer.lift(), layer.firstId() + i));
            }
        }
        shading.paint(band);
        // Bars and balls first: edges are on faces, and what is before them hides them.
        for (Layer layer : layers) {
            Lines lines = layer.lines();
            if (lines != null && !lines.isOnFaces()) {
                layer.bins().forEach(index, i -> strokes.line(band, layer, i));
            }
            if (layer.points() != null) {
                layer.bins().forEach(index, i -> strokes.ball(band, layer, i));
            }
        }
        for (Layer layer : layers) {
            Lines lines = layer.lines();
            if (lines != null && lines.isOnFaces()) {
                layer.bins().forEach(index, i -> strokes.line(band, layer, i));
            }
        }
    }
}
