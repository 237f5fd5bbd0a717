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
    /// Two dimensions, variables, attributes or entities of one scope share a name; the first one is found by it.
    DUPLICATE_NAME,
    /// A variable's redundant size field disagrees with its dimensions; the dimensions are right.
    SIZE_FIELD_MISMATCH,
    /// An empty list in the header is introduced by the tag of another kind of list.
    UNEXPECTED_TAG,
    /// A variable does not start at a multiple of 4 bytes.
    UNALIGNED_VARIABLE,
    /// A name breaks the rules for netCDF names but is usable.
    UNUSUAL_NAME,

    // the model
    /// An attribute that every Exodus file should have is missing, or has a value that makes no sense.
    FILE_ATTRIBUTE,
    /// A variable or attribute holds another type than the convention asks for.
    UNEXPECTED_TYPE,
    /// Two places that should give the same count differ.
    COUNT_MISMATCH,
    /// Two entities of one kind have the same id; the first one is found by it.
    DUPLICATE_ID,
    /// A place in an id array was never filled.
    UNDEFINED_ENTITY,
    /// An entity is declared empty although the file has data for it.
    STATUS_MISMATCH,
    /// A list that an entity needs is missing: connectivity, entries, sides.
    MISSING_LIST,
    /// Coordinates are missing although there are nodes.
    MISSING_COORDINATES,
    /// A shape's name is unknown or disagrees with the number of nodes.
    ELEMENT_TYPE,
    /// A variable has a name but no values anywhere.
    MISSING_VALUES,
    /// The values of a variable do not have the shape of their entity; they are left out.
    VALUES_SHAPE,
    /// A truth table has the wrong shape or type and is ignored.
    TRUTH_TABLE_UNUSABLE,
    /// A truth table disagrees with what is stored.
    TRUTH_TABLE_MISMATCH,
    /// An assembly names a member that does not exist.
    UNKNOWN_MEMBER,
    /// The writer marked the last steps as possibly unfinished.
    UNFINISHED_STEPS,

    // the decomposition
    /// The ends of the parts of a list run backwards or past the end of the list; the parts are cut to fit.
    DECOMPOSITION_INDEX
}
