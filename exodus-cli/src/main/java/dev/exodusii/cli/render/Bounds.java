package dev.exodusii.cli.render;

import dev.exodusii.geometry.Point;

/// A box along the axes that holds everything.
///
/// @param low  its corner of the smallest coordinates
/// @param high its corner of the largest coordinates, none of them below
public record Bounds(Point low, Point high) {

    private static final int AXES = 3;

    /// Returns the box of some points. Those that are not finite do not count.
    ///
    /// @param positions three coordinates for each
    /// @return the box; where there are no points, that around the origin whose edges have the length 1
    public static Bounds of(float[] positions) {
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        boolean isEmpty = true;
        for (int i = 0; i + 2 < positions.length; i += AXES) {
            if (Float.isFinite(positions[i]) && Float.isFinite(positions[i + 1]) && Float.isFinite(positions[i + 2])) {
                isEmpty = false;
                for (int axis = 0; axis < AXES; axis++) {
                    low[axis] = Math.min(low[axis], positions[i + axis]);
                    high[axis] = Math.max(high[axis], positions[i + axis]);
                }
            }
        }
        return isEmpty ? new Bounds(new Point(-0.5, -0.5, -0.5), new Point(0.5, 0.5, 0.5))
                : new Bounds(new Point(low[0], low[1], low[2]), new Point(high[0], high[1], high[2]));
    }

    /// Returns the box that holds this one and another one.
    ///
    /// @param other the other one
    /// @return the smallest box that holds both
    public Bounds and(Bounds other) {
        return new Bounds(new Point(Math.min(low.x(), other.low.x()), Math.min(low.y(), other.low.y()),
                Math.min(low.z(), other.low.z())),
                new Point(Math.max(high.x(), other.high.x()), Math.max(high.y(), other.high.y()),
                        Math.max(high.z(), other.high.z())));
    }

    /// Returns the middle.
    public Point centre() {
        return new Point((low.x() + high.x()) / 2, (low.y() + high.y()) / 2, (low.z() + high.z()) / 2);
    }

    /// Returns the length of the diagonal, 0 for a single point.
    public double diagonal() {
        double x = high.x() - low.x();
        double y = high.y() - low.y();
        double z = high.z() - low.z();
        return Math.sqrt(x * x + y * y + z * z);
    }
}
