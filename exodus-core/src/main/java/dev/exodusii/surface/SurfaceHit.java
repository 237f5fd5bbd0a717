package dev.exodusii.surface;

import dev.exodusii.geometry.Point;

/// Where a ray meets a surface first.
///
/// @param face     the face that it meets
/// @param triangle the 0-based index of the triangle
/// @param distance from the ray's origin, in the unit of the coordinates
/// @param point    where it is
/// @param node     which corner of the triangle is nearest: its 0-based index among the mesh's nodes
public record SurfaceHit(SurfaceFace face, int triangle, double distance, Point point, int node) {}
