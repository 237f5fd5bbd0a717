package dev.exodusii.surface;

/// Cuts polygons of five and more corners into triangles by clipping ears, in the plane that fits them best.
///
/// Of all ears the one with the best shape is clipped first, where corners are few; where they are many, the first that is
/// found. A polygon that crosses itself comes out as so many triangles as any other, some of which overlap.
final class PolygonCutter {

    private static final int AXES = Positions.AXES;
    /// Up to so many corners, the best ear is looked for.
    private static final int FEW = 64;
    /// Beyond so many, which nobody draws, a polygon is taken for convex: clipping takes the square of their number.
    private static final int MOST = 1 << 13;

    private final double[] positions;
    private final Tiler tiler;
    private double[] u = new double[0];
    private double[] v = new double[0];
    private int[] left = new int[0];

    PolygonCutter(double[] positions, Tiler tiler) {
        this.positions = positions;
        this.tiler = tiler;
    }

    void cut(int[] nodes, int start, int corners, int face) {
        if (corners > MOST) {
            for (int i = 1; i + 1 < corners; i++) {
                tiler.add(nodes[start], nodes[start + i], nodes[start + i + 1], face);
            }
            return;
        }
        project(nodes, start, corners);
        int count = corners;
        for (int i = 0; i < corners; i++) {
            left[i] = i;
        }
        int from = 0;
        while (count > 3) {
            int ear = ear(count, from % count);
            tiler.add(nodes[start + left[(ear + count - 1) % count]], nodes[start + left[ear]],
                    nodes[start + left[(ear + 1) % count]], face);
            System.arraycopy(left, ear + 1, left, ear, count - ear - 1);
            count--;
            from = ear;
        }
        tiler.add(nodes[start + left[0]], nodes[start + left[1]], nodes[start + left[2]], face);
    }

    /// Returns the corner to clip, as a place in what is left.
    private int ear(int count, int from) {
        int best = -1;
        double bestQuality = Double.NEGATIVE_INFINITY;
        int fallback = 0;
        double fallbackQuality = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            int place = (from + i) % count;
            int a = left[(place + count - 1) % count];
            int b = left[place];
            int c = left[(place + 1) % count];
            double quality = quality(a, b, c);
            if (quality > bestQuality && quality > 0 && isEmpty(a, b, c, count)) {
                best = place;
                bestQuality = quality;
                if (count > FEW) {
                    return best;
                }
            }
            if (quality > fallbackQuality) {
                fallback = place;
                fallbackQuality = quality;
            }
        }
        return best < 0 ? fallback : best;
    }

    /// The area over the squares of the edges: the rounder a triangle, the more; negative where it is turned over.
    private double quality(int a, int b, int c) {
        double edges = squared(a, b) + squared(b, c) + squared(c, a);
        return edges > 0 ? area(a, b, c) / edges : 0;
    }

    private boolean isEmpty(int a, int b, int c, int count) {
        for (int i = 0; i < count; i++) {
            int p = left[i];
            if (p != a && p != b && p != c && !isSame(p, a) && !isSame(p, b) && !isSame(p, c)
                    && area(a, b, p) >= 0 && area(b, c, p) >= 0 && area(c, a, p) >= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(int p, int q) {
        return u[p] == u[q] && v[p] == v[q];
    }

    private double area(int a, int b, int c) {
        return (u[b] - u[a]) * (v[c] - v[a]) - (v[b] - v[a]) * (u[c] - u[a]);
    }

    private double squared(int p, int q) {
        return (u[p] - u[q]) * (u[p] - u[q]) + (v[p] - v[q]) * (v[p] - v[q]);
    }

    /// Looks at the corners from above the plane of best fit: they go round counterclockwise.
    private void project(int[] nodes, int start, int corners) {
        if (u.length < corners) {
            u = new double[corners];
            v = new double[corners];
            left = new int[corners];
        }
        double[] normal = normal(nodes, start, corners);
        int least = 0;
        for (int axis = 1; axis < AXES; axis++) {
            least = Math.abs(normal[axis]) < Math.abs(normal[least]) ? axis : least;
        }
        double[] axis = new double[AXES];
        axis[least] = 1;
        double[] right = cross(axis, normal);
        double[] up = cross(normal, right);
        double scale = Math.sqrt(dot(normal, normal));
        for (int i = 0; i < corners; i++) {
            double x = coordinate(nodes, start, i, 0);
            double y = coordinate(nodes, start, i, 1);
            double z = coordinate(nodes, start, i, 2);
            u[i] = scale * (x * right[0] + y * right[1] + z * right[2]);
            v[i] = x * up[0] + y * up[1] + z * up[2];
        }
    }

    /// Newell's normal: of the plane that fits best, as long as twice the area is.
    private double[] normal(int[] nodes, int start, int corners) {
        double[] normal = new double[AXES];
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            for (int axis = 0; axis < AXES; axis++) {
                int p = (axis + 1) % AXES;
                int q = (axis + 2) % AXES;
                normal[axis] += (coordinate(nodes, start, i, p) - coordinate(nodes, start, next, p))
                        * (coordinate(nodes, start, i, q) + coordinate(nodes, start, next, q));
            }
        }
        return normal;
    }

    /// Seen from the first corner, so that a small face far from the origin keeps its digits.
    private double coordinate(int[] nodes, int start, int corner, int axis) {
        return positions[AXES * nodes[start + corner] + axis] - positions[AXES * nodes[start] + axis];
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
