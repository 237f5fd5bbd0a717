package dev.exodusii.compare;

/// Which node or element of the second file goes with one of the first.
public enum Matching {
    /// That of the same global id, wherever it is.
    ID,
    /// That at the same index; the ids must agree as well.
    FILE_ORDER,
    /// That at the same place in space.
    POSITION,
    /// That at the same place in space, if there is one; the rest is left out.
    PARTIAL
}
