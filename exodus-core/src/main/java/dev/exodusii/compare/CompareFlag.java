package dev.exodusii.compare;

/// Rules of a comparison that are on or off. All are off at first.
public enum CompareFlag {
    /// Match blocks and sets by name, not by id.
    MATCH_BY_NAME,
    /// Be particular about sets, their ids and names, and about assemblies.
    PEDANTIC,
    /// Compare names of variables with regard to case.
    CASE_SENSITIVE,
    /// Compare element types in full: `HEX` is not `HEX8`.
    FULL_ELEMENT_TYPES,
    /// Accept elements whose nodes are the same in another order.
    PERMUTED_CONNECTIVITY,
    /// Compare the entries of node sets in the order of the files.
    NODE_SETS_IN_FILE_ORDER,
    /// Compare the entries of side sets in the order of the files.
    SIDE_SETS_IN_FILE_ORDER,
    /// Do not mind variables that only file 2 has.
    ALLOW_NAMES_IN_SECOND,
    /// Do not mind variables that only file 1 has.
    ALLOW_NAMES_IN_FIRST,
    /// Take nodes and elements by index, whatever the id maps say.
    IGNORE_ID_MAPS,
    /// Do not mind NaN, wherever it is.
    IGNORE_NANS,
    /// Where two elements are at the same place, take the first.
    IGNORE_DUPLICATES,
    /// Tell which elements have none at their place, where that is allowed.
    SHOW_UNMATCHED,
    /// Do not compare attributes of elements.
    IGNORE_ATTRIBUTES,
    /// Do not compare distribution factors of side sets.
    IGNORE_SIDE_SET_FACTORS,
    /// Tell of each value that differs, not only of the worst of a variable and step.
    EVERY_DIFFERENCE,
    /// Stop at the first variable that differs.
    STOP_AT_FIRST,
    /// Compute the norms of differences, for which every value must be read.
    NORMS
}
