package dev.exodusii.cli.cat;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.diagnostic.NearMatches;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;

/// The values of variables of one kind: a row for each entry, a slab for each step and block or set.
public final class VariableSource {

    private final ExodusFile file;
    private final List<NamedVariable> variables;
    private final List<Moment> moments;
    private final boolean isIndex;
    private final List<Optional<Entity>> places;
    private final LongPredicate selected;

    private VariableSource(ExodusFile file, List<NamedVariable> variables, List<Moment> moments, boolean isIndex,
            List<String> on) {
        this.file = file;
        this.variables = variables;
        this.moments = moments;
        this.isIndex = isIndex;
        LinkedHashSet<Optional<Entity>> all = new LinkedHashSet<>();
        variables.forEach(variable -> variable.parts().forEach(part -> all.add(part.entity())));
        places = List.copyOf(all);
        selected = on.isEmpty() ? Slab.EVERY : Selection.of(file, entry().orElseThrow(() -> AbsentException.syntax(
                "--on selects nothing among the values of " + variables.getFirst().address(),
                "it selects nodes, elements, edges and faces")), on);
    }

    /// Makes the source of some variables.
    ///
    /// @param file      the file
    /// @param variables the variables
    /// @param moments   the steps
    /// @param isIndex   whether rows are named by 0-based index instead of by id
    /// @param on        what of the mesh is selected, everything where empty
    /// @return the source
    /// @throws AbsentException when the variables do not belong to one kind of entity
    public static Source of(ExodusFile file, List<NamedVariable> variables, List<Moment> moments, boolean isIndex,
            List<String> on) {
        NamedVariable first = variables.getFirst();
        for (NamedVariable other : variables) {
            if (other.kind() != first.kind() || other.isReduction() != first.isReduction()) {
                throw AbsentException.syntax(first.address() + " and " + other.address()
                        + " have values for different things, so they are not rows of one table",
                        "ask for one kind at a time: " + NearMatches.list(List.of(Words.ofVariables(first.kind()) + "/...",
                                Words.ofVariables(other.kind()) + "/...")));
            }
        }
        VariableSource source = new VariableSource(file, variables, moments, isIndex, on);
        if (moments.isEmpty()) {
            return Source.of(source.nothing(), source.shape());
        }
        int places = source.places.size();
        return new Source(Math.multiplyExact(moments.size(), places),
                index -> source.slab(moments.get(index / places), source.places.get(index % places)), source.shape());
    }

    private List<Long> shape() {
        List<Long> shape = new ArrayList<>();
        if (moments.size() != 1) {
            shape.add((long) moments.size());
        }
        if (kind() != EntityKind.GLOBAL) {
            shape.add(places.stream().mapToLong(this::rows).sum());
        }
        if (variables.size() != 1) {
            shape.add((long) variables.size());
        }
        return shape;
    }

    private EntityKind kind() {
        return variables.getFirst().kind();
    }

    private boolean isReduction() {
        return variables.getFirst().isReduction();
    }

    private Optional<Entry> entry() {
        return isReduction() || kind() == EntityKind.GLOBAL ? Optional.empty()
                : kind() == EntityKind.SIDE_SET ? Optional.of(Entry.ELEMENT) : Entry.of(kind());
    }

    private long rows(Optional<Entity> place) {
        return variables.stream().flatMap(variable -> series(variable, place).stream()).mapToLong(TimeSeries::size)
                .max().orElse(0);
    }

    private static Optional<TimeSeries> series(NamedVariable variable, Optional<Entity> place) {
        return variable.parts().stream().filter(part -> part.entity().equals(place)).findFirst()
                .map(NamedVariable.Part::series);
    }

    private Slab slab(Moment moment, Optional<Entity> place) {
        List<Field> fields = new ArrayList<>();
        fields.add(moment.isInterpolated() ? new Field.Words("step", _ -> moment.label())
                : Field.Integers.label("step", _ -> moment.step(), false));
        fields.add(new Field.Constant("time", moment.time()));
        place.ifPresent(entity -> fields.add(Field.Integers.label(isReduction() ? Words.ofEntity(kind()) : word(entity),
                _ -> isIndex ? entity.index() : entity.id(), !isIndex)));
        Optional<LongUnaryOperator> indexes = isReduction() ? Optional.empty() : indexes(place);
        indexes.ifPresent(operator -> fields.add(entryField(operator)));
        if (!isReduction() && place.isPresent() && place.get() instanceof SideSet sides) {
            fields.add(Field.Integers.label("side", row -> sides.sides().get(row), false));
        }
        for (NamedVariable variable : variables) {
            fields.add(series(variable, place).<Field>map(series -> reals(variable.name(), series, moment))
                    .orElseGet(() -> new Field.Absent(variable.name())));
        }
        LongPredicate isIn = indexes.isPresent() ? row -> selected.test(indexes.get().applyAsLong(row)) : Slab.EVERY;
        return new Slab(rows(place), fields, name -> other(name, moment, place), selected.equals(Slab.EVERY) ? selected : isIn);
    }

    /// Returns the columns of a file without steps, as a reader expects them.
    private Slab nothing() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field.Absent("step"));
        fields.add(new Field.Absent("time"));
        places.getFirst().ifPresent(entity -> fields.add(new Field.Absent(isReduction() ? Words.ofEntity(kind())
                : word(entity))));
        entry().ifPresent(entry -> fields.add(new Field.Absent(entry.word())));
        if (!isReduction() && kind() == EntityKind.SIDE_SET) {
            fields.add(new Field.Absent("side"));
        }
        variables.forEach(variable -> fields.add(new Field.Absent(variable.name())));
        return new Slab(0, fields, name -> Optional.of(new Field.Absent(name)), Slab.EVERY);
    }

    private static String word(Entity entity) {
        return switch (entity.kind()) {
            case ELEMENT_BLOCK, EDGE_BLOCK, FACE_BLOCK -> "block";
            default -> Words.ofEntity(entity.kind());
        };
    }

    private static Field.Reals reals(String name, TimeSeries series, Moment moment) {
        return new Field.Reals(name, series.at(moment.bracket()));
    }

    private Field entryField(LongUnaryOperator indexes) {
        Entry entry = entry().orElseThrow();
        IdMap ids = entry.ids(file);
        return Field.Integers.label(entry.word(), row -> name(ids, indexes.applyAsLong(row), isIndex), !isIndex);
    }

    /// Returns an entry's id; what lies outside the mesh has none, and its number is shown.
    static long name(IdMap ids, long index, boolean isIndex) {
        return isIndex ? index : ids.idOrNumber(index);
    }

    /// Finds the mesh index of a row, where rows are entries of the mesh.
    private Optional<LongUnaryOperator> indexes(Optional<Entity> place) {
        if (kind() == EntityKind.NODAL) {
            return Optional.of(LongUnaryOperator.identity());
        }
        return place.flatMap(entity -> switch (entity) {
            case Block block -> Optional.of(row -> block.firstIndex() + row);
            case SideSet sides -> {
                var elements = sides.elements();
                yield Optional.of(row -> elements.get(row) - 1);
            }
            case EntitySet set -> {
                var entries = set.entryIndexes();
                yield Optional.of(entries::get);
            }
            default -> Optional.empty();
        });
    }

    /// Finds what a condition may also speak of: variables of the same kind, attributes and coordinates.
    private Optional<Field> other(String name, Moment moment, Optional<Entity> place) {
        for (NamedVariable variable : VariablePattern.parse(Words.ofVariables(kind()) + (isReduction() ? "-reduction" : "")
                + "/" + name).find(file)) {
            if (variable.name().equals(name)) {
                return Optional.of(series(variable, place).<Field>map(series -> reals(name, series, moment))
                        .orElseGet(() -> new Field.Absent(name)));
            }
        }
        if (kind() == EntityKind.NODAL) {
            return MeshSource.axis(file, name);
        }
        return isReduction() ? Optional.empty() : place.flatMap(entity -> Surroundings.find(file, entity, name));
    }
}
