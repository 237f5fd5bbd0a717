package dev.exodusii.cli.cat;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/// The real numbers that entries carry all the time: attributes, `attr@block:1` or `attr/thickness@block:1`, and
/// distribution factors, `factors@sset:4`. Attributes of nodes are plain `attr`.
public final class AttributeSource {

    private static final String ATTRIBUTES = "attr";
    private static final String FACTORS = "factors";

    private final ExodusFile file;
    private final boolean isIndex;
    private final List<String> on;

    private AttributeSource(ExodusFile file, boolean isIndex, List<String> on) {
        this.file = file;
        this.isIndex = isIndex;
        this.on = List.copyOf(on);
    }

    /// Finds what a word means.
    ///
    /// @param file    the file
    /// @param word    what the user typed
    /// @param isIndex whether entries are named by 0-based index instead of by id
    /// @param on      what of the mesh is selected, everything where empty
    /// @return the source; nothing when the word is about something else
    /// @throws AbsentException when there is no such attribute, block or set
    public static Optional<Source> find(ExodusFile file, String word, boolean isIndex, List<String> on) {
        int at = word.lastIndexOf('@');
        String what = at < 0 ? word : word.substring(0, at);
        String name = what.startsWith(ATTRIBUTES + "/") ? what.substring(ATTRIBUTES.length() + 1) : "";
        boolean isAttribute = what.equals(ATTRIBUTES) || !name.isEmpty();
        if (!isAttribute && !what.equals(FACTORS)) {
            return Optional.empty();
        }
        AttributeSource source = new AttributeSource(file, isIndex, on);
        if (at < 0) {
            if (!isAttribute) {
                throw AbsentException.syntax("factors of which set?", "say it: " + FACTORS + "@sset:4");
            }
            return Optional.of(source.ofNodes(name));
        }
        if (!(Address.parse(file, word.substring(at + 1)) instanceof Address.OfEntity found)) {
            throw AbsentException.syntax("'" + word + "' should name a block or set behind the '@'",
                    "such as " + what + "@block:1");
        }
        return Optional.of(isAttribute ? source.attributes(found.entity(), name) : source.factors(found.entity()));
    }

    private Source ofNodes(String name) {
        Field ids = entries(Entry.NODE, LongUnaryOperator.identity());
        LongPredicate selected = Selection.of(file, Entry.NODE, on);
        return attributes(file.coordinates().attributes(), name, "nodes", List.of(ids), new Slab(file.nodeCount(),
                List.of(), axis -> MeshSource.axis(file, axis), selected));
    }

    private Source attributes(Entity entity, String name) {
        EntryAttributes attributes = switch (entity) {
            case Block block -> block.attributes();
            case EntitySet set -> set.attributes();
            default -> throw AbsentException.of("NO_VALUES", entity + " has no attributes", "blocks and sets may have");
        };
        return attributes(attributes, name, entity.toString(), ids(entity), new Slab(entity.size(), List.of(),
                other -> Surroundings.find(file, entity, other), selected(entity)));
    }

    private static Source attributes(EntryAttributes attributes, String name, String whose, List<Field> ids, Slab rows) {
        List<Integer> chosen = IntStream.range(0, attributes.size()).boxed()
                .filter(i -> name.isEmpty() || attributes.labels().get(i).equals(name)).toList();
        if (chosen.isEmpty()) {
            throw AbsentException.of("NO_SUCH_ATTRIBUTE", whose + (whose.equals("nodes") ? " have no attribute"
                    : " has no attribute") + (name.isEmpty() ? "s" : " '" + name + "'"),
                    attributes.isEmpty() ? "" : NearMatches.hint(name, attributes.labels()).substring("; ".length()));
        }
        List<Field> fields = new ArrayList<>(ids);
        for (int i : chosen) {
            String label = attributes.labels().get(i);
            fields.add(Field.Reals.of(label.isEmpty() ? "attribute_" + (i + 1) : label, attributes.attribute(i)));
        }
        return Source.of(new Slab(rows.rows(), fields, rows.others(), rows.isIn()),
                chosen.size() == 1 ? List.of(rows.rows()) : List.of(rows.rows(), (long) chosen.size()));
    }

    private Source factors(Entity entity) {
        if (!(entity instanceof EntitySet set) || !set.hasDistributionFactors()) {
            throw AbsentException.of("NO_VALUES", entity + " has no distribution factors",
                    entity instanceof EntitySet ? "where a set has none, all are 1" : "sets may have");
        }
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
                : Source.of(new Slab(factors.size(), List.of(new Field.Integers("index", row -> row, true, false), values),
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
            fields.add(new Field.Integers(id.name(), row -> named.values().applyAsLong(side(first, row)), true, false));
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
        return List.of(ids, new Field.Integers("side", numbers::get, false, false));
    }

    private Field.Integers entries(Entry entry, LongUnaryOperator indexes) {
        IdMap ids = entry.ids(file);
        return new Field.Integers(entry.word(), row -> VariableSource.name(ids, indexes.applyAsLong(row), isIndex), true,
                false);
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
