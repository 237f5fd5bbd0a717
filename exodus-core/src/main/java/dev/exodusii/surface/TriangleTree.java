package dev.exodusii.surface;

import java.nio.FloatBuffer;
import java.util.Arrays;

/// Triangles in a tree of boxes, in an order that is made once, with boxes that can follow the triangles.
///
/// Triangles are sorted along a curve through space (Morton's); eight neighbours are in one box, eight of these in one of the
/// level above, and so on. Boxes are a little larger than what is in them, since rays that pass by a hair count as well.
final class TriangleTree {

    private static final int AXES = Positions.AXES;
    private static final int CORNERS = 3;
    private static final int FAN = 8;
    private static final int BITS = 21;
    private static final int WIDTH = 2 * AXES;
    /// Boxes that wait to be looked at: at most seven for each level of 2^31 triangles, and the last.
    private static final int MOST_WAITING = 11 * FAN;
    private static final float HAIR = 1e-6f;

    private final int[] triangles;
    private final int[] order;
    /// For each level the lowest and then the highest corner of each box; the first level has the triangles.
    private final float[][] levels;

    private TriangleTree(int[] triangles, int[] order) {
        this.triangles = triangles;
        this.order = order;
        int depth = 0;
        int count = order.length;
        do {
            count = boxes(count);
            depth++;
        } while (count > 1);
        this.levels = new float[depth][];
        count = order.length;
        for (int level = 0; level < depth; level++) {
            count = boxes(count);
            levels[level] = new float[WIDTH * count];
        }
    }

    private static int boxes(int count) {
        return (int) (((long) count + FAN - 1) / FAN);
    }

    /// @param triangles three nodes each
    /// @param positions x, y and z of each node, which decide the order only
    static TriangleTree of(int[] triangles, double[] positions) {
        double[] low = new double[AXES];
        double[] scale = new double[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = axis; i < positions.length; i += AXES) {
                if (Double.isFinite(positions[i])) {
                    least = Math.min(least, positions[i]);
                    most = Math.max(most, positions[i]);
                }
            }
            low[axis] = least;
            scale[axis] = most > least ? ((1 << BITS) - 1) / (most - least) : 0;
        }
        // The key above, the triangle below: one sort of plain numbers.
        int count = triangles.length / CORNERS;
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(count));
        long[] sorted = new long[count];
        for (int triangle = 0; triangle < count; triangle++) {
            long key = 0;
            for (int axis = 0; axis < AXES; axis++) {
                double sum = 0;
                for (int corner = 0; corner < CORNERS; corner++) {
                    sum += positions[AXES * triangles[CORNERS * triangle + corner] + axis];
                }
                key |= spread((long) ((sum / CORNERS - low[axis]) * scale[axis]) & (1 << BITS) - 1) << axis;
            }
            sorted[triangle] = key >>> bits - 1 << bits | triangle;
        }
        Arrays.sort(sorted);
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int) (sorted[i] & (1L << bits) - 1);
        }
        return new TriangleTree(triangles, order);
    }

    /// Puts two free bits behind each of 21.
    private static long spread(long bits) {
        long spread = (bits | bits << 32) & 0x1f00000000ffffL;
        spread = (spread | spread << 16) & 0x1f0000ff0000ffL;
        spread = (spread | spread << 8) & 0x100f00f00f00f00fL;
        spread = (spread | spread << 4) & 0x10c30c30c30c30c3L;
        return (spread | spread << 2) & 0x1249249249249249L;
    }

    /// Puts the boxes round the triangles.
    ///
    /// @param positions three floats for each node
    void fit(FloatBuffer positions) {
        for (float[] level : levels) {
            for (int box = 0; box < level.length; box += WIDTH) {
                Arrays.fill(level, box, box + AXES, Float.POSITIVE_INFINITY);
                Arrays.fill(level, box + AXES, box + WIDTH, Float.NEGATIVE_INFINITY);
            }
        }
        float[] leaves = levels[0];
        for (int i = 0; i < order.length; i++) {
            int box = WIDTH * (i / FAN);
            for (int corner = 0; corner < CORNERS; corner++) {
                int node = AXES * triangles[CORNERS * order[i] + corner];
                for (int axis = 0; axis < AXES; axis++) {
                    // What is not a number is in no box; its triangle is met by no ray.
                    float place = positions.get(node + axis);
                    leaves[box + axis] = place < leaves[box + axis] ? place : leaves[box + axis];
                    leaves[box + AXES + axis] = place > leaves[box + AXES + axis] ? place : leaves[box + AXES + axis];
                }
            }
        }
        for (int box = 0; box < leaves.length; box += WIDTH) {
            widen(leaves, box);
        }
        for (int level = 1; level < levels.length; level++) {
            float[] below = levels[level - 1];
            float[] boxes = levels[level];
            for (int i = 0; i < below.length / WIDTH; i++) {
                int box = WIDTH * (i / FAN);
                for (int axis = 0; axis < AXES; axis++) {
                    float low = below[WIDTH * i + axis];
                    float high = below[WIDTH * i + AXES + axis];
                    boxes[box + axis] = low < boxes[box + axis] ? low : boxes[box + axis];
                    boxes[box + AXES + axis] = high > boxes[box + AXES + axis] ? high : boxes[box + AXES + axis];
                }
            }
        }
    }

    private static void widen(float[] boxes, int box) {
        float size = 0;
        for (int axis = 0; axis < AXES; axis++) {
            float extent = boxes[box + AXES + axis] - boxes[box + axis];
            // Not so where it is no number, between places at infinity, where nothing is met.
            size = extent > size ? extent : size;
        }
        for (int axis = 0; axis < AXES; axis++) {
            boxes[box + axis] = Math.nextDown(boxes[box + axis] - HAIR * size);
            boxes[box + AXES + axis] = Math.nextUp(boxes[box + AXES + axis] + HAIR * size);
        }
    }

    /// Holds a ray against all triangles that it may meet first.
    void meet(TriangleRay ray) {
        int[] waiting = new int[MOST_WAITING];
        int[] heights = new int[MOST_WAITING];
        double[] distances = new double[MOST_WAITING];
        int count = 0;
        int top = levels.length - 1;
        if (order.length > 0) {
            heights[0] = top;
            distances[0] = distance(levels[top], 0, ray);
            count = distances[0] < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        while (count > 0) {
            count--;
            int box = waiting[count];
            int height = heights[count];
            if (distances[count] > ray.nearest()) {
                continue;
            }
            if (height == 0) {
                for (int i = FAN * box; i < Math.min(order.length, FAN * (box + 1)); i++) {
                    ray.meet(order[i]);
                }
                continue;
            }
            float[] below = levels[height - 1];
            int begin = count;
            for (int i = FAN * box; i < Math.min(below.length / WIDTH, FAN * (box + 1)); i++) {
                double distance = distance(below, i, ray);
                if (distance <= ray.nearest() && distance < Double.POSITIVE_INFINITY) {
                    // The nearest one comes last and is looked at first.
                    int at = count++;
                    while (at > begin && distances[at - 1] < distance) {
                        waiting[at] = waiting[at - 1];
                        heights[at] = heights[at - 1];
                        distances[at] = distances[at - 1];
                        at--;
                    }
                    waiting[at] = i;
                    heights[at] = height - 1;
                    distances[at] = distance;
                }
            }
        }
    }

    /// How far away a box is along a ray; infinitely if the ray passes it.
    private static double distance(float[] boxes, int box, TriangleRay ray) {
        double enters = 0;
        double leaves = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < AXES; axis++) {
            double low = boxes[WIDTH * box + axis] - ray.origin(axis);
            double high = boxes[WIDTH * box + AXES + axis] - ray.origin(axis);
            double direction = ray.direction(axis);
            if (direction == 0) {
                if (!(low <= 0 && high >= 0)) {
                    return Double.POSITIVE_INFINITY;
                }
            } else {
                enters = Math.max(enters, (direction > 0 ? low : high) / direction);
                leaves = Math.min(leaves, (direction > 0 ? high : low) / direction);
            }
        }
        return enters <= leaves ? enters : Double.POSITIVE_INFINITY;
    }
}
