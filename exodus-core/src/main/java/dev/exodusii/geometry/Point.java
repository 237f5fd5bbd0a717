package dev.exodusii.geometry;

/// A point in the space of a mesh.
///
/// @param x the first coordinate
/// @param y the second one, 0 in a mesh of one dimension
/// @param z the third one, 0 in a mesh of one or two dimensions
public record Point(double x, double y, double z) {

    /// Makes a point from its coordinates.
    ///
    /// @param coordinates one to three of them; the others are 0
    /// @return the point
    /// @throws IllegalArgumentException when there are none or more than three
    public static Point of(double... coordinates) {
        if (coordinates.length < 1 || coordinates.length > 3) {
            throw new IllegalArgumentException("a point has 1 to 3 coordinates, not " + coordinates.length);
        }
        return new Point(coordinates[0], coordinates.length > 1 ? coordinates[1] : 0,
                coordinates.length > 2 ? coordinates[2] : 0);
    }

    /// Returns one coordinate.
    ///
    /// @param axis 0, 1 or 2
    /// @return x, y or z
    /// @throws IndexOutOfBoundsException when there is no such axis
    public double get(int axis) {
        return switch (axis) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> z;
            default -> throw new IndexOutOfBoundsException(axis);
        };
    }

    /// Tells whether all coordinates are finite numbers.
    public boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z);
    }
}
