package dev.exodusii.cli.render;

/// A rotation of space, as a unit quaternion.
///
/// @param w the real part
/// @param x the first imaginary part
/// @param y the second one
/// @param z the third one
public record Rotation(double w, double x, double y, double z) {

    /// No rotation.
    public static final Rotation NONE = new Rotation(1, 0, 0, 0);

    /// Makes a rotation; a quaternion of another length is scaled to 1.
    ///
    /// @throws IllegalArgumentException when the length is 0 or not a number
    public Rotation {
        double length = Math.sqrt(w * w + x * x + y * y + z * z);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("no rotation has the quaternion (" + w + ", " + x + ", " + y + ", " + z + ")");
        }
        w /= length;
        x /= length;
        y /= length;
        z /= length;
    }

    /// Returns the rotation about an axis by an angle, counterclockwise as seen from where the axis points to.
    ///
    /// @param x     the axis, of any length but 0
    /// @param y     its second coordinate
    /// @param z     its third one
    /// @param angle the angle in radians
    /// @return the rotation
    public static Rotation about(double x, double y, double z, double angle) {
        double share = Math.sin(angle / 2) / Math.sqrt(x * x + y * y + z * z);
        return new Rotation(Math.cos(angle / 2), x * share, y * share, z * share);
    }

    /// Returns the rotation from the space of a mesh into that of a viewer who stands somewhere round it.
    ///
    /// At 0, 0, 0 he looks against the z-axis: x to the right, y up.
    ///
    /// @param yaw   how far he went round to the right, about the y-axis, in degrees
    /// @param pitch how far up he is, in degrees
    /// @param roll  how far what he sees is turned, counterclockwise, in degrees
    /// @return the rotation
    public static Rotation of(double yaw, double pitch, double roll) {
        return about(0, 1, 0, -Math.toRadians(yaw)).then(about(1, 0, 0, Math.toRadians(pitch)))
                .then(about(0, 0, 1, Math.toRadians(roll)));
    }

    /// Returns this rotation followed by another one.
    ///
    /// @param next what comes after this one
    /// @return both
    public Rotation then(Rotation next) {
        return new Rotation(next.w * w - next.x * x - next.y * y - next.z * z,
                next.w * x + next.x * w + next.y * z - next.z * y,
                next.w * y - next.x * z + next.y * w + next.z * x,
                next.w * z + next.x * y - next.y * x + next.z * w);
    }

    /// Returns the rotation as a matrix.
    ///
    /// @return nine numbers, row by row: the rows are where the axes of the rotated space are in the first one
    public double[] matrix() {
        return new double[] {
            1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
            2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
            2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)};
    }
}
