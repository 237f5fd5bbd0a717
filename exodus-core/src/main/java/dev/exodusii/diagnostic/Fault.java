package dev.exodusii.diagnostic;

/// Why a file was refused. The names are stable: programs and `--json` use them.
public enum Fault {
    /// The file has no bytes at all.
    EMPTY_FILE,
    /// The file ends inside its header.
    TRUNCATED_HEADER,
    /// The file became shorter while it was opened, as when its writer begins anew; it may be sound a moment later.
    SHRUNK_MEANWHILE,
    /// The header contradicts itself or the rules of its format.
    CORRUPT_HEADER,
    /// The first bytes say netCDF, but with a version byte that does not exist on disk.
    UNKNOWN_NETCDF_VERSION,
    /// HDF5, the container of netCDF-4.
    NETCDF4_HDF5,
    /// HDF4.
    HDF4,
    /// A git-LFS pointer in place of the file that it points to.
    GIT_LFS_POINTER,
    /// Text, where a binary file was expected.
    TEXT_FILE,
    /// Nothing that is recognised.
    UNKNOWN_FORMAT,
    /// A classic netCDF file with nothing of Exodus in it.
    NOT_EXODUS
}
