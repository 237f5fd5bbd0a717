package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.RecordCount;
import java.io.IOException;
import java.nio.file.Path;

/// Opens Exodus files by mapping them into memory.
public final class Exodus {

    private Exodus() {}

    /// Opens an Exodus file for reading. The cost is that of its header, whatever its size.
    ///
    /// The file is never written to. On Windows it cannot be deleted, renamed or cut short before it is closed. When
    /// another program shortens it meanwhile, bulk operations on what is gone throw [LostDataException]; reading a single
    /// value there ends in an [InternalError], at once or a little later, and bytes behind the new end in its last page
    /// (4096 bytes, mostly) are zeros: [ExodusFile#refresh] and [FileWatcher] notice.
    ///
    /// @param path where the file is
    /// @return the open file; close it when it is no longer needed
    /// @throws UnreadableFileException when the file is no sound classic netCDF file, or nothing in it is Exodus
    /// @throws IOException when there is no such file or it cannot be read or mapped, also when the calling thread has
    ///                     been interrupted ([java.nio.channels.ClosedByInterruptException])
    public static ExodusFile open(Path path) throws IOException {
        return open(path, RecordCount.FROM_HEADER);
    }

    /// Opens an Exodus file for reading, with a choice of how many steps to believe in: those of a writer that ended
    /// before it counted them can be read as well. See [#open(Path)] for the rest.
    ///
    /// @param path  where the file is
    /// @param count where the number of steps is taken from
    /// @return the open file; close it when it is no longer needed
    /// @throws UnreadableFileException when the file is no sound classic netCDF file, or nothing in it is Exodus
    /// @throws IOException when there is no such file or it cannot be read or mapped, also when the calling thread has
    ///                     been interrupted ([java.nio.channels.ClosedByInterruptException])
    public static ExodusFile open(Path path, RecordCount count) throws IOException {
        return ExodusFile.open(MappedFile.open(path), count);
    }
}
