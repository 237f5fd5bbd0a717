package dev.exodusii.write;

import java.util.Optional;
import java.util.Set;

/// The name of a result variable, and where it has values.
///
/// @param name     the name
/// @param storedOn the ids of the entities that have it; nothing when all of the kind do. Placeholders may be among them:
///                 the truth table names them, but they have no values
public record ResultVariable(String name, Optional<Set<Long>> storedOn) {

    /// Makes the variable; the set is copied.
    public ResultVariable {
        storedOn = storedOn.map(Set::copyOf);
    }

    /// Makes a variable that all entities of its kind have.
    ///
    /// @param name the name
    /// @return the variable
    public static ResultVariable everywhere(String name) {
        return new ResultVariable(name, Optional.empty());
    }

    /// Tells whether an entity has values of it.
    ///
    /// @param entity the entity
    /// @return whether it does, or would if it had entries
    public boolean isOn(EntityDefinition entity) {
        return storedOn.isEmpty() || storedOn.get().contains(entity.id());
    }
}
