package dev.exodusii.diagnostic;

/// What kind of trouble a [Finding] names. The names are stable: programs and `--json` use them.
public enum FindingCode {
    // the container
    /// The file ends before the data its header declares (`exodus-format` §1.9).
    TRUNCATED_VARIABLE,
    /// The header promises more records (time steps) than the file holds in full.
    TRUNCATED_RECORDS,
    /// The file holds more complete records than its header counts: the writer died before it updated the count, or is still running.
    UNCOUNTED_RECORDS,
    /// The record count is the "streaming" marker; it was derived from the file's size.
    STREAMING_RECORDS,
    /// Two dimensions, variables or attributes of one scope share a name; the first one is found by it.
    DUPLICATE_NAME,
    /// A variable's redundant size field disagrees with its dimensions; the dimensions are right.
    SIZE_FIELD_MISMATCH,
    /// An empty list in the header is introduced by the tag of another kind of list.
    UNEXPECTED_TAG,
    /// A variable does not start at a multiple of 4 bytes.
    UNALIGNED_VARIABLE,
    /// A name breaks the rules for netCDF names but is usable.
    UNUSUAL_NAME
}
