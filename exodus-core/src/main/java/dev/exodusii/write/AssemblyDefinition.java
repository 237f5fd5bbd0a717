package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.netcdf.write.AttributeDefinition;
import java.util.List;
import java.util.Optional;

/// A named group of entities of one kind, or of other assemblies, that is to be written.
///
/// @param id         the id, different from those of all other assemblies
/// @param name       the name; empty where there is none
/// @param memberKind what the members are; nothing only for a file that did not say it
/// @param memberIds  the ids of the members, at least one
/// @param metadata   attributes on the assembly
public record AssemblyDefinition(long id, String name, Optional<EntityKind> memberKind, List<Long> memberIds,
        List<AttributeDefinition> metadata) implements EntityDefinition {

    /// Makes the assembly; the lists are copied.
    public AssemblyDefinition {
        memberIds = List.copyOf(memberIds);
        metadata = List.copyOf(metadata);
    }

    /// Makes an assembly.
    ///
    /// @param id         the id
    /// @param name       the name
    /// @param memberKind what the members are
    /// @param memberIds  the ids of the members, at least one
    /// @return the assembly
    public static AssemblyDefinition of(long id, String name, EntityKind memberKind, List<Long> memberIds) {
        return new AssemblyDefinition(id, name, Optional.of(memberKind), memberIds, List.of());
    }

    /// Returns the assembly with attributes on it.
    ///
    /// @param newMetadata the attributes
    /// @return the altered copy
    public AssemblyDefinition withMetadata(List<AttributeDefinition> newMetadata) {
        return new AssemblyDefinition(id, name, memberKind, memberIds, newMetadata);
    }

    @Override
    public EntityKind kind() {
        return EntityKind.ASSEMBLY;
    }

    @Override
    public long size() {
        return memberIds.size();
    }
}
