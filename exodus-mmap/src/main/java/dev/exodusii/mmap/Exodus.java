package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Path;

/// Opens Exodus files by mapping them into memory.
public final class Exodus {

    private Exodus() {}

    /// Opens an Exodus file for reading. The cost is that of its header, whatever its size.
    ///
    /// The file is never written to. On Windows it cannot be deleted, renamed or cut short before it is closed. When
    /// another program shortens it meanwhile, reading what is gone ends in an [InternalError] or in zeros.
    ///
    /// @param path where the file is
    /// @return the open file; close it when it is no longer needed
    /// @throws UnreadableFileException when the file is no sound classic netCDF file, or nothing in it is Exodus
    /// @throws IOException when there is no such file or it cannot be read or mapped, also when the calling thread has
    ///                     been interrupted ([java.nio.channels.ClosedByInterruptException])
    public static ExodusFile open(Path path) throws IOException {
        return ExodusFile.open(MappedFile.open(path));
    }
}
