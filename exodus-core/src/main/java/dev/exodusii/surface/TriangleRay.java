package dev.exodusii.surface;

import dev.exodusii.geometry.Point;
import java.nio.FloatBuffer;
import java.util.Optional;

/// A ray, and the triangle that it meets first among those that it was held against.
final class TriangleRay {

    private static final int AXES = Positions.AXES;
    private static final int CORNERS = 3;
    /// Rays that pass between two triangles by a hair meet one of them.
    private static final double HAIR = 1e-9;

    private final Surface surface;
    private final FloatBuffer positions;
    private final double[] origin;
    private final double[] direction;
    private double nearest = Double.POSITIVE_INFINITY;
    private int found = -1;

    TriangleRay(Surface surface, FloatBuffer positions, Point origin, Point direction) {
        this.surface = surface;
        this.positions = positions;
        this.origin = new double[] {origin.x(), origin.y(), origin.z()};
        double length = Math.sqrt(direction.x() * direction.x() + direction.y() * direction.y()
                + direction.z() * direction.z());
        if (!(length > 0) || length == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a ray needs a direction, not " + direction);
        }
        this.direction = new double[] {direction.x() / length, direction.y() / length, direction.z() / length};
    }

    /// Holds the ray against all triangles: a few nanoseconds for each.
    TriangleRay meetAll() {
        for (int triangle = 0; triangle < surface.triangleCount(); triangle++) {
            meet(triangle);
        }
        return this;
    }

    double origin(int axis) {
        return origin[axis];
    }

    double direction(int axis) {
        return direction[axis];
    }

    /// How far away the nearest triangle is that was met.
    double nearest() {
        return nearest;
    }

    Optional<SurfaceHit> hit() {
        if (found < 0) {
            return Optional.empty();
        }
        Point point = new Point(origin[0] + nearest * direction[0], origin[1] + nearest * direction[1],
                origin[2] + nearest * direction[2]);
        return Optional.of(new SurfaceHit(surface.face(surface.faceOfTriangle()[found]), found, nearest, point,
                surface.nodeIndexes()[nearestNode(point)]));
    }

    private int nearestNode(Point point) {
        int[] triangles = surface.triangleNodes();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CORNERS; i++) {
            int node = triangles[CORNERS * found + i];
            double distance = Math.hypot(Math.hypot(positions.get(AXES * node) - point.x(),
                    positions.get(AXES * node + 1) - point.y()), positions.get(AXES * node + 2) - point.z());
            if (best < 0 || distance < least) {
                best = node;
                least = distance;
            }
        }
        return best;
    }

    private double edge(int to, int from, int axis) {
        return (double) positions.get(to + axis) - positions.get(from + axis);
    }

    /// Holds the ray against a triangle. Of two at the same distance the one with the smaller index is met.
    ///
    /// Möller and Trumbore: the ray's point as a combination of the corners. What is not a number meets nothing.
    void meet(int triangle) {
        int[] triangles = surface.triangleNodes();
        int a = AXES * triangles[CORNERS * triangle];
        int b = AXES * triangles[CORNERS * triangle + 1];
        int c = AXES * triangles[CORNERS * triangle + 2];
        double ux = edge(b, a, 0);
        double uy = edge(b, a, 1);
        double uz = edge(b, a, 2);
        double vx = edge(c, a, 0);
        double vy = edge(c, a, 1);
        double vz = edge(c, a, 2);
        double px = direction[1] * vz - direction[2] * vy;
        double py = direction[2] * vx - direction[0] * vz;
        double pz = direction[0] * vy - direction[1] * vx;
        double determinant = ux * px + uy * py + uz * pz;
        if (determinant == 0) {
            return;
        }
        double tx = origin[0] - positions.get(a);
        double ty = origin[1] - positions.get(a + 1);
        double tz = origin[2] - positions.get(a + 2);
        double s = (tx * px + ty * py + tz * pz) / determinant;
        double qx = ty * uz - tz * uy;
        double qy = tz * ux - tx * uz;
        double qz = tx * uy - ty * ux;
        double t = (direction[0] * qx + direction[1] * qy + direction[2] * qz) / determinant;
        double distance = (vx * qx + vy * qy + vz * qz) / determinant;
        if (s >= -HAIR && t >= -HAIR && s + t <= 1 + HAIR && distance >= 0
                && (distance < nearest || distance == nearest && triangle < found)) {
            nearest = distance;
            found = triangle;
        }
    }
}
