package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.netcdf.write.AttributeDefinition;
import java.util.List;

/// A list with one integer for each node, edge, face or element that is to be written.
///
/// @param kind     `NODE_MAP`, `EDGE_MAP`, `FACE_MAP` or `ELEMENT_MAP`
/// @param id       the id, different from those of all other maps of the kind
/// @param name     the name; empty where there is none
/// @param size     the number of values: that of all nodes, edges, faces or elements; 0 until the definition is built
/// @param isStored whether there are values; without, the file only announces the map
public record MapDefinition(EntityKind kind, long id, String name, long size, boolean isStored)
        implements EntityDefinition {

    /// Makes the map.
    ///
    /// @throws IllegalArgumentException when the kind is not one of maps
    public MapDefinition {
        boolean isMap = switch (kind) {
            case NODE_MAP, EDGE_MAP, FACE_MAP, ELEMENT_MAP -> true;
            default -> false;
        };
        Rules.require(isMap, kind, id, "is no map");
    }

    /// Makes a map.
    ///
    /// @param kind `NODE_MAP`, `EDGE_MAP`, `FACE_MAP` or `ELEMENT_MAP`
    /// @param id   the id
    /// @param name the name; empty for none
    /// @return the map
    public static MapDefinition of(EntityKind kind, long id, String name) {
        return new MapDefinition(kind, id, name, 0, true);
    }

    MapDefinition withSize(long newSize) {
        return new MapDefinition(kind, id, name, newSize, isStored);
    }

    /// Returns nothing: maps have no attributes.
    @Override
    public List<AttributeDefinition> metadata() {
        return List.of();
    }
}
