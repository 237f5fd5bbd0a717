package dev.exodusii.view;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Sums and extremes of real numbers, in one pass over the memory.
///
/// Whole blocks of 512 values are decoded into an array that stays in the nearest cache, and are added up and compared
/// there in as many lanes side by side: such loops become vector code, which a running sum or a running minimum does not.
/// These 16 kB (22 for floats) are all that is allocated, however many values there are; shorter views need nothing. NaN
/// and infinities show in the extremes of the lanes, and only then are the values looked at one by one; likewise the place
/// of an extreme is searched for only in the lanes that hold it.
///
/// Where [Simd] is on, [SimdFold] takes blocks without gaps straight from memory instead, and adds in the same order.
final class Reduction {

    /// Values in a block.
    static final int BLOCK = 512;
    /// Values that are folded into the lanes before anything is asked of these.
    private static final int SPAN = Statistics.SPAN;

    // What lies in the array, a block of each: loops over parts of one array are known not to overlap.
    private static final int SUMS = BLOCK;
    private static final int LOWS = 2 * BLOCK;
    private static final int HIGHS = 3 * BLOCK;

    private final RealView view;
    private final Doubles decoded;
    /// The decoded values, and of each lane the sum, the smallest and the largest value.
    private final double[] lanes;
    /// Of each lane the smallest and the largest float, of floats without gaps: half the bytes to compare.
    private final float[] singleExtremes;
    private final @Nullable SimdFold simd;

    private double sum;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private long lowAt = -1;
    private long highAt = -1;
    private long nans;
    private long infinites;

    private Reduction(RealView view) {
        this.view = view;
        this.decoded = view.size() < BLOCK ? Doubles.NONE : new Doubles(4 * BLOCK);
        this.lanes = decoded.values();
        this.singleExtremes = new float[view.size() >= BLOCK && view.areSingles() ? 2 * BLOCK : 0];
        this.simd = view.size() >= BLOCK && Simd.isFor(view) ? new SimdFold(view, lanes, SUMS) : null;
    }

    static Statistics statistics(RealView view) {
        Reduction reduction = new Reduction(view);
        for (long from = 0; from < view.size(); from += SPAN) {
            reduction.add(from, Math.min(view.size(), from + SPAN));
        }
        return new Statistics(new MinMax(reduction.low, reduction.high, reduction.lowAt, reduction.highAt, view.size(),
                reduction.nans, reduction.infinites), reduction.sum);
    }

    /// Adds up all values, NaN included, in the order that [Statistics] tells.
    static double sum(RealView view) {
        if (view.size() < BLOCK) {
            return sumOfFew(view, 0, view.size(), false);
        }
        Doubles decoded = new Doubles(2 * BLOCK);
        double[] lanes = decoded.values();
        SimdFold simd = Simd.isFor(view) ? new SimdFold(view, lanes, SUMS) : null;
        double sum = 0;
        for (long from = 0; from < view.size(); from += SPAN) {
            long end = Math.min(view.size(), from + SPAN);
            Arrays.fill(lanes, SUMS, SUMS + BLOCK, 0);
            long at = simd == null ? from : simd.add(from, end);
            for (; at <= end - BLOCK; at += BLOCK) {
                add(view, at, decoded);
            }
            sum += total(lanes) + sumOfFew(view, at, end, false);
        }
        return sum;
    }

    /// Adds a block to the sums. Floats become doubles on the way to them: one pass less.
    private static void add(RealView view, long at, Doubles decoded) {
        if (view.areSingles()) {
            add(decoded.readFloats(view.memory(), view.at(at), BLOCK), decoded.values());
        } else {
            view.decode(at, BLOCK, decoded);
            add(decoded.values());
        }
    }

    private void add(long from, long end) {
        long few = end - (end - from) % BLOCK;
        double blocks = from < few ? fold(from, few) : 0;
        for (long i = few; i < end; i++) {
            look(view.get(i), i);
        }
        sum += blocks + sumOfFew(view, few, end, true);
    }

    /// Looks at whole blocks.
    ///
    /// @return their sum
    private double fold(long from, long end) {
        if (simd != null) {
            return fold(simd, from, end);
        }
        Arrays.fill(lanes, SUMS, SUMS + BLOCK, 0);
        if (view.areSingles()) {
            compareAndAddSingles(from, end);
        } else {
            compareAndAddDecoded(from, end);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int lane = 0; lane < BLOCK; lane++) {
            min = Math.min(min, lanes[LOWS + lane]);
            max = Math.max(max, lanes[HIGHS + lane]);
        }
        if (!Double.isFinite(min) || !Double.isFinite(max)) {
            return foldWithCare(from, end);
        }
        // Asked in this way, the first value of all is below NaN. What is found may be the other zero.
        if (!(min >= low)) {
            lowAt = find(min, LOWS, from, end);
            low = view.get(lowAt);
        }
        if (!(max <= high)) {
            highAt = find(max, HIGHS, from, end);
            high = view.get(highAt);
        }
        return total(lanes);
    }

    private void compareAndAddSingles(long from, long end) {
        Arrays.fill(singleExtremes, 0, BLOCK, Float.POSITIVE_INFINITY);
        Arrays.fill(singleExtremes, BLOCK, 2 * BLOCK, Float.NEGATIVE_INFINITY);
        for (long at = from; at < end; at += BLOCK) {
            float[] values = decoded.readFloats(view.memory(), view.at(at), BLOCK);
            add(values, lanes);
            compare(values, singleExtremes);
        }
        RealLoops.widen(singleExtremes, 2 * BLOCK, lanes, LOWS);
    }

    private void compareAndAddDecoded(long from, long end) {
        Arrays.fill(lanes, LOWS, LOWS + BLOCK, Double.POSITIVE_INFINITY);
        Arrays.fill(lanes, HIGHS, HIGHS + BLOCK, Double.NEGATIVE_INFINITY);
        for (long at = from; at < end; at += BLOCK) {
            view.decode(at, BLOCK, decoded);
            compareAndAdd(lanes);
        }
    }

    private double fold(SimdFold simd, long from, long end) {
        Arrays.fill(lanes, SUMS, SUMS + BLOCK, 0);
        simd.addAndCompare(from, end);
        double blocks = total(lanes);
        // One value that is not finite is enough for such a sum.
        if (!Double.isFinite(blocks)) {
            return foldWithCare(from, end);
        }
        if (!(simd.min() >= low)) {
            lowAt = simd.findMin();
            low = view.get(lowAt);
        }
        if (!(simd.max() <= high)) {
            highAt = simd.findMax();
            high = view.get(highAt);
        }
        return blocks;
    }

    /// Finds the first place of a value that is the extreme of all lanes.
    private long find(double value, int extremes, long from, long end) {
        long first = end;
        for (int lane = 0; lane < BLOCK; lane++) {
            if (lanes[extremes + lane] == value) {
                for (long at = from + lane; at < first; at += BLOCK) {
                    if (view.get(at) == value) {
                        first = at;
                    }
                }
            }
        }
        return first;
    }

    private double foldWithCare(long from, long end) {
        Arrays.fill(lanes, SUMS, SUMS + BLOCK, 0);
        for (long at = from; at < end; at += BLOCK) {
            view.decode(at, BLOCK, decoded);
            for (int i = 0; i < BLOCK; i++) {
                look(lanes[i], at + i);
                lanes[i] = orZero(lanes[i]);
            }
            add(lanes);
        }
        return total(lanes);
    }

    private void look(double value, long at) {
        if (Double.isNaN(value)) {
            nans++;
            return;
        }
        infinites += Double.isInfinite(value) ? 1 : 0;
        if (!(value >= low)) {
            low = value;
            lowAt = at;
        }
        if (!(value <= high)) {
            high = value;
            highAt = at;
        }
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static void add(double[] lanes) {
        for (int i = 0; i < BLOCK; i++) {
            lanes[SUMS + i] += lanes[i];
        }
    }

    private static void add(float[] values, double[] lanes) {
        for (int i = 0; i < BLOCK; i++) {
            lanes[SUMS + i] += values[i];
        }
    }

    private static void compare(float[] values, float[] extremes) {
        for (int i = 0; i < BLOCK; i++) {
            extremes[i] = Math.min(extremes[i], values[i]);
            extremes[BLOCK + i] = Math.max(extremes[BLOCK + i], values[i]);
        }
    }

    private static void compareAndAdd(double[] lanes) {
        for (int i = 0; i < BLOCK; i++) {
            double value = lanes[i];
            lanes[SUMS + i] += value;
            lanes[LOWS + i] = Math.min(lanes[LOWS + i], value);
            lanes[HIGHS + i] = Math.max(lanes[HIGHS + i], value);
        }
    }

    /// Adds the upper half of the sums to the lower one until one is left.
    private static double total(double[] lanes) {
        for (int half = BLOCK / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[SUMS + i] += lanes[SUMS + half + i];
            }
        }
        return lanes[SUMS];
    }

    /// Adds up values in four interleaved chains.
    private static double sumOfFew(RealView view, long from, long end, boolean isWithoutNaN) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long i = from;
        for (; i < end - 3; i += 4) {
            a += value(view, i, isWithoutNaN);
            b += value(view, i + 1, isWithoutNaN);
            c += value(view, i + 2, isWithoutNaN);
            d += value(view, i + 3, isWithoutNaN);
        }
        for (; i < end; i++) {
            a += value(view, i, isWithoutNaN);
        }
        return (a + b) + (c + d);
    }

    private static double value(RealView view, long index, boolean isWithoutNaN) {
        return isWithoutNaN ? orZero(view.get(index)) : view.get(index);
    }
}
