package dev.exodusii.cli.render;

import dev.exodusii.geometry.Point;

/// Where things are in a picture: from the space of a mesh to pixels and back.
///
/// Places in a picture count from its upper left corner; the middle of the first pixel is at (0.5, 0.5). Immutable.
public final class Projection {

    /// How near to the eye things are still drawn, as a share of the distance of the target.
    private static final double NEAR = 1e-3;
    /// Rays begin this many times as far from the target as the mesh reaches.
    private static final double BEFORE = 4;

    private final Camera camera;
    final double[] m;
    final double targetX;
    final double targetY;
    final double targetZ;
    final double middleX;
    final double middleY;
    /// Pixels for a unit of length, at the target.
    final double scale;
    /// How far the eye is from the target; 0 without perspective.
    final double distance;

    Projection(Camera camera, int width, int height) {
        this(camera, width / 2.0, height / 2.0, height / camera.height());
    }

    private Projection(Camera camera, double middleX, double middleY, double scale) {
        this.camera = camera;
        m = camera.rotation().matrix();
        targetX = camera.target().x();
        targetY = camera.target().y();
        targetZ = camera.target().z();
        this.middleX = middleX;
        this.middleY = middleY;
        this.scale = scale;
        distance = camera.isPerspective() ? camera.height() / 2 / Math.tan(Camera.FIELD_OF_VIEW / 2) : 0;
    }

    /// Returns the same for a picture of more pixels.
    Projection times(int factor) {
        return new Projection(camera, middleX * factor, middleY * factor, scale * factor);
    }

    boolean isPerspective() {
        return distance > 0;
    }

    /// The least weight of what is drawn.
    double near() {
        return isPerspective() ? NEAR : 0.5;
    }

    /// How much of the space a pixel is wide, at the target.
    double pixel() {
        return 1 / scale;
    }

    /// Projects a point without dividing by its weight.
    ///
    /// @param homogeneous gets four numbers: across and down in pixels, both times the weight; the weight, which is the
    ///                    distance from the eye in distances of the target, 1 without perspective; and how much nearer
    ///                    than the target the point is
    void project(double px, double py, double pz, double[] homogeneous, int at) {
        double x = px - targetX;
        double y = py - targetY;
        double z = pz - targetZ;
        double across = m[0] * x + m[1] * y + m[2] * z;
        double up = m[3] * x + m[4] * y + m[5] * z;
        double nearer = m[6] * x + m[7] * y + m[8] * z;
        double weight = distance > 0 ? (distance - nearer) / distance : 1;
        homogeneous[at] = middleX * weight + across * scale;
        homogeneous[at + 1] = middleY * weight - up * scale;
        homogeneous[at + 2] = weight;
        homogeneous[at + 3] = nearer;
    }

    /// Returns what grows linearly over a picture as things come nearer; in units of length near the target.
    double depth(double weight, double nearer) {
        return distance > 0 ? distance / weight : nearer;
    }

    /// Returns where a point is in the picture.
    ///
    /// @param point the point
    /// @return pixels from the left edge, pixels from the upper edge, and how much nearer than the target the point is, in
    ///         units of length; numbers that are not finite for a point behind the eye
    public Point toPicture(Point point) {
        double[] h = new double[4];
        project(point.x(), point.y(), point.z(), h, 0);
        return h[2] > 0 ? new Point(h[0] / h[2], h[1] / h[2], h[3]) : new Point(Double.NaN, Double.NaN, Double.NaN);
    }

    /// Returns what lies behind a place in the picture.
    ///
    /// @param x pixels from the left edge
    /// @param y pixels from the upper edge
    /// @return the ray
    public Ray ray(double x, double y) {
        double across = (x - middleX) / scale;
        double up = (middleY - y) / scale;
        if (isPerspective()) {
            double length = Math.sqrt(across * across + up * up + distance * distance);
            return new Ray(inSpace(0, 0, distance), direction(across / length, up / length, -distance / length));
        }
        return new Ray(inSpace(across, up, BEFORE * camera.reach()), direction(0, 0, -1));
    }

    /// Returns the point behind a place in the picture that is as far away as another one.
    ///
    /// @param x      pixels from the left edge
    /// @param y      pixels from the upper edge
    /// @param nearer how much nearer than the target the point is to be, as [#toPicture] tells it
    /// @return the point
    public Point toSpace(double x, double y, double nearer) {
        double weight = isPerspective() ? (distance - nearer) / distance : 1;
        return inSpace((x - middleX) / scale * weight, (middleY - y) / scale * weight, nearer);
    }

    private Point inSpace(double across, double up, double nearer) {
        Point direction = direction(across, up, nearer);
        return new Point(targetX + direction.x(), targetY + direction.y(), targetZ + direction.z());
    }

    private Point direction(double across, double up, double nearer) {
        return new Point(m[0] * across + m[3] * up + m[6] * nearer, m[1] * across + m[4] * up + m[7] * nearer,
                m[2] * across + m[5] * up + m[8] * nearer);
    }
}
