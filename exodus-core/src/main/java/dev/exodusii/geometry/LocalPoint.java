package dev.exodusii.geometry;

/// A place in an element's own, natural coordinates.
///
/// | shape | inside |
/// |---|---|
/// | line | r from -1 to 1 |
/// | triangle | r, s and 1 - r - s from 0 to 1; corner 1 is at (0, 0), corner 2 at (1, 0), corner 3 at (0, 1) |
/// | quadrilateral | r and s from -1 to 1; corner 1 is at (-1, -1), corner 2 at (1, -1), corner 3 at (1, 1) |
/// | tetrahedron | r, s, t and 1 - r - s - t from 0 to 1; corner 1 is at (0, 0, 0), then one on each axis |
/// | pyramid | t from 0 at the base to 1 at the apex; r and s from t - 1 to 1 - t, at the base as in a quadrilateral |
/// | wedge | r and s as in a triangle; t from -1 at corners 1 to 3 to 1 at corners 4 to 6 |
/// | hexahedron | r, s and t from -1 to 1; corners 1 to 4 as in a quadrilateral at t = -1, 5 to 8 at t = 1 |
///
/// @param r the first coordinate
/// @param s the second one, 0 in a line
/// @param t the third one, 0 in a line and in a flat element
public record LocalPoint(double r, double s, double t) {}
