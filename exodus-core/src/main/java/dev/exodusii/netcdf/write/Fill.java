package dev.exodusii.netcdf.write;

/// What stands where nobody has put a value.
public enum Fill {
    /// Nothing in particular: mostly zeros. What the Exodus library does, and the fastest.
    NONE,
    /// The variable's `_FillValue`, or else the fill value of its type, also in the padding behind values. What the
    /// netCDF library does when it is told nothing.
    VALUES
}
