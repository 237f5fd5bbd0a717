package dev.exodusii.cli.view;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.NodeSet;
import dev.exodusii.SideSet;
import dev.exodusii.TimeBracket;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.pic.SurfaceQuantity;
import dev.exodusii.cli.plot.Picture;
import dev.exodusii.cli.render.BlockColours;
import dev.exodusii.cli.render.Bounds;
import dev.exodusii.cli.render.ColourScale;
import dev.exodusii.cli.render.Colouring;
import dev.exodusii.cli.render.Faces;
import dev.exodusii.cli.render.Frame;
import dev.exodusii.cli.render.Lines;
import dev.exodusii.cli.render.Part;
import dev.exodusii.cli.render.Points;
import dev.exodusii.cli.render.Renderer;
import dev.exodusii.cli.render.Scene;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceValues;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.VectorView;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes pictures of one open mesh. What a picture shares with the one before is kept: surface, positions, values.
///
/// Not safe for use by several threads: it belongs to the thread that draws.
final class Stage {

    private static final int AXES = 3;
    private static final int BACKGROUND = 0xfff4f5f7;
    private static final int EDGE = 0x303030;
    private static final int[] SET_COLOURS = {0xd62728, 0x1f77b4, 0x9467bd, 0x2ca02c, 0xff7f0e, 0xe377c2};
    private static final double LIFT = 2;
    private static final double DOT = 3;
    private static final double BAR = 3;
    private static final String UNDEFORMED = "undeformed";

    private final OpenMesh mesh;
    private final ExodusFile file;
    private final Workers workers;
    private final Renderer renderer;
    private final Map<Facts.Part, Sheet> sets = new HashMap<>();
    /// Of the steps with infinite values, by quantity and step.
    private final Map<List<Object>, FiniteRange> finiteRanges = new HashMap<>();
    private @Nullable Sheet sheet;
    private Set<Integer> hidden = Set.of();
    private @Nullable Scene scene;
    private @Nullable Frame frame;
    private List<Sheet> drawn = List.of();
    private @Nullable Choice drawnChoice;
    /// The node sets that are drawn, behind those things.
    private List<Facts.Part> dotted = List.of();
    private @Nullable Last last;
    private @Nullable LastNode lastNode;

    /// What was picked.
    private record Last(Sheet on, Scene.Hit hit, int node, Optional<SideSet> set, Choice choice, Picked found) {}

    /// A node of a node set that was picked.
    private record LastNode(Facts.Part set, long node, Choice choice, Picked found) {}

    /// Something with nodes, at a step.
    private static final class Sheet {

        final Surface surface;
        final int[] triangles;
        final int[] lines;
        final int[] points;
        final float[] positions;
        final float[] nodeValues;
        final Map<Primitive, float[]> elementValues = new HashMap<>();
        final Map<Primitive, int[]> blockColours = new HashMap<>();
        int @Nullable [] edges;
        @Nullable Object positionsKey;
        Bounds bounds = Bounds.of(new float[0]);
        @Nullable Object valuesKey;

        Sheet(Surface surface) {
            this(surface, new float[AXES * surface.nodeCount()]);
        }

        /// @param positions room for where the nodes are
        Sheet(Surface surface, float[] positions) {
            this.surface = surface;
            this.triangles = array(surface.triangles());
            this.lines = array(surface.lines());
            this.points = array(surface.points());
            this.positions = positions;
            this.nodeValues = new float[surface.nodeCount()];
            elementValues.put(Primitive.TRIANGLE, new float[surface.triangleCount()]);
            elementValues.put(Primitive.LINE, new float[surface.lineCount()]);
            elementValues.put(Primitive.POINT, new float[surface.pointCount()]);
        }

        void forget() {
            valuesKey = null;
            positionsKey = UNDEFORMED.equals(positionsKey) ? UNDEFORMED : null;
        }

        int[] edges() {
            int[] known = edges;
            if (known == null) {
                known = array(surface.elementEdges());
                edges = known;
            }
            return known;
        }

        float[] values(Primitive primitive) {
            return Objects.requireNonNull(elementValues.get(primitive));
        }
    }

    /// @param mesh     stays open as long as this is used
    /// @param workers  who helps, and who says when to stop
    Stage(OpenMesh mesh, Workers workers) {
        this.mesh = mesh;
        this.file = mesh.file();
        this.workers = workers;
        this.renderer = new Renderer(workers);
    }

    OpenMesh mesh() {
        return mesh;
    }

    private static int[] array(IntBuffer indexes) {
        int[] array = new int[indexes.remaining()];
        indexes.duplicate().get(array);
        return array;
    }

    /// Makes a picture.
    ///
    /// @param choice    what it shows
    /// @param samples   how many samples are taken of a pixel along each axis: 1 is fast, 2 looks smooth
    /// @param isSettled whether nobody is writing to its step any more
    Shown draw(Choice choice, int samples, boolean isSettled) {
        Background.requireNotEventThread();
        Sheet main = sheet(choice);
        place(main, choice);
        String note = "";
        Optional<ColourScale> scale = Optional.empty();
        if (choice.colour().isPresent() && file.times().steps() > 0) {
            fill(main, choice.colour().get(), choice.step());
            scale = Optional.of(scale(choice));
            note = choice.range().kind() == RangeRule.Kind.ALL && mesh.ranges().knownOverall(choice.colour().get()).isEmpty()
                    ? "range of the steps known so far" : "";
        }
        List<Part> parts = new ArrayList<>();
        List<Sheet> sheets = new ArrayList<>();
        parts.add(part(main, choice, scale.isPresent()));
        sheets.add(main);
        Set<Facts.Part> coloured = scale.isPresent() ? coloured(choice.colour().orElseThrow()) : Set.of();
        coloured.forEach(set -> addSet(set, choice, true, parts, sheets));
        choice.sets().stream().filter(set -> set.kind() != EntityKind.NODE_SET && !coloured.contains(set))
                .forEach(set -> addSet(set, choice, false, parts, sheets));
        // Behind those that have a surface.
        List<Facts.Part> nodeSets = choice.sets().stream().filter(set -> set.kind() == EntityKind.NODE_SET).toList();
        nodeSets.forEach(set -> addNodes(set, choice, parts));
        Scene next = new Scene(parts, scale.orElse(new ColourScale(choice.colours(), 0, 1)), BACKGROUND);
        BufferedImage image = new BufferedImage(choice.width(), choice.height(), BufferedImage.TYPE_INT_RGB);
        Frame target = new Frame(choice.width(), choice.height(),
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
        renderer.render(next, choice.camera(), target, samples);
        scene = next;
        frame = target;
        drawn = sheets;
        dotted = nodeSets;
        drawnChoice = choice;
        return new Shown(choice, image, samples > 1, isSettled, file.times().steps() > 0 ? file.times().time(choice.step()) : Double.NaN, scale,
                choice.colour().map(Quantity::label).orElse(""), note, main.bounds);
    }

    /// Has all that depends on a step read again.
    void forget() {
        mesh.forgetRanges();
        finiteRanges.clear();
        if (sheet != null) {
            sheet.forget();
        }
        sets.values().forEach(Sheet::forget);
    }

    private Sheet sheet(Choice choice) {
        Sheet known = sheet;
        if (known == null || !choice.hidden().equals(hidden)) {
            if (choice.hidden().isEmpty()) {
                known = new Sheet(mesh.whole(), mesh.positions());
                known.bounds = mesh.facts().bounds();
                known.positionsKey = UNDEFORMED;
            } else {
                known = new Sheet(mesh.faces().surface(OpenMesh.OPTIONS
                        .onlyBlocks(block -> !choice.hidden().contains(block.index())), workers));
            }
            sheet = known;
            hidden = choice.hidden();
        }
        return known;
    }

    /// Puts the nodes where they are at the step.
    private void place(Sheet on, Choice choice) {
        Optional<VectorView> displacement = displacement(choice);
        Object key = displacement.isEmpty() ? UNDEFORMED : List.of(choice.move(), choice.step(), choice.scale());
        if (key.equals(on.positionsKey)) {
            return;
        }
        if (displacement.isPresent()) {
            values(on).copyDisplaced(displacement.get(), choice.scale(), on.positions);
        } else {
            values(on).copyPositions(on.positions);
        }
        // Where all is hidden, all is what a fit would show.
        on.bounds = on.positions.length == 0 ? mesh.facts().bounds() : Bounds.of(on.positions);
        on.positionsKey = key;
    }

    private Optional<VectorView> displacement(Choice choice) {
        List<TimeSeries> components = file.times().isEmpty() ? List.of()
                : choice.move().map(vector -> vector.in(file)).orElse(List.of());
        return components.isEmpty() ? Optional.empty()
                : Optional.of(VectorView.of(components.stream().map(series -> series.step(choice.step())).toList()));
    }

    private SurfaceValues values(Sheet on) {
        return on.surface.values().helpedBy(workers);
    }

    private void fill(Sheet on, Quantity quantity, long step) {
        Object key = List.of(quantity, step);
        if (key.equals(on.valuesKey)) {
            return;
        }
        SurfaceQuantity values = new SurfaceQuantity(file, quantity);
        if (values.isNodal()) {
            values.copyNodes(values(on), TimeBracket.of(step), on.nodeValues);
        } else {
            // Those of sets lie on top.
            on.elementValues.forEach((primitive, to) -> values.copyElements(values(on), primitive, TimeBracket.of(step), to));
        }
        on.valuesKey = key;
    }

    private ColourScale scale(Choice choice) {
        RangeRule rule = choice.range();
        Quantity quantity = choice.colour().orElseThrow();
        if (rule.kind() == RangeRule.Kind.FIXED) {
            return new ColourScale(choice.colours(), rule.low(), rule.high());
        }
        MinMax range = rule.kind() == RangeRule.Kind.ALL ? mesh.ranges().knownOverall(quantity)
                .orElseGet(() -> mesh.ranges().atStep(quantity, choice.step(), workers)
                        .then(mesh.ranges().knownSoFar(quantity)))
                : mesh.ranges().atStep(quantity, choice.step(), workers);
        FiniteRange finite = FiniteRange.isFinite(range) ? FiniteRange.of(range) : finite(quantity, choice);
        return finite.isEmpty() ? new ColourScale(choice.colours(), 0, 0)
                : new ColourScale(choice.colours(), finite.low(), finite.high());
    }

    /// Ranges know infinite values, too: the steps that have some are looked through again.
    private FiniteRange finite(Quantity quantity, Choice choice) {
        if (choice.range().kind() != RangeRule.Kind.ALL) {
            return finite(quantity, choice.step());
        }
        FiniteRange range = FiniteRange.NOTHING;
        for (long step = 0; step < file.times().steps(); step++) {
            Optional<MinMax> known = mesh.ranges().known(quantity, step);
            if (known.isPresent()) {
                range = range.and(FiniteRange.isFinite(known.get()) ? FiniteRange.of(known.get()) : finite(quantity, step));
            }
        }
        return range;
    }

    private FiniteRange finite(Quantity quantity, long step) {
        return finiteRanges.computeIfAbsent(List.of(quantity, step), _ -> FiniteRange.of(file, quantity, step));
    }

    private Part part(Sheet on, Choice choice, boolean hasValues) {
        boolean isNodal = hasValues && choice.colour().orElseThrow().kind() == EntityKind.NODAL;
        List<Lines> lines = new ArrayList<>();
        lines.add(Lines.bars(on.lines, colouring(on, Primitive.LINE, hasValues, isNodal), BAR));
        if (choice.hasEdges()) {
            lines.add(Lines.edges(on.edges(), EDGE));
        }
        return new Part(on.positions,
                List.of(Faces.flat(on.triangles, colouring(on, Primitive.TRIANGLE, hasValues, isNodal))), lines,
                List.of(Points.of(on.points, colouring(on, Primitive.POINT, hasValues, isNodal), DOT)), 0);
    }

    private static Colouring colouring(Sheet on, Primitive primitive, boolean hasValues, boolean isNodal) {
        return isNodal ? Colouring.ofNodes(on.nodeValues) : hasValues ? Colouring.ofPrimitives(on.values(primitive))
                : Colouring.each(on.blockColours.computeIfAbsent(primitive, it -> blocks(on.surface, it)));
    }

    private static int[] blocks(Surface surface, Primitive primitive) {
        return switch (primitive) {
            case TRIANGLE -> {
                IntBuffer faces = surface.triangleFaces();
                yield IntStream.range(0, surface.triangleCount()).map(i -> surface.faceElement(faces.get(i)))
                        .map(element -> colour(surface, element)).toArray();
            }
            case LINE -> IntStream.range(0, surface.lineCount()).map(i -> colour(surface, surface.lineElement(i))).toArray();
            case POINT -> IntStream.range(0, surface.pointCount()).map(i -> colour(surface, surface.pointElement(i)))
                    .toArray();
        };
    }

    private static int colour(Surface surface, int element) {
        return BlockColours.colour(surface.block(element).index());
    }

    /// The side sets that have values of a variable of side sets: they are seen whether they were chosen or not.
    private Set<Facts.Part> coloured(Quantity quantity) {
        return quantity.kind() != EntityKind.SIDE_SET ? Set.of() : mesh.facts().sets().stream()
                .filter(set -> set.kind() == EntityKind.SIDE_SET
                        && !quantity.on(file.sideSets().get(set.index())).isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void addSet(Facts.Part set, Choice choice, boolean isColoured, List<Part> parts, List<Sheet> sheets) {
        Colouring solid = Colouring.solid(SET_COLOURS[set.index() % SET_COLOURS.length]);
        Sheet on = sets.computeIfAbsent(set, this::setSheet);
        place(on, choice);
        if (isColoured) {
            fillEntries(on, file.sideSets().get(set.index()), choice.colour().orElseThrow(), choice.step());
        }
        Function<Primitive, Colouring> colouring = primitive -> isColoured ? Colouring.ofPrimitives(on.values(primitive))
                : solid;
        Lines bars = Lines.bars(on.lines, colouring.apply(Primitive.LINE), BAR);
        parts.add(new Part(on.positions, List.of(Faces.flat(on.triangles, colouring.apply(Primitive.TRIANGLE))),
                choice.hasEdges() ? List.of(bars, Lines.edges(on.edges(), EDGE)) : List.of(bars),
                List.of(Points.of(on.points, colouring.apply(Primitive.POINT), DOT)), LIFT));
        sheets.add(on);
    }

    private void fillEntries(Sheet on, SideSet set, Quantity quantity, long step) {
        Object key = List.of(quantity, step);
        if (!key.equals(on.valuesKey)) {
            SurfaceQuantity values = new SurfaceQuantity(file, quantity);
            on.elementValues.forEach(
                    (primitive, to) -> values.copyEntries(set, values(on), primitive, TimeBracket.of(step), to));
            on.valuesKey = key;
        }
    }

    private void addNodes(Facts.Part set, Choice choice, List<Part> parts) {
        float[] positions = nodes(file.nodeSets().get(set.index()), choice);
        int[] all = IntStream.range(0, positions.length / AXES).toArray();
        Colouring colouring = Colouring.solid(SET_COLOURS[set.index() % SET_COLOURS.length]);
        parts.add(new Part(positions, List.of(), List.of(), List.of(Points.of(all, colouring, DOT)), LIFT));
    }

    private Sheet setSheet(Facts.Part set) {
        return new Sheet(set.kind() == EntityKind.SIDE_SET
                ? mesh.faces().sideSet(file.sideSets().get(set.index()), OpenMesh.OPTIONS, workers)
                : mesh.faces().elementSet(file.elementSets().get(set.index()), OpenMesh.OPTIONS, workers));
    }

    /// The indexes of the nodes of a set; numbers that name no node are passed over.
    private long[] indexes(NodeSet set) {
        return set.entries().stream().map(number -> number - 1).filter(index -> index >= 0 && index < file.nodeCount())
                .toArray();
    }

    /// Where the nodes of a set are.
    private float[] nodes(NodeSet set, Choice choice) {
        long[] indexes = indexes(set);
        VectorView places = file.coordinates().vectors();
        Optional<VectorView> displacement = displacement(choice);
        float[] positions = new float[AXES * indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            for (int axis = 0; axis < places.dimension(); axis++) {
                double moved = 0;
                if (displacement.isPresent() && axis < displacement.get().dimension()) {
                    moved = choice.scale() * displacement.get().component(axis).get(indexes[i]);
                }
                positions[AXES * i + axis] = (float) (places.component(axis).get(indexes[i]) + moved);
            }
        }
        return positions;
    }

    /// Tells what is at a place of the picture that was made last.
    Picked pick(int x, int y) {
        Background.requireNotEventThread();
        Scene seen = scene;
        Frame pixels = frame;
        Choice choice = drawnChoice;
        if (seen == null || pixels == null || choice == null) {
            return Picked.NOTHING;
        }
        Optional<Scene.Hit> hit = seen.hit(pixels.idAt(x, y));
        last = null;
        lastNode = null;
        if (hit.isEmpty()) {
            return Picked.NOTHING;
        }
        if (hit.get().part() >= drawn.size()) {
            Facts.Part dots = dotted.get(hit.get().part() - drawn.size());
            return pickNode(dots, indexes(file.nodeSets().get(dots.index()))[hit.get().index()], choice, Optional.empty());
        }
        Sheet on = drawn.get(hit.get().part());
        Optional<SideSet> set = sets.entrySet().stream().filter(it -> it.getValue() == on
                && it.getKey().kind() == EntityKind.SIDE_SET).findFirst().map(it -> file.sideSets().get(it.getKey().index()));
        Probe probe = new Probe(file, on.surface, on.positions, choice, set);
        int node = probe.node(hit.get(), x, y);
        Picked found = probe.at(hit.get(), node, Optional.empty());
        last = new Last(on, hit.get(), node, set, choice, found);
        return found;
    }

    private Picked pickNode(Facts.Part set, long node, Choice choice, Optional<Picture> history) {
        Sheet main = drawn.getFirst();
        Picked found = new Probe(file, main.surface, main.positions, choice, Optional.empty())
                .atNode(file.nodeSets().get(set.index()), node, history);
        lastNode = new LastNode(set, node, choice, found);
        return found;
    }

    private Optional<Picked> pickNodeAgain(LastNode known, Choice choice) {
        boolean isSameColour = choice.colour().equals(known.choice.colour());
        if (!dotted.contains(known.set) || isSameColour && choice.step() == known.choice.step()) {
            return Optional.empty();
        }
        return Optional.of(pickNode(known.set, known.node, choice,
                isSameColour ? known.found.history() : Optional.empty()));
    }

    /// Tells of what was picked last at the step and in the colours of the picture that was made last.
    ///
    /// @return nothing where nothing was picked, or it is told already or not seen any more
    Optional<Picked> pickAgain() {
        Last known = last;
        LastNode knownNode = lastNode;
        Choice choice = drawnChoice;
        if (knownNode != null && choice != null) {
            return pickNodeAgain(knownNode, choice);
        }
        if (known == null || choice == null || !drawn.contains(known.on)) {
            return Optional.empty();
        }
        boolean isSameColour = choice.colour().equals(known.choice.colour());
        if (isSameColour && choice.step() == known.choice.step()) {
            return Optional.empty();
        }
        Picked found = new Probe(file, known.on.surface, known.on.positions, choice, known.set)
                .at(known.hit, known.node, isSameColour ? known.found.history() : Optional.empty());
        last = new Last(known.on, known.hit, known.node, known.set, choice, found);
        return Optional.of(found);
    }
}
