package dev.exodusii.netcdf;

/// Where the data lie in the file, and how much of what the header declares is there (`exodus-format` §1.4, §1.5).
///
/// Record `r` of a record variable starts at the variable's `begin + r * recordStride`.
///
/// @param headerBytes     the size of the header
/// @param dataStart       where the first variable starts; the header's end when there is none
/// @param recordStart     where the first record starts, or -1 when no variable has records
/// @param recordStride    the bytes from one record to the next, 0 when no variable has records
/// @param recordsDeclared the number of records as the header states it, or -1 for the "streaming" marker
/// @param recordsComplete the number of records that the file has in full, also beyond those declared, where zeros at
///                        the end are taken for padding; the declared number (0 for streaming) when no variable has
///                        records
/// @param records         the number of records that are handed out: the smaller of the two, or with
///                        [RecordCount#FROM_FILE_SIZE] those that are complete
/// @param dataBytes       where the data end that the header declares, without padding after the last value;
///                        [Long#MAX_VALUE] when the declared records exceed it
/// @param fileBytes       the size of the file
public record Layout(long headerBytes, long dataStart, long recordStart, long recordStride, long recordsDeclared,
        long recordsComplete, long records, long dataBytes, long fileBytes) {

    /// Tells whether the header holds the "streaming" marker in place of a record count.
    public boolean isStreaming() {
        return recordsDeclared < 0;
    }

    /// Tells whether there can be as many things as a header says. Each takes at least a byte of the file: more are none,
    /// and no reason to claim memory for each.
    ///
    /// @param count how many nodes, elements or the like there are said to be
    /// @return whether the file has as many bytes
    public boolean canHold(long count) {
        return count <= fileBytes;
    }

    /// Tells whether the file ends before the data that the header declares.
    public boolean isTruncated() {
        return dataBytes > fileBytes;
    }
}
