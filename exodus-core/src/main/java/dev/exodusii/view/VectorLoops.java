package dev.exodusii.view;

import java.util.Arrays;

/// The loops behind [VectorView]'s bulk operations. Blocks of values are decoded into arrays that stay in the nearest
/// cache, whatever their type, and combined there: that makes vector code of all but the interleaving.
final class VectorLoops {

    private static final int BLOCK = 512;
    private static final int AXES = 3;

    /// Takes floats, block by block, in order.
    @FunctionalInterface
    interface FloatSink {
        /// @param from   how many came before
        /// @param values the next ones, from the first element on
        void take(long from, float[] values, int count);
    }

    /// Takes doubles, block by block, in order.
    @FunctionalInterface
    interface DoubleSink {
        /// @param from   how many came before
        /// @param values the next ones, from the first element on
        void take(long from, double[] values, int count);
    }

    private final VectorView vectors;
    /// A block of each axis; what the vectors do not have stays 0.
    private final double[][] blocks = new double[AXES][BLOCK];
    /// Components may be of different types.
    private final float[] singles = new float[BLOCK];

    VectorLoops(VectorView vectors) {
        this.vectors = vectors;
    }

    private static int count(VectorView vectors, long from) {
        return (int) Math.min(BLOCK, vectors.size() - from);
    }

    private void decode(VectorView vectors, long from, int count, double[][] blocks) {
        for (int axis = 0; axis < vectors.dimension(); axis++) {
            vectors.component(axis).decode(from, count, blocks[axis], singles);
        }
    }

    void magnitudes(DoubleSink sink) {
        double[] lengths = new double[BLOCK];
        for (long from = 0; from < vectors.size(); from += BLOCK) {
            int count = count(vectors, from);
            decode(vectors, from, count, blocks);
            lengths(blocks[0], blocks[1], blocks[2], lengths);
            sink.take(from, lengths, count);
        }
    }

    private static void lengths(double[] x, double[] y, double[] z, double[] lengths) {
        for (int i = 0; i < BLOCK; i++) {
            lengths[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
        }
    }

    void points(FloatSink sink) {
        float[] points = new float[AXES * BLOCK];
        for (long from = 0; from < vectors.size(); from += BLOCK) {
            int count = count(vectors, from);
            decode(vectors, from, count, blocks);
            interleave(blocks[0], blocks[1], blocks[2], points);
            sink.take(AXES * from, points, AXES * count);
        }
    }

    void displaced(VectorView displacement, double scale, FloatSink sink) {
        float[] points = new float[AXES * BLOCK];
        double[][] moves = new double[AXES][BLOCK];
        for (long from = 0; from < vectors.size(); from += BLOCK) {
            int count = count(vectors, from);
            decode(vectors, from, count, blocks);
            decode(displacement, from, count, moves);
            for (int axis = 0; axis < displacement.dimension(); axis++) {
                move(blocks[axis], moves[axis], scale);
            }
            interleave(blocks[0], blocks[1], blocks[2], points);
            sink.take(AXES * from, points, AXES * count);
            clearWhatIsOnlyMoved(displacement);
        }
    }

    private static void move(double[] points, double[] moves, double scale) {
        for (int i = 0; i < BLOCK; i++) {
            points[i] += scale * moves[i];
        }
    }

    /// An axis that only the displacement has begins at 0 in each block.
    private void clearWhatIsOnlyMoved(VectorView displacement) {
        for (int axis = vectors.dimension(); axis < displacement.dimension(); axis++) {
            Arrays.fill(blocks[axis], 0);
        }
    }

    private static void interleave(double[] x, double[] y, double[] z, float[] points) {
        for (int i = 0; i < BLOCK; i++) {
            points[AXES * i] = (float) x[i];
            points[AXES * i + 1] = (float) y[i];
            points[AXES * i + 2] = (float) z[i];
        }
    }
}
