package dev.exodusii.cli.render;

/// A direction to look from that has a name: with y up, and z towards the viewer in front.
public enum View {
    /// Against the z-axis: x to the right, y up.
    FRONT(0, 0),
    /// Along the z-axis.
    BACK(180, 0),
    /// From where x is smallest.
    LEFT(-90, 0),
    /// From where x is largest.
    RIGHT(90, 0),
    /// From where y is largest: x to the right.
    TOP(0, 90),
    /// From where y is smallest.
    BOTTOM(0, -90),
    /// From where all coordinates are largest, so that all three axes look equally long.
    ISO(45, Math.toDegrees(Math.atan(Math.sqrt(0.5))));

    private final Rotation rotation;

    View(double yaw, double pitch) {
        rotation = Rotation.of(yaw, pitch, 0);
    }

    /// Returns the rotation into the viewer's space: x to the right, y up, z towards him.
    public Rotation rotation() {
        return rotation;
    }
}
