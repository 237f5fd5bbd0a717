package dev.exodusii.write;

import dev.exodusii.Assembly;
import dev.exodusii.Blob;
import dev.exodusii.Block;
import dev.exodusii.EdgeSet;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceSet;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.IntegerView;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies the values of one file into another: all that the new one defines and the old one has, straight from file to
/// file.
///
/// Entities are paired by their ids, variables by their names. What the new file alone defines is left to the caller, who
/// puts it as usual. So is what counts through elements, edges or faces where the two files do not have the same blocks of
/// them, since the same number means another element there: ids, maps and sets of elements, for instance. Used by the
/// thread that uses the writer.
public final class ExodusCopy {

    private final ExodusFile source;
    private final ExodusWriter target;
    private final ExodusDefinition definition;
    private final Set<EntityKind> sameBlocks = EnumSet.noneOf(EntityKind.class);
    private final Map<EntityKind, List<Pair>> pairs = new EnumMap<>(EntityKind.class);
    private final List<Match> globals;
    private final List<Match> nodals;

    private ExodusCopy(ExodusFile source, ExodusWriter target) {
        this.source = source;
        this.target = target;
        this.definition = target.definition();
        this.globals = matches(source.globalVariables(), names(EntityKind.GLOBAL));
        this.nodals = matches(source.nodalVariables(), names(EntityKind.NODAL));
        for (EntityKind kind : List.of(EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK)) {
            if (blocks(source.entities(kind)).equals(blocks(definition.entities(kind)))) {
                sameBlocks.add(kind);
            }
        }
    }

    private static List<List<Long>> blocks(EntityList<? extends Entity> blocks) {
        return blocks.stream().map(block -> List.of(block.id(), block.size())).toList();
    }

    private static List<List<Long>> blocks(List<? extends EntityDefinition> blocks) {
        return blocks.stream().map(block -> List.of(block.id(), block.size())).toList();
    }

    /// Tells whether what counts entries of a kind counts the same ones in both files.
    private boolean isSameNumbering(EntityKind kind) {
        return switch (kind) {
            case SIDE_SET, ELEMENT_SET, ELEMENT_MAP -> sameBlocks.contains(EntityKind.ELEMENT_BLOCK);
            case EDGE_SET, EDGE_MAP -> sameBlocks.contains(EntityKind.EDGE_BLOCK);
            case FACE_SET, FACE_MAP -> sameBlocks.contains(EntityKind.FACE_BLOCK);
            default -> true;
        };
    }

    /// Prepares a copy.
    ///
    /// @param source the file that is read; it stays open
    /// @param target the file that is written, such as one with the definition [ExodusDefinition#of] of the other
    /// @return the copy, of which nothing is done yet
    public static ExodusCopy of(ExodusFile source, ExodusWriter target) {
        return new ExodusCopy(source, target);
    }

    /// Copies everything: [#mesh], all steps, and announces them.
    ///
    /// @throws IOException              when something cannot be written
    /// @throws IllegalArgumentException when a pair differs in its size
    public void all() throws IOException {
        mesh();
        long first = target.steps();
        for (long step = 0; step < source.times().steps(); step++) {
            step(step, first + step);
        }
        target.announce(first + source.times().steps());
    }

    /// Copies all that has no steps: coordinates, connectivity, sets, maps, attributes.
    ///
    /// @throws IOException              when something cannot be written
    /// @throws IllegalArgumentException when a pair differs in its size
    public void mesh() throws IOException {
        coordinates();
        ids(EntityKind.NODE_MAP, source.nodeIds());
        ids(EntityKind.ELEMENT_MAP, source.elementIds());
        ids(EntityKind.EDGE_MAP, source.edgeIds());
        ids(EntityKind.FACE_MAP, source.faceIds());
        Optional<IntegerView> order = source.elementOrder();
        if (definition.hasElementOrder() && order.isPresent() && isSameNumbering(EntityKind.ELEMENT_MAP)) {
            target.elementOrder().put(order.get());
        }
        for (EntityKind kind : EntityKind.values()) {
            for (Pair pair : pairs(kind)) {
                entity(pair);
            }
        }
        for (ExtraVariable extra : definition.extraVariables()) {
            Optional<Variable> stored = source.container().variable(extra.name());
            if (stored.isPresent() && !isInSteps(extra)) {
                target.putExtra(extra.name(), Values.of(stored.get().view()));
            }
        }
    }

    private static boolean isInSteps(ExtraVariable extra) {
        return !extra.dimensions().isEmpty() && extra.dimensions().getFirst().equals(ExodusLayout.TIME);
    }

    private void coordinates() throws IOException {
        if (definition.nodeCount() == 0) {
            return;
        }
        for (int axis = 0; axis < definition.dimension(); axis++) {
            if (source.coordinates().isStored(axis) && source.nodeCount() > 0) {
                target.coordinates().axis(axis).put(source.coordinates().axis(axis));
            }
        }
        if (!definition.nodalAttributes().isEmpty() && !source.coordinates().attributes().isEmpty()) {
            target.coordinates().attributes().all().put(source.coordinates().attributes().values());
        }
    }

    private void ids(EntityKind kind, IdMap ids) throws IOException {
        if (definition.hasIds(kind) && ids.stored().isPresent() && isSameNumbering(kind)) {
            target.ids(kind).put(ids.stored().get());
        }
    }

    /// An entity of the old file, its place in the new one, and the variables that both have.
    private record Pair(Entity from, EntityDefinition to, int index, List<Match> variables, List<Match> reductions) {}

    private List<Pair> pairs(EntityKind kind) {
        return pairs.computeIfAbsent(kind, this::findPairs);
    }

    /// Where faulty files repeat an id, the n-th is paired with the n-th.
    private List<Pair> findPairs(EntityKind kind) {
        if (!isSameNumbering(kind)) {
            return List.of();
        }
        Map<Long, Deque<Entity>> left = new HashMap<>();
        source.entities(kind).forEach(entity -> left.computeIfAbsent(entity.id(), fresh -> new ArrayDeque<>())
                .add(entity));
        List<Pair> found = new ArrayList<>();
        List<? extends EntityDefinition> all = definition.entities(kind);
        for (int i = 0; i < all.size(); i++) {
            EntityDefinition to = all.get(i);
            Deque<Entity> from = left.getOrDefault(to.id(), new ArrayDeque<>());
            if (!from.isEmpty()) {
                Entity entity = from.removeFirst();
                found.add(new Pair(entity, to, i, matches(entity.variables(), names(kind)).stream()
                        .filter(match -> definition.isStored(to, definition.variables(kind).get(match.index())))
                        .toList(), definition.state().reductions(kind).areOn(to)
                                ? matches(entity.reductionVariables(), definition.reductionVariables(kind))
                                : List.of()));
            }
        }
        return found;
    }

    private void entity(Pair pair) throws IOException {
        if (pair.to().isNull() || pair.from().isNull()) {
            return;
        }
        if (pair.from().size() != pair.to().size()) {
            throw new IllegalArgumentException(target.name() + ": " + pair.to().label() + " has " + pair.to().size()
                    + " entries, but " + pair.from().size() + " in " + source.name());
        }
        switch (pair.from()) {
            case Block block -> block(block, target.blockAt(pair.to().kind(), pair.index()));
            case EntitySet set -> set(set, target.setAt(pair.to().kind(), pair.index()));
            case NumberMap map -> {
                if (map.isStored() && ((MapDefinition) pair.to()).isStored()) {
                    target.mapAt(pair.to().kind(), pair.index()).put(map.values());
                }
            }
            case Assembly assembly -> { }
            case Blob blob -> { }
        }
    }

    private void block(Block from, BlockPlaces to) throws IOException {
        BlockDefinition defined = (BlockDefinition) to.definition();
        boolean isSameFaces = sameBlocks.contains(EntityKind.FACE_BLOCK);
        if (defined.isPolyhedral() && from instanceof ElementBlock polyhedra) {
            if (isSameFaces) {
                to.putRows(polyhedra.polyhedra());
            }
        } else if (defined.isPolygonal()) {
            to.putRows(from.polygons());
        } else if (defined.nodesPerEntry() > 0) {
            to.connectivity().put(from.connectivity());
        }
        if (defined.edgesPerEntry() > 0 && from instanceof ElementBlock elements
                && elements.edgeConnectivity().isPresent() && sameBlocks.contains(EntityKind.EDGE_BLOCK)) {
            to.edgeConnectivity().put(elements.edgeConnectivity().get());
        }
        if (defined.facesPerEntry() > 0 && from instanceof ElementBlock elements
                && elements.faceConnectivity().isPresent() && isSameFaces) {
            to.faceConnectivity().put(elements.faceConnectivity().get());
        }
        if (!defined.attributes().isEmpty() && !from.attributes().isEmpty()) {
            to.attributes().all().put(from.attributes().values());
        }
    }

    private static void set(EntitySet from, SetPlaces to) throws IOException {
        SetDefinition defined = (SetDefinition) to.definition();
        to.entries().put(from.entries());
        if (from instanceof SideSet sides) {
            to.sides().put(sides.sides());
        }
        Optional<IntegerView> orientations = switch (from) {
            case EdgeSet edges -> edges.orientations();
            case FaceSet faces -> faces.orientations();
            default -> Optional.empty();
        };
        if (defined.hasOrientations() && orientations.isPresent()) {
            to.orientations().put(orientations.get());
        }
        if (defined.factors() > 0 && from.hasDistributionFactors()) {
            to.distributionFactors().put(from.distributionFactors());
        }
        if (!defined.attributes().isEmpty() && !from.attributes().isEmpty()) {
            to.attributes().all().put(from.attributes().values());
        }
    }

    /// Copies the values of one step, without announcing it.
    ///
    /// @param from the 0-based step in the old file
    /// @param to   the 0-based step in the new file
    /// @throws IOException               when something cannot be written
    /// @throws IndexOutOfBoundsException when the old file has no such step
    public void step(long from, long to) throws IOException {
        target.putTime(to, source.times().time(from));
        if (!definition.variables(EntityKind.GLOBAL).isEmpty()) {
            for (Run run : runs(globals, from)) {
                target.globals(run.first(), run.values().length).step(to).put(run.values());
            }
        }
        if (definition.nodeCount() > 0) {
            for (Match match : nodals) {
                target.nodalAt(match.index()).step(to).put(match.series().step(from));
            }
        }
        for (EntityKind kind : EntityKind.values()) {
            if (!definition.variables(kind).isEmpty() || !definition.reductionVariables(kind).isEmpty()) {
                for (Pair pair : pairs(kind)) {
                    step(pair, from, to);
                }
            }
        }
        for (ExtraVariable extra : definition.extraVariables()) {
            Optional<Variable> stored = source.container().variable(extra.name());
            if (stored.isPresent() && isInSteps(extra)) {
                target.putExtra(extra.name(), to, Values.of(stored.get().view().select(0, from)));
            }
        }
    }

    private void step(Pair pair, long from, long to) throws IOException {
        for (Match match : pair.variables()) {
            target.variable(pair.to(), pair.index(), match.index()).step(to).put(match.series().step(from));
        }
        for (Run run : runs(pair.reductions(), from)) {
            target.reductions(pair.to(), pair.index(), run.first(), run.values().length).step(to).put(run.values());
        }
    }

    private List<String> names(EntityKind kind) {
        return definition.variables(kind).stream().map(ResultVariable::name).toList();
    }

    /// A variable of the old file, and its index in the new one.
    private record Match(TimeSeries series, int index) {}

    /// Where names are repeated, the n-th is matched with the n-th.
    private static List<Match> matches(List<TimeSeries> stored, List<String> names) {
        Map<String, Deque<TimeSeries>> left = new HashMap<>();
        stored.forEach(series -> left.computeIfAbsent(series.name(), fresh -> new ArrayDeque<>()).add(series));
        List<Match> matches = new ArrayList<>();
        for (int v = 0; v < names.size(); v++) {
            Deque<TimeSeries> series = left.getOrDefault(names.get(v), new ArrayDeque<>());
            if (!series.isEmpty()) {
                matches.add(new Match(series.removeFirst(), v));
            }
        }
        return matches;
    }

    /// Values that lie side by side in the new file.
    private record Run(int first, double... values) {}

    /// Values of variables with one value each, together where they lie together: one by one would be slow.
    private static List<Run> runs(List<Match> matches, long step) {
        List<Run> runs = new ArrayList<>();
        int begin = 0;
        for (int i = 1; i <= matches.size(); i++) {
            if (i == matches.size() || matches.get(i).index() != matches.get(i - 1).index() + 1) {
                double[] values = new double[i - begin];
                for (int v = 0; v < values.length; v++) {
                    values[v] = matches.get(begin + v).series().get(step, 0);
                }
                runs.add(new Run(matches.get(begin).index(), values));
                begin = i;
            }
        }
        return runs;
    }
}
