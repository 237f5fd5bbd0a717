package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// What is between two rows of real numbers, block after block. Blocks of both are decoded into arrays that stay in the
/// nearest cache and combined there, which makes vector code whatever the stored types. For one thread.
final class Blend {

    /// Values that are taken at a time.
    static final int BLOCK = 512;

    private final RealView before;
    private final RealView after;
    private final double weight;
    private final Doubles from = new Doubles(BLOCK);
    private final Doubles to = new Doubles(BLOCK);
    private long next;
    private int count;

    Blend(RealView before, RealView after, double weight) {
        this.before = before;
        this.after = after;
        this.weight = weight;
    }

    /// Returns the values of the next block, in an array that the one after overwrites.
    double[] next() {
        count = (int) Math.min(BLOCK, before.size() - next);
        before.decode(next, count, from);
        after.decode(next, count, to);
        combine(from.values(), to.values(), weight, from.values());
        next += count;
        return from.values();
    }

    /// How many values the last block had.
    int count() {
        return count;
    }

    private static void combine(double[] from, double[] to, double weight, double[] result) {
        for (int i = 0; i < BLOCK; i++) {
            result[i] = from[i] + weight * (to[i] - from[i]);
        }
    }

    void nextFloats(float[] destination, int offset) {
        double[] values = next();
        for (int i = 0; i < count; i++) {
            destination[offset + i] = (float) values[i];
        }
    }

    /// Copies scattered values of rows of the two common types.
    ///
    /// @return whether it could; other rows are left to the caller
    boolean gather(int[] indexes, float[] destination) {
        if (!before.isContiguous() || !after.isContiguous() || before.type() != after.type()) {
            return false;
        }
        try {
            if (before.type() == ElementType.DOUBLE) {
                doubles(before.memory(), before.at(0), after.memory(), after.at(0), before.size(), weight, indexes,
                        destination);
                Faults.settle();
                return true;
            }
            if (before.type() == ElementType.FLOAT) {
                floats(before.memory(), before.at(0), after.memory(), after.at(0), before.size(), weight, indexes,
                        destination);
                Faults.settle();
                return true;
            }
            Faults.settle();
            return false;
        } catch (InternalError fault) {
            throw after.lost(fault);
        }
    }

    private static void doubles(MemorySegment before, long from, MemorySegment after, long to, long size, double weight,
            int[] indexes, float[] destination) {
        for (int i = 0; i < indexes.length; i++) {
            long at = Objects.checkIndex(indexes[i], size) * Double.BYTES;
            double value = before.get(Layouts.DOUBLE, from + at);
            destination[i] = (float) (value + weight * (after.get(Layouts.DOUBLE, to + at) - value));
        }
    }

    private static void floats(MemorySegment before, long from, MemorySegment after, long to, long size, double weight,
            int[] indexes, float[] destination) {
        for (int i = 0; i < indexes.length; i++) {
            long at = Objects.checkIndex(indexes[i], size) * Float.BYTES;
            double value = before.get(Layouts.FLOAT, from + at);
            destination[i] = (float) (value + weight * (after.get(Layouts.FLOAT, to + at) - value));
        }
    }
}
