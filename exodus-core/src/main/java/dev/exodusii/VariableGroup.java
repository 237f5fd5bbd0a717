package dev.exodusii;

import dev.exodusii.view.IntegerMatrix;
import java.util.List;
import java.util.Optional;

/// The variables of one kind of entity: their names, and the table that says which one exists where.
///
/// The table is what the file declares. What is really stored decides in [Entity#variables]: files without a table
/// are legal, and the two disagree in files of careless writers (`exodus-format` §2.12).
///
/// @param kind       the kind of entity
/// @param names      the names in the order of the file; not necessarily unique
/// @param truthTable entities x variables, 1 where a variable exists; nothing when the file has no table of that shape
public record VariableGroup(EntityKind kind, List<String> names, Optional<IntegerMatrix> truthTable) {

    /// Returns the number of variables.
    public int size() {
        return names.size();
    }

    /// Tells whether there are no variables.
    public boolean isEmpty() {
        return names.isEmpty();
    }
}
