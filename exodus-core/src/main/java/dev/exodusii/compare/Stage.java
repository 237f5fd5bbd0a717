package dev.exodusii.compare;

/// How far a comparison came.
public enum Stage {
    /// To the end, or to counts that make a comparison of values pointless.
    RESULTS,
    /// To the mesh, which differs.
    MESH,
    /// To the order of nodes and elements, which differs where the same order was asked for.
    ORDER,
    /// To something that keeps the files from being compared.
    ERROR
}
