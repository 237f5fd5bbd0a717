package dev.exodusii.cli.info;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.Property;
import dev.exodusii.view.ElementType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What takes some work to find out about a file, found out once.
///
/// @param name        the file as the user named it
/// @param file        the open file
/// @param health      its health
/// @param box         the box around its nodes
/// @param isBoxLeftOut whether the box was not looked for because that means reading much
public record Summary(String name, ExodusFile file, Health health, Optional<Box> box, boolean isBoxLeftOut) {

    /// Examines a file.
    ///
    /// @param name     the file as the user named it
    /// @param file     the open file
    /// @param wantsBox whether to look for the box around its nodes whatever it takes
    /// @return what is worth knowing
    public static Summary of(String name, ExodusFile file, boolean wantsBox) {
        boolean hasBox = wantsBox || Box.isCheap(file);
        return new Summary(name, file, Health.of(file), hasBox ? Box.of(file) : Optional.empty(), !hasBox);
    }

    /// Returns the size of the file in bytes.
    public long bytes() {
        return health.layout().fileBytes();
    }

    /// Returns the bytes of a real number: what the file claims or, where it says nothing, what its coordinates use.
    public OptionalInt floatBytes() {
        OptionalInt claimed = file.wordSize();
        return claimed.isPresent() || box.isEmpty() ? claimed : OptionalInt.of(box.get().type().byteSize());
    }

    /// Returns the bytes that the ids of blocks and sets take, 4 or 8: as they are stored or, where there are none, as
    /// the file claims.
    public int idBytes() {
        for (EntityKind kind : EntityKind.values()) {
            List<Property> properties = file.properties(kind);
            if (!properties.isEmpty()) {
                return properties.getFirst().values().type() == ElementType.INT64 ? Long.BYTES : Integer.BYTES;
            }
        }
        return file.int64Status().ids() ? Long.BYTES : Integer.BYTES;
    }
}
