package dev.exodusii.write;

import dev.exodusii.EntityKind;
import java.util.List;

/// An integer that each entity of a kind carries, such as a material number, that is to be written.
///
/// @param kind   a kind of block, set or map
/// @param name   the name, at most 32 bytes
/// @param values one value for each entity of the kind, in their order
public record PropertyDefinition(EntityKind kind, String name, List<Long> values) {

    /// Makes the property; the list is copied.
    public PropertyDefinition {
        values = List.copyOf(values);
    }
}
