package dev.exodusii.compare;

/// What a comparison came to.
public enum Verdict {
    /// Nothing that was compared differs.
    SAME,
    /// Something differs.
    DIFFERENT,
    /// The files could not be compared.
    ERROR
}
