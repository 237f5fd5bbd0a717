package dev.exodusii.netcdf;

/// Where the number of records, which are the time steps of an Exodus file, is taken from.
///
/// A writer adds a record first and counts it later: netCDF-C does so when it is told to synchronise, and when the file is
/// closed. One that ended before leaves records that nobody has counted (`exodus-format` §1.5).
public enum RecordCount {
    /// What the header says; fewer where the file ends before. What any other program reads.
    FROM_HEADER,
    /// As many as the file has in full, also beyond those that the header counts. Records of nothing but zeros at the end
    /// are taken for padding. The last one may be unfinished: its writer may have ended in the middle of it.
    FROM_FILE_SIZE
}
