package dev.exodusii.surface;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/// What can be said of the triangles of a surface as a whole.
final class Shapes {

    private Shapes() {}

    static float[] positions(Surface surface) {
        float[] positions = new float[3 * surface.nodeCount()];
        surface.values().copyPositions(positions);
        return positions;
    }

    /// The volume that triangles enclose: positive when they look outwards.
    static double volume(Surface surface) {
        float[] p = positions(surface);
        IntBuffer triangles = surface.triangles();
        double volume = 0;
        for (int i = 0; i < triangles.capacity(); i += 3) {
            int a = 3 * triangles.get(i);
            int b = 3 * triangles.get(i + 1);
            int c = 3 * triangles.get(i + 2);
            volume += (double) p[a] * ((double) p[b + 1] * p[c + 2] - (double) p[b + 2] * p[c + 1])
                    + (double) p[a + 1] * ((double) p[b + 2] * p[c] - (double) p[b] * p[c + 2])
                    + (double) p[a + 2] * ((double) p[b] * p[c + 1] - (double) p[b + 1] * p[c]);
        }
        return volume / 6;
    }

    /// The area of all triangles.
    static double area(Surface surface) {
        float[] p = positions(surface);
        IntBuffer triangles = surface.triangles();
        double area = 0;
        for (int i = 0; i < triangles.capacity(); i += 3) {
            double[] normal = normal(p, triangles, i);
            area += Math.sqrt(normal[0] * normal[0] + normal[1] * normal[1] + normal[2] * normal[2]) / 2;
        }
        return area;
    }

    static double[] normal(float[] p, IntBuffer triangles, int at) {
        int a = 3 * triangles.get(at);
        int b = 3 * triangles.get(at + 1);
        int c = 3 * triangles.get(at + 2);
        double[] u = {p[b] - p[a], p[b + 1] - p[a + 1], p[b + 2] - p[a + 2]};
        double[] v = {p[c] - p[a], p[c + 1] - p[a + 1], p[c + 2] - p[a + 2]};
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }

    /// Tells whether each edge of a triangle is run along as often in one direction as in the other.
    static boolean isClosed(Surface surface) {
        Map<Long, Integer> edges = new HashMap<>();
        IntBuffer triangles = surface.triangles();
        for (int i = 0; i < triangles.capacity(); i++) {
            long from = triangles.get(i);
            long to = triangles.get(i % 3 == 2 ? i - 2 : i + 1);
            edges.merge(Math.min(from, to) << 32 | Math.max(from, to), from < to ? 1 : -1, Integer::sum);
        }
        return edges.values().stream().allMatch(sum -> sum == 0);
    }
}
