package dev.exodusii;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealMatrix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the values of the result variables of all kinds (`exodus-format` §2.12).
final class Variables {

    private static final int ALL = -1;

    private final Storage storage;
    private final SeriesShape shapes;
    private final ValueIndex index;
    private final Map<EntityKind, VariableGroup> groups = new EnumMap<>(EntityKind.class);
    private final Map<EntityKind, VariableGroup> reductions = new EnumMap<>(EntityKind.class);
    private final Map<EntityKind, Map<String, List<Integer>>> positions = new ConcurrentHashMap<>();

    /// Entity counts are needed because a truth table has one row for each entity.
    Variables(Storage storage, TimeAxis times, Map<EntityKind, Integer> entityCounts) {
        this.storage = storage;
        this.shapes = new SeriesShape(times.steps());
        this.index = ValueIndex.of(storage.container());
        for (EntityKind kind : EntityKind.values()) {
            Convention names = kind.convention();
            List<String> variables = readNames(names.variableCount(), names.variableNames());
            groups.put(kind, new VariableGroup(kind, variables,
                    truthTable(names, entityCounts.getOrDefault(kind, 0), variables.size())));
            reductions.put(kind, new VariableGroup(kind,
                    readNames(names.reductionCount(), names.reductionNames()), Optional.empty()));
        }
    }

    private List<String> readNames(String countDimension, String namesVariable) {
        long count = storage.length(countDimension);
        long stored = storage.text(namesVariable).map(rows -> rows.size()).orElse(0L);
        if (count == 0) {
            return List.of();
        }
        if (count > stored) {
            // A count alone must not make us allocate: what has neither a name nor values does not exist.
            long used = Math.max(stored, storage.container().variables().size());
            if (count > used) {
                storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, countDimension,
                        "declares " + count + " variables, far more than the file holds; only those found are used");
                count = stored;
            }
        }
        return storage.names(namesVariable, Math.toIntExact(count));
    }

    private Optional<IntegerMatrix> truthTable(Convention names, int entities, int variables) {
        if (names.truthTable().isEmpty() || variables == 0) {
            return Optional.empty();
        }
        Optional<ArrayView> table = storage.values(names.truthTable());
        if (table.isEmpty()) {
            return Optional.empty();
        }
        ArrayView values = table.get();
        boolean usable = values.type().isInteger() && values.rank() == 2 && values.length(0) == entities
                && values.length(1) == variables;
        if (!usable) {
            storage.report(Severity.WARNING, FindingCode.TRUTH_TABLE_UNUSABLE, names.truthTable(),
                    "is " + values + " instead of int[" + entities + ", " + variables + "]; what is stored decides");
            return Optional.empty();
        }
        return Optional.of(values.integerMatrix());
    }

    VariableGroup group(EntityKind kind) {
        return groups.getOrDefault(kind, new VariableGroup(kind, List.of(), Optional.empty()));
    }

    VariableGroup reductions(EntityKind kind) {
        return reductions.getOrDefault(kind, new VariableGroup(kind, List.of(), Optional.empty()));
    }

    List<TimeSeries> of(Entity entity) {
        return of(entity, ALL);
    }

    /// Finds one variable without making views of all the others.
    Optional<TimeSeries> of(Entity entity, String name) {
        return positions.computeIfAbsent(entity.kind(), this::positions).getOrDefault(name, List.of()).stream()
                .flatMap(variableIndex -> of(entity, variableIndex).stream()).findFirst();
    }

    /// Where each name is, made when first needed: with many variables, looking through all for each takes ages.
    private Map<String, List<Integer>> positions(EntityKind kind) {
        Map<String, List<Integer>> found = new HashMap<>();
        List<String> names = group(kind).names();
        for (int v = 0; v < names.size(); v++) {
            found.computeIfAbsent(names.get(v), _ -> new ArrayList<>(1)).add(v);
        }
        return found;
    }

    private List<TimeSeries> of(Entity entity, int variableIndex) {
        List<String> names = group(entity.kind()).names();
        List<TimeSeries> found = new ArrayList<>();
        for (Stored stored : storedOn(entity, variableIndex)) {
            shapes.match(stored.values(), entity.size())
                    .ifPresent(values -> found.add(new TimeSeries(names.get(stored.variableIndex()), entity.kind(),
                            values, storage.container().readAhead())));
        }
        return found;
    }

    /// Lists what is stored for an entity, in the order of the variables, whatever its shape.
    List<Stored> storedOn(Entity entity) {
        return storedOn(entity, ALL);
    }

    private List<Stored> storedOn(Entity entity, int variableIndex) {
        int count = group(entity.kind()).size();
        if (entity.isNull() || count == 0) {
            return List.of();
        }
        List<Stored> stored = index.of(entity.kind(), entity.suffix(), count, variableIndex);
        return stored.isEmpty() && entity instanceof Block block ? storedForAllBlocks(block, count, variableIndex)
                : stored;
    }

    /// Foreign writers keep one array for the elements of all blocks together, with or without the variables as a
    /// dimension of their own; a block's part is a range of its columns.
    private List<Stored> storedForAllBlocks(Block block, int count, int variableIndex) {
        String base = block.convention().values();
        List<Stored> own = index.ofAllBlocks(block.kind(), count, variableIndex).stream()
                .filter(stored -> stored.values().rank() == 2).toList();
        Optional<ArrayView> together = storage.values(base).filter(all -> all.rank() == 3 && all.length(1) == count);
        List<Stored> found = new ArrayList<>();
        if (together.isEmpty()) {
            own.forEach(stored -> addPart(block, stored.variableIndex(), stored.values(), found));
            return found;
        }
        int next = 0;
        for (int v = Math.max(0, variableIndex); v < count && (variableIndex == ALL || v == variableIndex); v++) {
            while (next < own.size() && own.get(next).variableIndex() < v) {
                next++;
            }
            boolean isOwn = next < own.size() && own.get(next).variableIndex() == v;
            addPart(block, v, isOwn ? own.get(next).values() : together.get().select(1, v), found);
        }
        return found;
    }

    private static void addPart(Block block, int variable, ArrayView all, List<Stored> found) {
        if (all.length(1) >= block.firstIndex() + block.size()) {
            found.add(new Stored(variable, all.slice(1, block.firstIndex(), block.size())));
        }
    }

    List<TimeSeries> reductionsOf(Entity entity) {
        List<String> names = reductions(entity.kind()).names();
        Optional<ArrayView> values = entity.isNull() || names.isEmpty() ? Optional.empty()
                : storage.values(entity.numbered(entity.convention().reductionValues()));
        return values.map(all -> columns(entity.kind(), names, all)).orElse(List.of());
    }

    List<TimeSeries> global() {
        List<String> names = group(EntityKind.GLOBAL).names();
        return storage.values(EntityKind.GLOBAL.convention().values())
                .map(all -> columns(EntityKind.GLOBAL, names, all)).orElse(List.of());
    }

    /// One value for each variable at each step: `[time][variables]`.
    private List<TimeSeries> columns(EntityKind kind, List<String> names, ArrayView all) {
        ArrayView table = all.rank() == 1 && names.size() == 1 ? all.asColumn() : all;
        List<TimeSeries> found = new ArrayList<>();
        if (table.rank() == 2 && table.length(0) == shapes.steps() && table.length(1) == names.size()
                && SeriesShape.isNumeric(table)) {
            for (int v = 0; v < names.size(); v++) {
                found.add(new TimeSeries(names.get(v), kind, table.slice(1, v, 1).realMatrix(),
                        storage.container().readAhead()));
            }
        }
        return found;
    }

    List<TimeSeries> nodal(long nodes) {
        List<String> names = group(EntityKind.NODAL).names();
        String base = EntityKind.NODAL.convention().values();
        Optional<ArrayView> together = combinedNodal(base, names.size());
        List<TimeSeries> found = new ArrayList<>();
        for (int v = 0; v < names.size(); v++) {
            int variable = v;
            Optional<RealMatrix> values = storage.variable(base + (v + 1)).isPresent()
                    ? storage.values(base + (v + 1)).flatMap(own -> shapes.match(own, nodes))
                    : together.map(all -> all.select(1, variable)).flatMap(own -> shapes.match(own, nodes));
            values.ifPresent(matrix -> found.add(new TimeSeries(names.get(variable), EntityKind.NODAL, matrix,
                    storage.container().readAhead())));
        }
        return found;
    }

    /// The old layout keeps all nodal variables in one array, `[time][variable][node]`; one document exchanges the last
    /// two, so the dimension's name decides.
    private Optional<ArrayView> combinedNodal(String base, int count) {
        Optional<Variable> together = storage.variable(base).filter(Variable::isComplete);
        if (together.isEmpty() || together.get().rank() != 3) {
            return Optional.empty();
        }
        ArrayView all = together.get().view();
        String countDimension = EntityKind.NODAL.convention().variableCount();
        if (together.get().dimensions().get(2).name().equals(countDimension)
                && !together.get().dimensions().get(1).name().equals(countDimension)) {
            all = all.transposed(1, 2);
        }
        return all.length(1) == count ? Optional.of(all) : Optional.empty();
    }

    Optional<RealMatrix> match(Stored stored, long entries) {
        return shapes.match(stored.values(), entries);
    }

    NoSuchElementException absent(Entity entity, String wanted) {
        VariableGroup group = group(entity.kind());
        List<String> here = entity.variables().stream().map(TimeSeries::name).toList();
        if (group.names().contains(wanted)) {
            return new NoSuchElementException(entity.kind().label() + " variable '" + wanted + "' is not stored on "
                    + entity + "; stored there: " + NearMatches.list(here));
        }
        return absent(group, wanted);
    }

    static NoSuchElementException absent(VariableGroup group, String wanted) {
        return new NoSuchElementException("no " + group.kind().label() + " variable is called '" + wanted + "'"
                + NearMatches.hint(wanted, group.names()));
    }
}
