package dev.exodusii.cli.cat;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/// Rows that have the same fields: the nodes at one step, the elements of one block, the entries of a set.
///
/// @param rows   how many rows there are
/// @param fields what is shown of each
/// @param others finds a field that is not shown, by its name: other variables, coordinates
/// @param isIn   tells whether a row belongs to what was selected
public record Slab(long rows, List<Field> fields, FieldFinder others, LongPredicate isIn) {

    /// Every row.
    public static final LongPredicate EVERY = _ -> true;

    /// Finds fields that are not shown.
    @FunctionalInterface
    public interface FieldFinder {

        /// No other fields.
        FieldFinder NONE = _ -> Optional.empty();

        /// Looks for a field.
        ///
        /// @param name its name
        /// @return the field, if there is one in this slab
        Optional<Field> find(String name);
    }

    /// Makes the record; the list is copied.
    public Slab {
        fields = List.copyOf(fields);
    }

    /// Looks for a field among those that are shown and the others.
    ///
    /// @param name its name
    /// @return the field, if there is one
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst().or(() -> others.find(name));
    }
}
