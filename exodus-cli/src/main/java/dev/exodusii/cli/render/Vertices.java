package dev.exodusii.cli.render;

import dev.exodusii.parallel.Workers;

/// Where the nodes of a part are in a picture, as whole numbers of 256ths of a pixel: so exactly that neighbours share their
/// edges without cracks and overlaps. Used anew for each picture.
final class Vertices {

    /// Stands for x of a node that is behind the eye or far outside: what hangs on it has to be clipped.
    static final int CLIPPED = Integer.MIN_VALUE;
    /// Stands for x of a node that is nowhere.
    static final int NOWHERE = Integer.MIN_VALUE + 1;
    static final int FRACTION_BITS = 8;
    static final int ONE = 1 << FRACTION_BITS;
    static final int HALF = ONE / 2;
    /// Products of coordinates up to here, with fractions, are exact as doubles.
    static final double FARTHEST = 60_000;

    private static final int AXES = 3;
    private static final int CHUNK = 16_384;

    int[] x = {};
    int[] y = {};
    float[] depth = {};

    private float[] positions = {};
    private Projection projection = Camera.from(View.FRONT).on(1, 1);

    void transform(float[] from, Projection by, Workers workers) {
        positions = from;
        projection = by;
        int count = from.length / AXES;
        if (x.length < count) {
            x = new int[count];
            y = new int[count];
            depth = new float[count];
        }
        workers.forEach(Math.ceilDiv(count, CHUNK), chunk -> transform(chunk * CHUNK, Math.min(count, (chunk + 1) * CHUNK)));
    }

    private void transform(int from, int to) {
        Projection p = projection;
        double[] m = p.m;
        double distance = p.distance;
        for (int node = from; node < to; node++) {
            double dx = positions[AXES * node] - p.targetX;
            double dy = positions[AXES * node + 1] - p.targetY;
            double dz = positions[AXES * node + 2] - p.targetZ;
            double across = m[0] * dx + m[1] * dy + m[2] * dz;
            double up = m[3] * dx + m[4] * dy + m[5] * dz;
            double nearer = m[6] * dx + m[7] * dy + m[8] * dz;
            double weight = distance > 0 ? (distance - nearer) / distance : 1;
            double larger = p.scale / weight;
            double column = p.middleX + across * larger;
            double row = p.middleY - up * larger;
            if (weight >= p.near() && Math.abs(column) < FARTHEST && Math.abs(row) < FARTHEST) {
                x[node] = (int) Math.floor(column * ONE + 0.5);
                y[node] = (int) Math.floor(row * ONE + 0.5);
                depth[node] = (float) p.depth(weight, nearer);
            } else {
                x[node] = Double.isFinite(across) && Double.isFinite(up) && Double.isFinite(nearer) ? CLIPPED : NOWHERE;
            }
        }
    }

    /// Where a node is without division and rounding; see [Projection#project].
    void homogeneous(int node, double[] result, int at) {
        projection.project(positions[AXES * node], positions[AXES * node + 1], positions[AXES * node + 2], result, at);
    }

    boolean isPlain(int node) {
        return x[node] > NOWHERE;
    }

    boolean isNowhere(int node) {
        return x[node] == NOWHERE;
    }

    float[] positions() {
        return positions;
    }

    Projection projection() {
        return projection;
    }
}
