package dev.exodusii.netcdf.write;

/// What stands where nobody has put a value.
public enum Fill {
    /// Nothing in particular: mostly zeros. What the Exodus library does, and the fastest.
    NONE,
    /// Zeros, which are not even written: in a new file they are holes, where the file system has such, so that a file of
    /// any size takes next to no room. For files that are to be large but not full.
    HOLES,
    /// The variable's `_FillValue`, or else the fill value of its type, also in the padding behind values. What the
    /// netCDF library does when it is told nothing.
    VALUES
}
