package dev.exodusii.cli.cat;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.NamedAttributes;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/// The real numbers that entries carry all the time: attributes and distribution factors.
public final class AttributeSource {

    private final ExodusFile file;
    private final boolean isIndex;
    private final List<String> on;

    /// Makes sources of one file.
    ///
    /// @param file    the file
    /// @param isIndex whether entries are named by 0-based index instead of by id
    /// @param on      what of the mesh is selected, everything where empty
    public AttributeSource(ExodusFile file, boolean isIndex, List<String> on) {
        this.file = file;
        this.isIndex = isIndex;
        this.on = List.copyOf(on);
    }

    /// Makes the source of attributes.
    ///
    /// @param named the attributes
    /// @return the source
    public Source of(NamedAttributes named) {
        return named.owner().isEmpty() ? ofNodes(named) : of(named, named.owner().get());
    }

    private Source ofNodes(NamedAttributes named) {
        Field ids = entries(Entry.NODE, LongUnaryOperator.identity());
        LongPredicate selected = Selection.of(file, Entry.NODE, on);
        return columns(named, List.of(ids), new Slab(file.nodeCount(), List.of(),
                axis -> MeshSource.axis(file, axis), selected));
    }

    private Source of(NamedAttributes named, Entity entity) {
        return columns(named, ids(entity), new Slab(entity.size(), List.of(),
                other -> Surroundings.find(file, entity, other), selected(entity)));
    }

    private static Source columns(NamedAttributes named, List<Field> ids, Slab rows) {
        List<Field> fields = new ArrayList<>(ids);
        for (int i : named.chosen()) {
            fields.add(Field.Reals.of(named.heading(i), named.attributes().attribute(i)));
        }
        int count = named.chosen().size();
        return Source.of(new Slab(rows.rows(), fields, rows.others(), rows.isIn()),
                count == 1 ? List.of(rows.rows()) : List.of(rows.rows(), (long) count));
    }

    /// Makes the source of the distribution factors of a set.
    ///
    /// @param set a set that has some
    /// @return the source
    public Source factors(EntitySet set) {
        RealView factors = set.distributionFactors();
        Field values = Field.Reals.of("factor", factors);
        if (factors.size() == set.size()) {
            List<Field> fields = new ArrayList<>(ids(set));
            fields.add(values);
            return Source.of(new Slab(set.size(), fields, other -> Surroundings.find(file, set, other), selected(set)),
                    List.of(set.size()));
        }
        return set instanceof SideSet sides && sides.faces().totalNodeCount() == factors.size()
                ? perNode(sides, values, factors.size())
                // Some writers leave other numbers of factors, which then belong to nothing that is known here.
                : Source.of(new Slab(factors.size(), List.of(Field.Integers.label("index", row -> row, false), values),
                        Slab.FieldFinder.NONE, Slab.EVERY), List.of(factors.size()));
    }

    /// A factor for each node of each side; zero-length sides are never found.
    private Source perNode(SideSet sides, Field factors, long count) {
        SideFaces faces = sides.faces();
        long[] first = new long[Math.toIntExact(sides.size()) + 1];
        for (int side = 0; side < sides.size(); side++) {
            first[side + 1] = first[side] + faces.nodeCount(side);
        }
        List<Field> ids = ids(sides);
        List<Field> fields = new ArrayList<>();
        for (Field id : ids) {
            Field.Integers named = (Field.Integers) id;
            fields.add(Field.Integers.label(id.name(), row -> named.values().applyAsLong(side(first, row)), named.isId()));
        }
        fields.add(entries(Entry.NODE, row -> {
            int side = side(first, row);
            return faces.nodeIndex(side, (int) (row - first[side]));
        }));
        fields.add(factors);
        LongPredicate selected = selected(sides);
        return Source.of(new Slab(count, fields, Slab.FieldFinder.NONE,
                on.isEmpty() ? Slab.EVERY : row -> selected.test(side(first, row))), List.of(count));
    }

    /// Finds the side that a row belongs to: the last one that begins at or before it.
    private static int side(long[] first, long row) {
        int from = 0;
        int to = first.length - 1;
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (first[middle] <= row) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private List<Field> ids(Entity entity) {
        Entry entry = entry(entity);
        Field ids = entries(entry, indexes(entity));
        if (!(entity instanceof SideSet sides)) {
            return List.of(ids);
        }
        IntegerView numbers = sides.sides();
        return List.of(ids, Field.Integers.label("side", numbers::get, false));
    }

    private Field.Integers entries(Entry entry, LongUnaryOperator indexes) {
        IdMap ids = entry.ids(file);
        return Field.Integers.label(entry.word(), row -> VariableSource.name(ids, indexes.applyAsLong(row), isIndex),
                !isIndex);
    }

    private LongPredicate selected(Entity entity) {
        if (on.isEmpty()) {
            return Slab.EVERY;
        }
        LongPredicate selected = Selection.of(file, entry(entity), on);
        LongUnaryOperator indexes = indexes(entity);
        return row -> selected.test(indexes.applyAsLong(row));
    }

    private static Entry entry(Entity entity) {
        return entity instanceof SideSet ? Entry.ELEMENT : Entry.of(entity.kind()).orElseThrow();
    }

    private static LongUnaryOperator indexes(Entity entity) {
        return switch (entity) {
            case Block block -> row -> block.firstIndex() + row;
            case SideSet sides -> {
                IntegerView elements = sides.elements();
                yield row -> elements.get(row) - 1;
            }
            case EntitySet set -> {
                IntegerView entries = set.entryIndexes();
                yield entries::get;
            }
            default -> LongUnaryOperator.identity();
        };
    }
}
