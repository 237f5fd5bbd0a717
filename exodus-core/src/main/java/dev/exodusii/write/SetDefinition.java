package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.netcdf.write.AttributeDefinition;
import java.util.List;

/// A set of nodes, edges, faces, elements or sides of elements that is to be written.
///
/// @param kind            `NODE_SET`, `EDGE_SET`, `FACE_SET`, `SIDE_SET` or `ELEMENT_SET`
/// @param id              the id, different from those of all other sets of the kind
/// @param name            the name; empty where there is none
/// @param size            the number of entries; 0 makes it a placeholder
/// @param factors         the number of distribution factors, 0 for none: one for each entry, but in a side set one for
///                        each node of each side
/// @param hasOrientations whether an edge or face set tells which way round each entry is meant
/// @param attributes      one name, which may be empty, for each attribute that the entries have
/// @param metadata        attributes on the set as a whole
public record SetDefinition(EntityKind kind, long id, String name, long size, long factors, boolean hasOrientations,
        List<String> attributes, List<AttributeDefinition> metadata) implements EntityDefinition {

    /// Makes the set; the lists are copied.
    ///
    /// @throws IllegalArgumentException when the kind is not one of sets or a number is negative
    public SetDefinition {
        boolean isSet = switch (kind) {
            case NODE_SET, EDGE_SET, FACE_SET, SIDE_SET, ELEMENT_SET -> true;
            default -> false;
        };
        Rules.require(isSet, kind, id, "is no set");
        Rules.require(size >= 0 && factors >= 0, kind, id, "has a negative number of entries or factors");
        attributes = List.copyOf(attributes);
        metadata = List.copyOf(metadata);
    }

    /// Makes a set without factors. Edge and face sets have orientations, as other programs expect.
    ///
    /// @param kind `NODE_SET`, `EDGE_SET`, `FACE_SET`, `SIDE_SET` or `ELEMENT_SET`
    /// @param id   the id
    /// @param size the number of entries
    /// @return the set
    public static SetDefinition of(EntityKind kind, long id, long size) {
        return new SetDefinition(kind, id, "", size, 0, kind == EntityKind.EDGE_SET || kind == EntityKind.FACE_SET,
                List.of(), List.of());
    }

    /// Returns the set with another name.
    ///
    /// @param newName the name
    /// @return the altered copy
    public SetDefinition withName(String newName) {
        return new SetDefinition(kind, id, newName, size, factors, hasOrientations, attributes, metadata);
    }

    /// Returns the set with another id.
    ///
    /// @param newId the id
    /// @return the altered copy
    public SetDefinition withId(long newId) {
        return new SetDefinition(kind, newId, name, size, factors, hasOrientations, attributes, metadata);
    }

    /// Returns the set with another number of entries.
    ///
    /// @param newSize the number of entries
    /// @return the altered copy
    public SetDefinition withSize(long newSize) {
        return new SetDefinition(kind, id, name, newSize, factors, hasOrientations, attributes, metadata);
    }

    /// Returns the set with a distribution factor for each entry. A side set needs [#withFactors(long)].
    ///
    /// @return the altered copy
    /// @throws IllegalStateException when it is a side set
    public SetDefinition withFactors() {
        if (kind == EntityKind.SIDE_SET) {
            throw new IllegalStateException(label() + " has a factor for each node of each side: say how many");
        }
        return withFactors(size);
    }

    /// Returns the set with distribution factors.
    ///
    /// @param count how many: in a side set as many as its sides have nodes, otherwise one for each entry; 0 for none
    /// @return the altered copy
    public SetDefinition withFactors(long count) {
        return new SetDefinition(kind, id, name, size, count, hasOrientations, attributes, metadata);
    }

    /// Returns the set with or without orientations.
    ///
    /// @param wanted whether they are stored; only edge and face sets can have them
    /// @return the altered copy
    public SetDefinition withOrientations(boolean wanted) {
        return new SetDefinition(kind, id, name, size, factors, wanted, attributes, metadata);
    }

    /// Returns the set with attributes for each entry.
    ///
    /// @param names their names
    /// @return the altered copy
    public SetDefinition withAttributes(String... names) {
        return new SetDefinition(kind, id, name, size, factors, hasOrientations, List.of(names), metadata);
    }

    /// Returns the set with attributes on it as a whole.
    ///
    /// @param newMetadata the attributes
    /// @return the altered copy
    public SetDefinition withMetadata(List<AttributeDefinition> newMetadata) {
        return new SetDefinition(kind, id, name, size, factors, hasOrientations, attributes, newMetadata);
    }

    @Override
    public boolean isNull() {
        return size == 0;
    }
}
