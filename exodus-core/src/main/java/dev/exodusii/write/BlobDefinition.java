package dev.exodusii.write;

import dev.exodusii.EntityKind;
import dev.exodusii.netcdf.write.AttributeDefinition;
import java.util.List;

/// A named lump of values that is to be written; all that it has are variables.
///
/// @param id       the id, different from those of all other blobs
/// @param name     the name; empty where there is none
/// @param size     the number of values that each of its variables has at each step, at least 1
/// @param metadata attributes on the blob
public record BlobDefinition(long id, String name, long size, List<AttributeDefinition> metadata)
        implements EntityDefinition {

    /// Makes the blob; the list is copied.
    public BlobDefinition {
        metadata = List.copyOf(metadata);
    }

    /// Makes a blob.
    ///
    /// @param id   the id
    /// @param name the name
    /// @param size the number of values, at least 1
    /// @return the blob
    public static BlobDefinition of(long id, String name, long size) {
        return new BlobDefinition(id, name, size, List.of());
    }

    /// Returns the blob with attributes on it.
    ///
    /// @param newMetadata the attributes
    /// @return the altered copy
    public BlobDefinition withMetadata(List<AttributeDefinition> newMetadata) {
        return new BlobDefinition(id, name, size, newMetadata);
    }

    @Override
    public EntityKind kind() {
        return EntityKind.BLOB;
    }
}
