package dev.exodusii.mmap;

import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.NetcdfFile;
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
        return NetcdfFile.open(MappedFile.open(path));
    }
}
