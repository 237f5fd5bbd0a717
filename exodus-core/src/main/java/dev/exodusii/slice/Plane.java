package dev.exodusii.slice;

import dev.exodusii.geometry.Point;

/// A plane: all points whose product with the normal is the offset. What lies where the normal points to is above it.
///
/// The normal has length 1 but where it is along an axis: there it is exactly that axis, and distances from the plane are
/// differences of coordinates, without rounding beyond that.
///
/// @param x      the first component of the normal
/// @param y      the second one
/// @param z      the third one
/// @param offset the distance from the origin along the normal
public record Plane(double x, double y, double z, double offset) {

    /// Makes a plane from a point and a normal of any length.
    ///
    /// @param point  any point of the plane
    /// @param normal a vector at right angles to it
    /// @return the plane
    /// @throws IllegalArgumentException when they are not finite or the normal has no length
    public static Plane through(Point point, Point normal) {
        double length = Math.sqrt(normal.x() * normal.x() + normal.y() * normal.y() + normal.z() * normal.z());
        if (!point.isFinite() || !(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no plane goes through " + point + " at right angles to " + normal);
        }
        double x = normal.x() / length;
        double y = normal.y() / length;
        double z = normal.z() / length;
        return new Plane(x, y, z, x * point.x() + y * point.y() + z * point.z());
    }

    /// Returns how far a place is above the plane; negative below.
    ///
    /// @param px the first coordinate of the place
    /// @param py the second one
    /// @param pz the third one
    /// @return the distance, if the normal has length 1
    public double height(double px, double py, double pz) {
        return x * px + y * py + z * pz - offset;
    }
}
