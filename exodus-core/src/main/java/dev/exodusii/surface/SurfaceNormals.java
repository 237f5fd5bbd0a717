package dev.exodusii.surface;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/// The normals of a surface at given positions, plain or deformed: unit vectors that point outwards, as x, y, z, x, y, z...
/// in floats.
///
/// Positions are what [SurfaceValues#copyPositions(float[])] and [SurfaceValues#copyDisplaced] give: three floats for each
/// node of the surface, from the first element of an array or from the start of a buffer, whatever its position. A triangle
/// without an area has the normal 0, 0, 0.
///
/// Holds four bytes for each corner of a triangle and for each node. Safe for use by many
/// threads.
public final class SurfaceNormals {

    private static final int AXES = Positions.AXES;
    private static final int CORNERS = 3;

    private final int nodeCount;
    private final int[] triangles;
    /// The corners at each node, and where those of each node begin.
    private final int[] corners;
    private final int[] starts;

    SurfaceNormals(Surface surface) {
        this.nodeCount = surface.nodeCount();
        this.triangles = surface.triangleNodes();
        this.starts = new int[nodeCount + 1];
        int[] next = new int[nodeCount + 1];
        for (int node : triangles) {
            next[node + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        System.arraycopy(next, 0, starts, 0, next.length);
        this.corners = new int[triangles.length];
        for (int corner = 0; corner < triangles.length; corner++) {
            corners[next[triangles[corner]]++] = corner;
        }
    }

    /// Copies the normal of each triangle.
    ///
    /// @param positions   three floats for each node
    /// @param destination where the normals go, from its first element on: three floats for each triangle
    /// @throws IndexOutOfBoundsException when an array is too short
    public void copyFlat(float[] positions, float[] destination) {
        flat(checked(FloatBuffer.wrap(positions))).fill(triangles.length / CORNERS, AXES, destination);
    }

    /// Copies the normal of each triangle.
    ///
    /// @param positions   three floats for each node
    /// @param destination where the normals go, from its position on, which moves behind them: three floats for each
    ///                    triangle
    /// @throws IndexOutOfBoundsException when there are not positions of all nodes
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    public void copyFlat(FloatBuffer positions, FloatBuffer destination) {
        flat(checked(positions)).fill(triangles.length / CORNERS, AXES, destination);
    }

    /// Copies the normal of each triangle.
    ///
    /// @param positions   three floats for each node, in native byte order
    /// @param destination where the normals go, from its start, in native byte order: three floats for each triangle
    /// @throws IndexOutOfBoundsException when memory is too small
    public void copyFlat(MemorySegment positions, MemorySegment destination) {
        flat(checked(floats(positions))).fill(triangles.length / CORNERS, AXES, destination);
    }

    /// Copies the mean normal of the triangles at each node, large ones counting more.
    ///
    /// @param positions   three floats for each node
    /// @param destination where the normals go, from its first element on: three floats for each node
    /// @throws IndexOutOfBoundsException when an array is too short
    public void copyNodal(float[] positions, float[] destination) {
        nodal(checked(FloatBuffer.wrap(positions))).fill(nodeCount, AXES, destination);
    }

    /// Copies the mean normal of the triangles at each node, large ones counting more.
    ///
    /// @param positions   three floats for each node
    /// @param destination where the normals go, from its position on, which moves behind them: three floats for each node
    /// @throws IndexOutOfBoundsException when there are not positions of all nodes
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    public void copyNodal(FloatBuffer positions, FloatBuffer destination) {
        nodal(checked(positions)).fill(nodeCount, AXES, destination);
    }

    /// Copies the mean normal of the triangles at each node, large ones counting more.
    ///
    /// @param positions   three floats for each node, in native byte order
    /// @param destination where the normals go, from its start, in native byte order: three floats for each node
    /// @throws IndexOutOfBoundsException when memory is too small
    public void copyNodal(MemorySegment positions, MemorySegment destination) {
        nodal(checked(floats(positions))).fill(nodeCount, AXES, destination);
    }

    /// Copies a normal for each corner of each triangle: the mean of the triangles at its node whose normals are no farther
    /// away than an angle, large ones counting more. So curved parts look smooth and edges stay sharp.
    ///
    /// @param positions    three floats for each node
    /// @param featureAngle the angle in degrees
    /// @param destination  where the normals go, from its first element on: nine floats for each triangle
    /// @throws IndexOutOfBoundsException when an array is too short
    public void copySmooth(float[] positions, double featureAngle, float[] destination) {
        smooth(checked(FloatBuffer.wrap(positions)), featureAngle)
                .fill(triangles.length / CORNERS, CORNERS * AXES, destination);
    }

    /// Copies a normal for each corner of each triangle; see [#copySmooth(float[],double,float[])].
    ///
    /// @param positions    three floats for each node
    /// @param featureAngle the angle in degrees
    /// @param destination  where the normals go, from its position on, which moves behind them: nine floats for each triangle
    /// @throws IndexOutOfBoundsException when there are not positions of all nodes
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    public void copySmooth(FloatBuffer positions, double featureAngle, FloatBuffer destination) {
        smooth(checked(positions), featureAngle).fill(triangles.length / CORNERS, CORNERS * AXES, destination);
    }

    /// Copies a normal for each corner of each triangle; see [#copySmooth(float[],double,float[])].
    ///
    /// @param positions    three floats for each node, in native byte order
    /// @param featureAngle the angle in degrees
    /// @param destination  where the normals go, from its start, in native byte order: nine floats for each triangle
    /// @throws IndexOutOfBoundsException when memory is too small
    public void copySmooth(MemorySegment positions, double featureAngle, MemorySegment destination) {
        smooth(checked(floats(positions)), featureAngle).fill(triangles.length / CORNERS, CORNERS * AXES, destination);
    }

    private static FloatBuffer floats(MemorySegment memory) {
        return memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private FloatBuffer checked(FloatBuffer positions) {
        if (positions.limit() < (long) AXES * nodeCount) {
            throw new IndexOutOfBoundsException(positions.limit() + " floats are not the positions of " + nodeCount
                    + " nodes");
        }
        return positions;
    }

    private FloatFiller flat(FloatBuffer positions) {
        return (from, count, to, at) -> {
            double[] normal = new double[AXES];
            for (int i = 0; i < count; i++) {
                normal(positions, from + i, normal);
                unit(normal, to, at + AXES * i);
            }
        };
    }

    private FloatFiller nodal(FloatBuffer positions) {
        return (from, count, to, at) -> {
            double[] normal = new double[AXES];
            double[] sum = new double[AXES];
            for (int i = 0; i < count; i++) {
                Arrays.fill(sum, 0);
                for (int j = starts[from + i]; j < starts[from + i + 1]; j++) {
                    normal(positions, corners[j] / CORNERS, normal);
                    add(normal, sum);
                }
                unit(sum, to, at + AXES * i);
            }
        };
    }

    private FloatFiller smooth(FloatBuffer positions, double featureAngle) {
        double cosine = Math.cos(Math.toRadians(featureAngle));
        return (from, count, to, at) -> {
            double[] own = new double[AXES];
            double[] normal = new double[AXES];
            double[] sum = new double[AXES];
            for (int i = 0; i < count; i++) {
                normal(positions, from + i, own);
                for (int corner = 0; corner < CORNERS; corner++) {
                    Arrays.fill(sum, 0);
                    int node = triangles[CORNERS * (from + i) + corner];
                    for (int j = starts[node]; j < starts[node + 1]; j++) {
                        int other = corners[j] / CORNERS;
                        normal(positions, other, normal);
                        if (other == from + i
                                || dot(own, normal) >= cosine * Math.sqrt(dot(own, own) * dot(normal, normal))) {
                            add(normal, sum);
                        }
                    }
                    unit(sum, to, at + AXES * (CORNERS * i + corner));
                }
            }
        };
    }

    /// As long as twice the triangle's area is.
    private void normal(FloatBuffer positions, int triangle, double[] normal) {
        int a = AXES * triangles[CORNERS * triangle];
        int b = AXES * triangles[CORNERS * triangle + 1];
        int c = AXES * triangles[CORNERS * triangle + 2];
        double px = (double) positions.get(b) - positions.get(a);
        double py = (double) positions.get(b + 1) - positions.get(a + 1);
        double pz = (double) positions.get(b + 2) - positions.get(a + 2);
        double qx = (double) positions.get(c) - positions.get(a);
        double qy = (double) positions.get(c + 1) - positions.get(a + 1);
        double qz = (double) positions.get(c + 2) - positions.get(a + 2);
        normal[0] = py * qz - pz * qy;
        normal[1] = pz * qx - px * qz;
        normal[2] = px * qy - py * qx;
    }

    private static void add(double[] one, double[] sum) {
        sum[0] += one[0];
        sum[1] += one[1];
        sum[2] += one[2];
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static void unit(double[] vector, float[] to, int at) {
        double length = Math.sqrt(dot(vector, vector));
        double scale = length > 0 ? 1 / length : 0;
        to[at] = (float) (scale * vector[0]);
        to[at + 1] = (float) (scale * vector[1]);
        to[at + 2] = (float) (scale * vector[2]);
    }
}
