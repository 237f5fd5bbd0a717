package dev.exodusii.mmap;

/// How a file is written: see [NetcdfOutput].
public enum WriteOption {
    /// A file that has the name already is replaced, at the moment when the new one is complete. Without this it stays, and
    /// nothing is written.
    REPLACE,
    /// The file is written under its own name from the start. Until it is complete no reader takes it for a netCDF file.
    /// For folders in which files cannot be renamed; records can be followed as they are written without this as well.
    /// Together with [#REPLACE] the old file is gone at once, but for those who have it open.
    IN_PLACE,
    /// What was announced survives a loss of power too: see [dev.exodusii.netcdf.write.Durability#DEVICE].
    DURABLE,
    /// Records behind those that the header counts, left by a program that was ended before it had counted them, are
    /// overwritten. Without this a file that has such records is not appended to.
    OVERWRITE_UNCOUNTED
}
