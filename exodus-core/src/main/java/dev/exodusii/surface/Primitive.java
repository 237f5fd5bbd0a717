package dev.exodusii.surface;

/// What a surface is made of.
public enum Primitive {
    /// A triangle, three nodes: part of a face.
    TRIANGLE,
    /// A line segment, two nodes: a beam, a truss, an edge in a side set.
    LINE,
    /// A point, one node: a sphere, an end of a bar in a side set.
    POINT
}
