package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Adds and compares doubles or floats without gaps straight from memory, with the Vector API. Loaded only where [Simd]
/// says so.
///
/// One block after another: several of them in one pass would spare most traffic of the running sums, but reads from
/// places 4 kB apart in turn, which takes half as long again, or more.
///
/// With each vector a byte is read in the ordinary way. HotSpot survives bytes that are gone, as those of a file that was cut
/// short, only in compiled code of which it knows that it reads foreign memory. Ordinary reads tell it so; those of the
/// Vector API do not (JDK 25), and without the byte the process ends with SIGBUS. With each vector and not once before a
/// loop, because what is compiled may begin inside of it; nothing uses the byte, and so nothing reads it in the end.
final class SimdFold {

    private static final int BLOCK = Reduction.BLOCK;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = SimdCopy.FEW_FLOATS;
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

    // The loops call nothing of ours: see SimdPoints.

    private void addDoubles(long base) {
        for (int i = 0; i < BLOCK; i += LANES) {
            long at = base + (long) i * Double.BYTES;
            values.get(ValueLayout.JAVA_BYTE, at);
            DoubleVector value = DoubleVector.fromMemorySegment(DOUBLES, values, at, ByteOrder.BIG_ENDIAN);
            DoubleVector.fromArray(DOUBLES, lanes, sums + i).add(value).intoArray(lanes, sums + i);
        }
    }

    private void addFloats(long base) {
        for (int i = 0; i < BLOCK; i += LANES) {
            long at = base + (long) i * Float.BYTES;
            values.get(ValueLayout.JAVA_BYTE, at);
            DoubleVector value = (DoubleVector) FloatVector.fromMemorySegment(FLOATS, values, at, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            DoubleVector.fromArray(DOUBLES, lanes, sums + i).add(value).intoArray(lanes, sums + i);
        }
    }

    // Not min and max: the order of zeros and the spreading of NaN, which these keep, take several instructions more.

    private void foldDoubles(long block) {
        DoubleVector low = DoubleVector.broadcast(DOUBLES, min);
        DoubleVector high = DoubleVector.broadcast(DOUBLES, max);
        for (int i = 0; i < BLOCK; i += LANES) {
            long at = (block + i) * Double.BYTES;
            values.get(ValueLayout.JAVA_BYTE, at);
            DoubleVector value = DoubleVector.fromMemorySegment(DOUBLES, values, at, ByteOrder.BIG_ENDIAN);
            DoubleVector.fromArray(DOUBLES, lanes, sums + i).add(value).intoArray(lanes, sums + i);
            low = low.blend(value, value.lt(low));
            high = high.blend(value, high.lt(value));
        }
        compare(low.reduceLanes(VectorOperators.MIN), high.reduceLanes(VectorOperators.MAX), block);
    }

    private void foldFloats(long block) {
        DoubleVector low = DoubleVector.broadcast(DOUBLES, min);
        DoubleVector high = DoubleVector.broadcast(DOUBLES, max);
        for (int i = 0; i < BLOCK; i += LANES) {
            long at = (block + i) * Float.BYTES;
            values.get(ValueLayout.JAVA_BYTE, at);
            DoubleVector value = (DoubleVector) FloatVector.fromMemorySegment(FLOATS, values, at, ByteOrder.BIG_ENDIAN)
                    .convertShape(VectorOperators.F2D, DOUBLES, 0);
            DoubleVector.fromArray(DOUBLES, lanes, sums + i).add(value).intoArray(lanes, sums + i);
            low = low.blend(value, value.lt(low));
            high = high.blend(value, high.lt(value));
        }
        compare(low.reduceLanes(VectorOperators.MIN), high.reduceLanes(VectorOperators.MAX), block);
    }

    private void compare(double lowest, double highest, long block) {
        if (lowest < min) {
            min = lowest;
            minBlock = block;
        }
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
