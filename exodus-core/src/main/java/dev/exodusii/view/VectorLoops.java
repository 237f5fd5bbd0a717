package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The loops behind [VectorView]'s bulk operations. Blocks of values are decoded into arrays that stay in the nearest
/// cache, whatever their type, and combined there, which makes vector code; but what is interleaved goes one by one in
/// any case, and is taken straight from memory where all components are of one type: see [PointLoops].
final class VectorLoops {

    /// Vectors that are taken at a time.
    static final int BLOCK = 512;
    private static final int AXES = 3;

    /// Takes doubles, block by block, in order.
    @FunctionalInterface
    interface DoubleSink {
        /// @param from   how many came before
        /// @param values the next ones, from the first element on
        void take(long from, double[] values, int count);
    }

    private final VectorView vectors;
    /// A block of each axis; what the vectors do not have stays 0.
    private final Doubles[] blocks = blocks();

    VectorLoops(VectorView vectors) {
        this.vectors = vectors;
    }

    private static int count(VectorView vectors, long from) {
        return (int) Math.min(BLOCK, vectors.size() - from);
    }

    private static Doubles[] blocks() {
        return new Doubles[] {new Doubles(BLOCK), new Doubles(BLOCK), new Doubles(BLOCK)};
    }

    private static void decode(VectorView vectors, long from, int count, Doubles[] blocks) {
        for (int axis = 0; axis < vectors.dimension(); axis++) {
            vectors.component(axis).decode(from, count, blocks[axis]);
        }
    }

    void magnitudes(DoubleSink sink) {
        double[] lengths = new double[BLOCK];
        try {
            boolean areDoubles = areAll(vectors, ElementType.DOUBLE);
            boolean areFloats = areAll(vectors, ElementType.FLOAT);
            for (long from = 0; from < vectors.size(); from += BLOCK) {
                int count = count(vectors, from);
                if (areDoubles || areFloats) {
                    straight(from, count, lengths, areDoubles);
                } else {
                    decode(vectors, from, count, blocks);
                    lengths(blocks[0].values(), blocks[1].values(), blocks[2].values(), lengths);
                }
                sink.take(from, lengths, count);
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw vectors.component(0).lost(fault);
        }
    }

    private void straight(long from, int count, double[] lengths, boolean areDoubles) {
        RealView x = vectors.component(0);
        RealView y = vectors.component(1);
        RealView z = vectors.component(2);
        if (areDoubles) {
            PointLoops.lengthsOfDoubles(x.memory(), x.at(from), y.at(from), z.at(from), count, lengths);
        } else {
            PointLoops.lengthsOfFloats(x.memory(), x.at(from), y.at(from), z.at(from), count, lengths);
        }
    }

    private static void lengths(double[] x, double[] y, double[] z, double[] lengths) {
        for (int i = 0; i < BLOCK; i++) {
            lengths[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
        }
    }

    void points(FloatTarget target) {
        try {
            boolean areDoubles = areAll(vectors, ElementType.DOUBLE);
            boolean areFloats = areAll(vectors, ElementType.FLOAT);
            MemorySegment memory = target.memory();
            if (memory != null && (areDoubles || areFloats)) {
                straight(memory, areDoubles);
                Faults.settle();
                return;
            }
            for (long from = 0; from < vectors.size(); from += BLOCK) {
                int count = count(vectors, from);
                int at = target.at(AXES * from);
                if (areDoubles || areFloats) {
                    straight(from, count, target, at, areDoubles);
                } else {
                    decode(vectors, from, count, blocks);
                    interleave(count, target.room(), at);
                }
                target.take(AXES * from, AXES * count);
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw vectors.component(0).lost(fault);
        }
    }

    private void straight(long from, int count, FloatTarget target, int offset, boolean areDoubles) {
        RealView x = vectors.component(0);
        RealView y = vectors.component(1);
        RealView z = vectors.component(2);
        if (areDoubles) {
            PointLoops.doubles(x.memory(), x.at(from), y.at(from), z.at(from), count, target.room(), offset);
        } else {
            PointLoops.floats(x.memory(), x.at(from), y.at(from), z.at(from), count, target.room(), target.bits(), offset);
        }
    }

    private void straight(MemorySegment points, boolean areDoubles) {
        RealView x = vectors.component(0);
        RealView y = vectors.component(1);
        RealView z = vectors.component(2);
        for (long from = 0; from < vectors.size(); from += RealLoops.CHUNK) {
            int count = (int) Math.min(RealLoops.CHUNK, vectors.size() - from);
            long offset = AXES * Float.BYTES * from;
            if (areDoubles) {
                PointLoops.doubles(x.memory(), x.at(from), y.at(from), z.at(from), count, points, offset);
            } else {
                PointLoops.floats(x.memory(), x.at(from), y.at(from), z.at(from), count, points, offset);
            }
        }
    }

    void displaced(VectorView displacement, double scale, FloatTarget target) {
        try {
            boolean areDoubles = areAll(vectors, ElementType.DOUBLE) && areAll(displacement, ElementType.DOUBLE);
            boolean areFloats = areAll(vectors, ElementType.FLOAT) && areAll(displacement, ElementType.FLOAT);
            MemorySegment memory = target.memory();
            if (memory != null && (areDoubles || areFloats)) {
                straight(displacement, scale, memory, areDoubles);
                Faults.settle();
                return;
            }
            Doubles[] moves = areDoubles || areFloats ? new Doubles[0] : blocks();
            for (long from = 0; from < vectors.size(); from += BLOCK) {
                int count = count(vectors, from);
                int at = target.at(AXES * from);
                if (areDoubles || areFloats) {
                    straight(displacement, scale, from, count, target.room(), at, areDoubles);
                } else {
                    decode(vectors, from, count, blocks);
                    decode(displacement, from, count, moves);
                    for (int axis = 0; axis < displacement.dimension(); axis++) {
                        move(blocks[axis].values(), moves[axis].values(), scale);
                    }
                    interleave(count, target.room(), at);
                    clearWhatIsOnlyMoved(displacement);
                }
                target.take(AXES * from, AXES * count);
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw displacement.component(0).lost(fault);
        }
    }

    private void straight(VectorView displacement, double scale, long from, int count, float[] points, int offset,
            boolean areDoubles) {
        RealView x = vectors.component(0);
        RealView y = vectors.component(1);
        RealView z = vectors.component(2);
        RealView dx = displacement.component(0);
        RealView dy = displacement.component(1);
        RealView dz = displacement.component(2);
        if (areDoubles) {
            PointLoops.displacedDoubles(x.memory(), x.at(from), y.at(from), z.at(from), dx.memory(), dx.at(from),
                    dy.at(from), dz.at(from), scale, count, points, offset);
        } else {
            PointLoops.displacedFloats(x.memory(), x.at(from), y.at(from), z.at(from), dx.memory(), dx.at(from),
                    dy.at(from), dz.at(from), scale, count, points, offset);
        }
    }

    private void straight(VectorView displacement, double scale, MemorySegment points, boolean areDoubles) {
        RealView x = vectors.component(0);
        RealView y = vectors.component(1);
        RealView z = vectors.component(2);
        RealView dx = displacement.component(0);
        RealView dy = displacement.component(1);
        RealView dz = displacement.component(2);
        for (long from = 0; from < vectors.size(); from += RealLoops.CHUNK) {
            int count = (int) Math.min(RealLoops.CHUNK, vectors.size() - from);
            long offset = AXES * Float.BYTES * from;
            if (areDoubles) {
                PointLoops.displacedDoubles(x.memory(), x.at(from), y.at(from), z.at(from), dx.memory(), dx.at(from),
                        dy.at(from), dz.at(from), scale, count, points, offset);
            } else {
                PointLoops.displacedFloats(x.memory(), x.at(from), y.at(from), z.at(from), dx.memory(), dx.at(from),
                        dy.at(from), dz.at(from), scale, count, points, offset);
            }
        }
    }

    /// Tells whether vectors have three components of one type without gaps, in one piece of memory such as a file.
    private static boolean areAll(VectorView vectors, ElementType type) {
        boolean areAll = vectors.dimension() == AXES;
        for (int axis = 0; axis < vectors.dimension(); axis++) {
            RealView component = vectors.component(axis);
            areAll &= component.type() == type && component.isContiguous()
                    && component.isOver(vectors.component(0).memory());
        }
        return areAll;
    }

    private static void move(double[] points, double[] moves, double scale) {
        for (int i = 0; i < BLOCK; i++) {
            points[i] += scale * moves[i];
        }
    }

    /// An axis that only the displacement has begins at 0 in each block.
    private void clearWhatIsOnlyMoved(VectorView displacement) {
        for (int axis = vectors.dimension(); axis < displacement.dimension(); axis++) {
            Arrays.fill(blocks[axis].values(), 0);
        }
    }

    private void interleave(int count, float[] points, int offset) {
        for (int axis = 0; axis < AXES; axis++) {
            double[] block = blocks[axis].values();
            for (int i = 0; i < count; i++) {
                points[offset + AXES * i + axis] = (float) block[i];
            }
        }
    }
}
