package dev.exodusii.mmap;

import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.RecordCount;
import java.io.IOException;
import java.nio.file.Path;

/// Opens any classic netCDF file (CDF-1, CDF-2, CDF-5) by mapping it into memory.
public final class Netcdf {

    private Netcdf() {}

    /// Opens a classic netCDF file for reading. The cost is that of its header, whatever its size.
    ///
    /// See [Exodus#open] for what happens to the file meanwhile.
    ///
    /// @param path where the file is
    /// @return the open file; close it when it is no longer needed
    /// @throws UnreadableFileException when the file is no sound classic netCDF file
    /// @throws IOException when there is no such file or it cannot be read or mapped, also when the calling thread has
    ///                     been interrupted ([java.nio.channels.ClosedByInterruptException])
    public static NetcdfFile open(Path path) throws IOException {
        return open(path, RecordCount.FROM_HEADER);
    }

    /// Opens a classic netCDF file for reading, with a choice of how many records to believe in.
    ///
    /// @param path  where the file is
    /// @param count where the number of records is taken from
    /// @return the open file; close it when it is no longer needed
    /// @throws UnreadableFileException when the file is no sound classic netCDF file
    /// @throws IOException when there is no such file or it cannot be read or mapped, also when the calling thread has
    ///                     been interrupted ([java.nio.channels.ClosedByInterruptException])
    public static NetcdfFile open(Path path, RecordCount count) throws IOException {
        return NetcdfFile.open(MappedFile.open(path), count);
    }
}
