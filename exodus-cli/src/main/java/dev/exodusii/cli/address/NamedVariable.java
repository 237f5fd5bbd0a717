package dev.exodusii.cli.address;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.VariableGroup;
import java.util.List;
import java.util.Optional;

/// A variable of the file, with everything that its values are stored on.
///
/// @param kind        what kind of entity it belongs to
/// @param isReduction whether it has one value for each whole entity
/// @param name        its name
/// @param parts       where it is stored, in the order of the file
/// @param isPartial   whether the user asked for some of these places only
public record NamedVariable(EntityKind kind, boolean isReduction, String name, List<Part> parts, boolean isPartial) {

    /// One place where a variable is stored.
    ///
    /// @param entity the block, set, assembly or blob; nothing for global and nodal variables
    /// @param series its values there
    public record Part(Optional<Entity> entity, TimeSeries series) {}

    /// Makes the record; the list is copied.
    public NamedVariable {
        parts = List.copyOf(parts);
    }

    /// Returns the address that names this variable and nothing else, such as `elem/stress_yy@block:1`.
    public String address() {
        String whole = Words.ofVariables(kind) + (isReduction ? VariablePattern.REDUCTION : "") + "/" + name;
        return isPartial && parts.size() == 1 ? whole + "@" + parts.getFirst().entity()
                .map(entity -> Words.ofEntity(kind) + ":" + entity.id()).orElse("") : whole;
    }

    /// Says why there are no values on an entity, as far as the file tells.
    ///
    /// @param file   the file
    /// @param entity an entity that the variable is not stored on
    /// @return a remark in brackets with a blank before it; empty where the file does not tell
    public String whyNotOn(ExodusFile file, Entity entity) {
        VariableGroup group = file.variables(kind);
        int column = isReduction ? -1 : group.names().indexOf(name);
        boolean isDenied = column >= 0 && group.truthTable().isPresent()
                && group.truthTable().get().get(entity.index(), column) == 0;
        return isDenied ? " (truth table says no)" : "";
    }

    /// Returns the number of values at each step, over all parts.
    public long size() {
        return parts.stream().mapToLong(part -> part.series().size()).sum();
    }
}
