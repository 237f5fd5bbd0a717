package dev.exodusii.check;

/// What kind of fault a [CheckFinding] names. The names are stable: programs and `--json` use them.
public enum CheckCode {
    /// Connectivity has node, face or edge numbers that do not exist.
    CONNECTIVITY_RANGE,
    /// Nodes belong to no element.
    UNUSED_NODES,
    /// An element has so many nodes twice that it has no extent left.
    DEGENERATE_ELEMENT,
    /// An element that is not collapsed names a node twice.
    REPEATED_NODE,
    /// An element has no length, area or volume.
    ZERO_SIZE,
    /// An element is turned inside out, at one corner at least: the determinant of its Jacobian is negative there; or the
    /// nodes of a flat one run clockwise.
    INVERTED_ELEMENT,
    /// Ids in a map are the same.
    DUPLICATE_MAP_ID,
    /// Ids in a map are zero or negative.
    NONPOSITIVE_ID,
    /// A set has entries that do not exist.
    SET_RANGE,
    /// A set has an entry twice.
    DUPLICATE_ENTRY,
    /// A side set names sides that the shapes of the elements do not have.
    SIDE_NUMBER,
    /// A set has another number of distribution factors than it has places for.
    FACTOR_COUNT,
    /// Distribution factors are not finite.
    FACTOR_VALUE,
    /// The sides of a side set have different distribution factors at a node that they share.
    FACTOR_JUMP,
    /// Attributes are not finite.
    ATTRIBUTE_VALUE,
    /// Times do not increase.
    TIME_ORDER,
    /// Times are not finite, or there are none.
    TIME_VALUE,
    /// Coordinates are not finite.
    COORDINATE_VALUE,
    /// Results are not finite.
    RESULT_VALUE,
    /// A name has bytes that are no UTF-8, or control characters.
    NAME_TEXT,
    /// A variable has no name.
    EMPTY_NAME,
    /// Two variables or attributes of one kind share a name.
    DUPLICATE_NAME,
    /// A name is longer than many programs read.
    NAME_LENGTH,
    /// Assemblies contain themselves.
    ASSEMBLY_CYCLE,
    /// The order of the elements names an element twice, or one that does not exist.
    ELEMENT_ORDER,
    /// Values cannot be read at all.
    UNREADABLE
}
