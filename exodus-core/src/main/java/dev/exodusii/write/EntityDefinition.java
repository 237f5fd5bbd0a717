package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.netcdf.write.AttributeDefinition;
import java.util.List;

/// A block, set, map, assembly or blob that is to be written.
///
/// Immutable; methods that begin with `with` return an altered copy.
public sealed interface EntityDefinition
        permits BlockDefinition, SetDefinition, MapDefinition, AssemblyDefinition, BlobDefinition {

    /// Returns the kind of entity.
    EntityKind kind();

    /// Returns the id by which users know the entity, different from those of all others of its kind.
    long id();

    /// Returns the name; empty where there is none.
    String name();

    /// Returns the number of entries: elements, nodes, members ...
    long size();

    /// Returns the attributes on the entity as a whole.
    List<AttributeDefinition> metadata();

    /// Tells whether the entity is only a placeholder, without entries and without values.
    default boolean isNull() {
        return false;
    }

    /// Returns what messages call it, such as `element block 10 'steel'`.
    default String label() {
        return kind().label() + " " + id() + (name().isEmpty() ? "" : " '" + name() + "'");
    }
}
