package dev.exodusii.cli.pic;

import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.NodeSet;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.render.Annotations;
import dev.exodusii.cli.render.BlockColours;
import dev.exodusii.cli.render.Bounds;
import dev.exodusii.cli.render.Camera;
import dev.exodusii.cli.render.ColourScale;
import dev.exodusii.cli.render.Colouring;
import dev.exodusii.cli.render.Faces;
import dev.exodusii.cli.render.Frame;
import dev.exodusii.cli.render.Legend;
import dev.exodusii.cli.render.Lines;
import dev.exodusii.cli.render.Margins;
import dev.exodusii.cli.render.Part;
import dev.exodusii.cli.render.Points;
import dev.exodusii.cli.render.Renderer;
import dev.exodusii.cli.render.Rotation;
import dev.exodusii.cli.render.Scene;
import dev.exodusii.cli.render.View;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.SkippedBlock;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceNormals;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.view.IntegerView;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Draws a file as it was wished for, a picture for each moment; the camera stays where it is.
public final class Studio {

    /// From this angle on, an edge is sharp.
    private static final double SHARP = 40;
    private static final int SAMPLES = 2;
    private static final int INK = 0x262626;
    private static final double SET_LIFT = 1;
    /// How many pixels edges are apart that are drawn with full width.
    private static final double CLOSE = 8;
    private static final double BAR = 4;
    private static final double BALL = 5;

    private final ExodusFile file;
    private final Wish wish;
    private final Workers workers;
    private final Renderer renderer;
    private final Surface surface;
    private final SurfaceNormals normals;
    private final int[] triangles;
    private final int[] edges;
    private final float[] radii;
    private final List<SetPart> sets = new ArrayList<>();
    private final List<SkippedBlock> skipped;
    private final Optional<SurfaceQuantity> coloured;
    private final Optional<Displacement> deform;
    private final Camera camera;
    private final ColourScale scale;
    private final Annotations annotations;

    /// @param nodes    those of a node set, on the surface of the mesh
    /// @param rgb      its colour, where it has no values
    private record SetPart(Entity entity, Surface surface, int[] nodes, int rgb) {}

    private record Range(double low, double high) {

        static final Range NOTHING = new Range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        Range with(float[] values) {
            double least = low;
            double most = high;
            for (float value : values) {
                // Infinite values would leave all others one colour.
                if (value < least && value > Float.NEGATIVE_INFINITY) {
                    least = value;
                }
                if (value > most && value < Float.POSITIVE_INFINITY) {
                    most = value;
                }
            }
            return new Range(least, most);
        }

        boolean isEmpty() {
            return low > high;
        }
    }

    /// Prepares pictures.
    ///
    /// @param file    the open file
    /// @param wish    what they are to look like
    /// @param moments which moments will be drawn; none for the mesh as it is
    /// @param workers who does the work
    /// @throws AbsentException when nothing can be drawn
    public Studio(ExodusFile file, Wish wish, List<Moment> moments, Workers workers) {
        this.file = file;
        this.wish = wish;
        this.workers = workers;
        renderer = new Renderer(workers);
        coloured = wish.quantity().map(quantity -> new SurfaceQuantity(file, quantity));
        MeshFaces faces = MeshFaces.of(file, workers);
        SurfaceOptions options = SurfaceOptions.standard().onlyBlocks(wish.isShown()).andMidSideNodes();
        surface = faces.surface(options, workers);
        if (surface.nodeCount() == 0) {
            throw AbsentException.of("NOTHING_TO_DRAW", "there is nothing to draw", faces.skippedBlocks().isEmpty()
                    ? "no element is shown" : "of the elements of " + faces.skippedBlocks().getFirst().block()
                            + ", no shape is known");
        }
        skipped = faces.skippedBlocks().stream().filter(it -> it.block().size() > 0 && wish.isShown().test(it.block())).toList();
        normals = surface.normals();
        triangles = array(surface.triangles());
        edges = switch (wish.edges()) {
            case NONE -> new int[0];
            case FEATURE -> array(surface.featureEdges(SHARP));
            case MESH -> array(surface.elementEdges());
        };
        for (Entity set : wish.sets()) {
            sets.add(setPart(set, faces, options, BlockColours.colour(file.elementBlocks().size() + sets.size())));
        }
        // Sets with values are seen whether they were asked for or not.
        coloured.ifPresent(quantity -> file.sideSets().stream()
                .filter(set -> quantity.isStoredOn(set) && !wish.sets().contains(set))
                .forEach(set -> sets.add(setPart(set, faces, options, INK))));
        radii = radii(surface);
        float[] plain = new float[3 * surface.nodeCount()];
        surface.values().copyPositions(plain);
        Bounds bounds = Bounds.of(plain);
        Bounds seen = seen(plain);
        deform = moments.isEmpty() ? Optional.empty()
                : wish.deform().map(it -> it.chosen(surface, moments, Bounds.of(plain).diagonal()));
        if (deform.isPresent()) {
            float[] first = deform.get().positions(surface, moments.getFirst());
            bounds = Bounds.of(first);
            seen = seen(first);
            for (Moment moment : moments.subList(1, moments.size())) {
                float[] next = deform.get().positions(surface, moment);
                bounds = bounds.and(Bounds.of(next));
                seen = seen.and(seen(next));
            }
        }
        boolean isFlat = file.dimension() < 3 || bounds.high().z() - bounds.low().z() <= bounds.diagonal() * 1e-6;
        annotations = new Annotations(wish.width(), wish.height(), isDark(wish.background()));
        boolean isExplained = wish.hasLegend() && (wish.quantity().isPresent() || !keys().isEmpty());
        Margins margins = annotations.margins(wish.hasLegend(), isExplained);
        Camera fitted = Camera.from(wish.view().orElse((isFlat ? View.FRONT : View.ISO).rotation()))
                .fit(seen, wish.width(), wish.height(), margins);
        camera = fitted.zoom(wish.zoom(), (wish.width() - margins.right() + margins.left()) / 2.0,
                (wish.height() + margins.top() - margins.bottom()) / 2.0, wish.width(), wish.height());
        scale = switch (wish.range()) {
            case GIVEN -> new ColourScale(wish.colours(), wish.low(), wish.high());
            case ALL -> scale(range(Steps.all(file.times())));
            case DRAWN, STEP -> scale(range(moments));
        };
    }

    /// Returns the box that holds nodes and spheres, except for spheres that are larger than all of the mesh.
    private Bounds seen(float[] positions) {
        Bounds box = Bounds.of(positions);
        double most = box.diagonal() > 0 ? box.diagonal() : Double.MAX_VALUE;
        for (int i = 0; i < radii.length; i++) {
            int at = 3 * surface.points().get(i);
            float radius = radii[i];
            if (radius > 0 && radius <= most) {
                float[] corners = new float[6];
                for (int axis = 0; axis < 3; axis++) {
                    corners[axis] = positions[at + axis] - radius;
                    corners[3 + axis] = positions[at + axis] + radius;
                }
                box = Float.isFinite(corners[0] + corners[1] + corners[2]) ? box.and(Bounds.of(corners)) : box;
            }
        }
        return box;
    }

    private static boolean isDark(int background) {
        return background >>> 24 != 0
                && (background >> 16 & 255) * 3 + (background >> 8 & 255) * 6 + (background & 255) < 1280;
    }

    private static int[] array(IntBuffer buffer) {
        int[] array = new int[buffer.remaining()];
        buffer.get(buffer.position(), array);
        return array;
    }

    private SetPart setPart(Entity entity, MeshFaces faces, SurfaceOptions options, int rgb) {
        if (entity instanceof SideSet set) {
            return new SetPart(set, faces.sideSet(set, options, workers), new int[0], rgb);
        }
        if (!(entity instanceof NodeSet set)) {
            throw AbsentException.of("NOTHING_TO_DRAW", "a picture cannot show " + entity, "it shows side sets and node sets");
        }
        int[] nodes = array(surface.nodes());
        IntegerView entries = set.entryIndexes();
        int[] found = new int[Math.toIntExact(Math.min(entries.size(), nodes.length))];
        int count = 0;
        boolean[] isTaken = new boolean[nodes.length];
        for (long i = 0; i < entries.size(); i++) {
            long node = entries.get(i);
            int at = node < 0 || node > Integer.MAX_VALUE ? -1 : Arrays.binarySearch(nodes, (int) node);
            if (at >= 0 && !isTaken[at]) {
                isTaken[at] = true;
                found[count++] = at;
            }
        }
        return new SetPart(set, surface, Arrays.copyOf(found, count), rgb);
    }

    private Range range(List<Moment> moments) {
        Range range = Range.NOTHING;
        if (coloured.isPresent()) {
            for (Moment moment : moments) {
                range = range(range, coloured.get(), moment);
            }
        }
        return range;
    }

    private Range range(Range before, SurfaceQuantity quantity, Moment moment) {
        if (quantity.isNodal()) {
            return before.with(atNodes(quantity, moment));
        }
        Range range = before;
        for (SetPart set : sets) {
            for (Primitive primitive : quantity.isStoredOn(set.entity) ? Primitive.values() : new Primitive[0]) {
                range = range.with(ofEntries(quantity, set, primitive, moment));
            }
        }
        for (Primitive primitive : Primitive.values()) {
            range = range.with(ofElements(quantity, primitive, moment));
        }
        return range;
    }

    private float[] atNodes(SurfaceQuantity quantity, Moment moment) {
        float[] values = new float[surface.nodeCount()];
        quantity.copyNodes(surface.values().helpedBy(workers), moment.bracket(), values);
        return values;
    }

    private float[] ofElements(SurfaceQuantity quantity, Primitive primitive, Moment moment) {
        float[] values = new float[surface.count(primitive)];
        quantity.copyElements(surface.values().helpedBy(workers), primitive, moment.bracket(), values);
        return values;
    }

    private static float[] ofEntries(SurfaceQuantity quantity, SetPart set, Primitive primitive, Moment moment) {
        float[] values = new float[set.surface.count(primitive)];
        quantity.copyEntries(set.entity, set.surface.values(), primitive, moment.bracket(), values);
        return values;
    }

    private ColourScale scale(Range range) {
        return range.isEmpty() ? new ColourScale(wish.colours(), 0, 1)
                : new ColourScale(wish.colours(), range.low, range.high);
    }

    /// Draws a picture.
    ///
    /// @param moment the moment; nothing for the mesh as it is
    /// @return the picture, with transparency where the background is not there
    public BufferedImage draw(Optional<Moment> moment) {
        Optional<SurfaceQuantity> quantity = moment.isPresent() ? coloured : Optional.empty();
        Range here = quantity.isPresent() ? range(Range.NOTHING, quantity.get(), moment.orElseThrow()) : Range.NOTHING;
        ColourScale colours = wish.range() == Wish.Range.STEP ? scale(here) : scale;
        BufferedImage image = new BufferedImage(wish.width(), wish.height(), wish.background() >>> 24 == 0
                ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Frame frame = new Frame(wish.width(), wish.height(), ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        renderer.render(new Scene(parts(quantity, moment), colours, wish.background()), camera, frame, SAMPLES);
        if (wish.hasLegend()) {
            annotations.draw(image, title(quantity, moment), legend(quantity, colours, here),
                    Optional.of(camera.rotation()).filter(_ -> file.dimension() > 1));
        }
        return image;
    }

    private List<Part> parts(Optional<SurfaceQuantity> quantity, Optional<Moment> moment) {
        double size = annotations.size();
        float[] positions = positions(surface, moment);
        float[] corners = new float[9 * surface.triangleCount()];
        normals.copySmooth(positions, SHARP, corners);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(positions,
                List.of(Faces.smooth(triangles, colouring(quantity, Primitive.TRIANGLE, moment), corners)),
                List.of(Lines.bars(array(surface.lines()), colouring(quantity, Primitive.LINE, moment), BAR * size),
                        new Lines(edges, Colouring.solid(INK), edgeWidth(positions) * Math.max(1, size), true)),
                List.of(new Points(array(surface.points()), colouring(quantity, Primitive.POINT, moment), radii, BALL * size)),
                0));
        for (SetPart set : sets) {
            Function<Primitive, Colouring> colour = primitive -> quantity.isPresent() && moment.isPresent()
                    && quantity.get().isStoredOn(set.entity)
                            ? Colouring.ofPrimitives(ofEntries(quantity.get(), set, primitive, moment.get()))
                            : Colouring.solid(set.rgb);
            float[] at = set.surface == surface ? positions : positions(set.surface, moment);
            parts.add(set.surface == surface
                    ? new Part(at, List.of(), List.of(), List.of(Points.of(set.nodes, Colouring.solid(set.rgb), BALL * size)), SET_LIFT)
                    : new Part(at, List.of(Faces.flat(array(set.surface.triangles()),
                            colour.apply(Primitive.TRIANGLE))),
                            List.of(Lines.bars(array(set.surface.lines()), colour.apply(Primitive.LINE), BAR * size)),
                            List.of(Points.of(array(set.surface.points()), colour.apply(Primitive.POINT), BALL * size)), SET_LIFT));
        }
        return parts;
    }

    /// Edges that are only a few pixels apart would hide the colours: they are drawn thinner, down to one sample.
    private double edgeWidth(float[] positions) {
        double sum = 0;
        long count = 0;
        // Some of them tell.
        int every = Math.max(1, edges.length / 2 / 10_000);
        for (int i = 0; i < edges.length; i += 2 * every) {
            int a = 3 * edges[i];
            int b = 3 * edges[i + 1];
            double length = Math.sqrt(square(positions[a] - positions[b]) + square(positions[a + 1] - positions[b + 1])
                    + square(positions[a + 2] - positions[b + 2]));
            if (Double.isFinite(length)) {
                sum += length;
                count++;
            }
        }
        double pixels = count == 0 ? CLOSE : sum / count / camera.height() * wish.height();
        return Math.clamp(pixels / CLOSE, 1.0 / SAMPLES, 1);
    }

    private static double square(double x) {
        return x * x;
    }

    private float[] positions(Surface of, Optional<Moment> moment) {
        if (deform.isPresent() && moment.isPresent()) {
            return deform.get().positions(of, moment.get());
        }
        float[] positions = new float[3 * of.nodeCount()];
        of.values().copyPositions(positions);
        return positions;
    }

    private Colouring colouring(Optional<SurfaceQuantity> quantity, Primitive primitive, Optional<Moment> moment) {
        if (quantity.isPresent() && moment.isPresent()) {
            return quantity.get().isNodal() ? Colouring.ofNodes(atNodes(quantity.get(), moment.get()))
                    : Colouring.ofPrimitives(ofElements(quantity.get(), primitive, moment.get()));
        }
        int[] colours = new int[surface.count(primitive)];
        for (int i = 0; i < colours.length; i++) {
            int element = switch (primitive) {
                case TRIANGLE -> surface.faceElement(surface.triangleFaces().get(i));
                case LINE -> surface.lineElement(i);
                case POINT -> surface.pointElement(i);
            };
            colours[i] = BlockColours.colour(surface.block(element).index());
        }
        return Colouring.each(colours);
    }

    /// Spheres may tell how large they are.
    private static float[] radii(Surface surface) {
        float[] radii = new float[surface.pointCount()];
        for (int i = 0; i < radii.length; i++) {
            ElementBlock block = surface.block(surface.pointElement(i));
            int column = block.attributes().labels().stream().map(String::toLowerCase).toList().indexOf("radius");
            radii[i] = column < 0 ? Float.NaN : (float) block.attributes().attribute(column)
                    .get(surface.pointElement(i) - block.firstIndex());
        }
        return radii;
    }

    private List<String> title(Optional<SurfaceQuantity> quantity, Optional<Moment> moment) {
        List<String> lines = new ArrayList<>();
        lines.add(Escape.printable(wish.title()));
        String when = moment.map(it -> "step " + it.label()
                + (file.times().steps() > 1 ? " of 0 to " + (file.times().steps() - 1) : "") + ", time "
                + Numbers.rounded(it.time(), 7) + (wish.timeUnit().isEmpty() ? "" : " " + Escape.printable(wish.timeUnit())))
                .orElse("");
        String what = quantity.map(it -> Escape.printable(it.quantity().label())).orElse("");
        lines.add(what.isEmpty() || when.isEmpty() ? what + when : what + "  ·  " + when);
        deform.ifPresent(it -> lines.add("deformed by " + Escape.printable(it.name())
                + (it.factor().orElse(1.0) == 1 ? "" : " × " + Numbers.rounded(it.factor().orElse(1.0), 6))));
        return lines;
    }

    /// Returns what the pictures lack: the blocks that were asked for and cannot be drawn, and why.
    public List<SkippedBlock> skipped() {
        return skipped;
    }

    private List<Legend.Key> keys() {
        List<Legend.Key> keys = new ArrayList<>();
        List<ElementBlock> blocks = file.elementBlocks().stream().filter(wish.isShown()).filter(block -> block.size() > 0)
                .filter(block -> skipped.stream().noneMatch(it -> it.block().index() == block.index())).toList();
        if (wish.quantity().isEmpty() && blocks.size() + sets.size() > 1) {
            // Those that were asked for first: there may be more than a legend holds.
            sets.forEach(set -> keys.add(new Legend.Key(label(set.entity), set.rgb)));
            blocks.forEach(block -> keys.add(new Legend.Key(label(block), BlockColours.colour(block.index()))));
        }
        return keys;
    }

    private static String label(Entity entity) {
        String word = entity.kind() == EntityKind.ELEMENT_BLOCK ? "block " : entity.kind() == EntityKind.SIDE_SET
                ? "side set " : "node set ";
        return word + entity.id() + (entity.name().isEmpty() ? "" : " " + Escape.printable(entity.name()));
    }

    private Optional<Legend> legend(Optional<SurfaceQuantity> quantity, ColourScale colours, Range here) {
        if (quantity.isPresent()) {
            String range = here.isEmpty() ? "no values here" : "min " + Numbers.rounded(here.low, 5) + "\nmax "
                    + Numbers.rounded(here.high, 5);
            return Optional.of(new Legend(Escape.printable(quantity.get().quantity().label()), colours, range, List.of()));
        }
        List<Legend.Key> keys = keys();
        return keys.isEmpty() ? Optional.empty() : Optional.of(new Legend("", colours, "", keys));
    }

    /// Returns from where the pictures are seen.
    public Rotation view() {
        return camera.rotation();
    }
}
