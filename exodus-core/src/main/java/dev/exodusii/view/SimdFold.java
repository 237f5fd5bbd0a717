package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Adds and compares doubles or floats without gaps straight from memory, with the Vector API. Loaded only where [Simd]
/// says so.
///
/// One block after another: several of them in one pass would spare most traffic of the running sums, but reads from
/// places 4 kB apart in turn, which takes half as long again, or more.
final class SimdFold {

    private static final int BLOCK = Reduction.BLOCK;
    private static final VectorSpecies<Double> DOUBLES = SimdLanes.DOUBLES;
    private static final int LANES = DOUBLES.length();

    private final RealView view;
    private final MemorySegment values;
    private final boolean isDouble;
    private final double[] lanes;
    private final int sums;

    private double min;
    private double max;
    // The first blocks with the extremes.
    private long minBlock;
    private long maxBlock;

    /// Adds to a block of running sums.
    ///
    /// @param lanes where they are
    /// @param sums  the first one
    SimdFold(RealView view, double[] lanes, int sums) {
        this.view = view;
        this.values = view.rawSegment().orElseThrow();
        this.isDouble = view.type() == ElementType.DOUBLE;
        this.lanes = lanes;
        this.sums = sums;
    }

    /// Adds up whole blocks.
    ///
    /// @return the index of the first value that does not fill a block
    long add(long from, long end) {
        long at = from;
        for (; at <= end - BLOCK; at += BLOCK) {
            if (isDouble) {
                addDoubles(at * Double.BYTES);
            } else {
                addFloats(at * Float.BYTES);
            }
        }
        return at;
    }

    /// Adds up whole blocks and finds their extremes, which mean nothing where a value or a sum is not finite.
    void addAndCompare(long from, long end) {
        min = Double.POSITIVE_INFINITY;
        max = Double.NEGATIVE_INFINITY;
        for (long at = from; at < end; at += BLOCK) {
            if (isDouble) {
                foldDoubles(at);
            } else {
                foldFloats(at);
            }
        }
    }

    private void addDoubles(long base) {
        for (int i = 0; i < BLOCK; i += LANES) {
            add(SimdLanes.doubles(values, base + (long) i * Double.BYTES), i);
        }
    }

    private void addFloats(long base) {
        for (int i = 0; i < BLOCK; i += LANES) {
            add(SimdLanes.widened(values, base + (long) i * Float.BYTES), i);
        }
    }

    private void foldDoubles(long at) {
        long base = at * Double.BYTES;
        DoubleVector low = DoubleVector.broadcast(DOUBLES, min);
        DoubleVector high = DoubleVector.broadcast(DOUBLES, max);
        for (int i = 0; i < BLOCK; i += LANES) {
            DoubleVector value = SimdLanes.doubles(values, base + (long) i * Double.BYTES);
            add(value, i);
            low = lower(low, value);
            high = higher(high, value);
        }
        compare(low, high, at);
    }

    private void foldFloats(long at) {
        long base = at * Float.BYTES;
        DoubleVector low = DoubleVector.broadcast(DOUBLES, min);
        DoubleVector high = DoubleVector.broadcast(DOUBLES, max);
        for (int i = 0; i < BLOCK; i += LANES) {
            DoubleVector value = SimdLanes.widened(values, base + (long) i * Float.BYTES);
            add(value, i);
            low = lower(low, value);
            high = higher(high, value);
        }
        compare(low, high, at);
    }

    private void add(DoubleVector value, int lane) {
        DoubleVector.fromArray(DOUBLES, lanes, sums + lane).add(value).intoArray(lanes, sums + lane);
    }

    // Not min and max: the order of zeros and the spreading of NaN, which these keep, take several instructions more.

    private static DoubleVector lower(DoubleVector low, DoubleVector value) {
        return low.blend(value, value.lt(low));
    }

    private static DoubleVector higher(DoubleVector high, DoubleVector value) {
        return high.blend(value, high.lt(value));
    }

    private void compare(DoubleVector low, DoubleVector high, long block) {
        double lowest = low.reduceLanes(VectorOperators.MIN);
        if (lowest < min) {
            min = lowest;
            minBlock = block;
        }
        double highest = high.reduceLanes(VectorOperators.MAX);
        if (highest > max) {
            max = highest;
            maxBlock = block;
        }
    }

    /// Returns the smallest value; of both zeros it may be either.
    double min() {
        return min;
    }

    /// Returns the largest value; of both zeros it may be either.
    double max() {
        return max;
    }

    /// Finds the first place of the smallest value.
    long findMin() {
        return find(min, minBlock);
    }

    /// Finds the first place of the largest value.
    long findMax() {
        return find(max, maxBlock);
    }

    private long find(double value, long block) {
        long at = block;
        while (view.get(at) != value) {
            at++;
        }
        return at;
    }
}
