package dev.exodusii.cli.exodiff;

import dev.exodusii.view.RealView;
import java.util.Arrays;

/// The smallest and largest absolute value of a variable, and where they are: of equal ones, the first step counts, in
/// it the first block or set, in that the first entry. NaN takes no part.
///
/// What is found does not depend on the order in which values come.
final class Extremes {

    /// Values that are folded side by side, so that loops become vector code.
    private static final int BLOCK = 512;
    private static final int LOWS = BLOCK;
    private static final int HIGHS = 2 * BLOCK;

    private double min = Double.MAX_VALUE;
    private double max = -1;
    private boolean hasNan;
    private Place minPlace = Place.NONE;
    private Place maxPlace = Place.NONE;

    /// Where a value is.
    ///
    /// @param step   the step, -1 for nowhere
    /// @param entity the index of the block or set
    /// @param index  the index of the entry
    record Place(long step, int entity, long index) {

        private static final Place NONE = new Place(-1, 0, 0);

        private boolean isBefore(Place other) {
            if (step != other.step) {
                return step < other.step;
            }
            return entity == other.entity ? index < other.index : entity < other.entity;
        }
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    Place minPlace() {
        return minPlace;
    }

    Place maxPlace() {
        return maxPlace;
    }

    /// Tells whether there is any NaN.
    boolean hasNan() {
        return hasNan;
    }

    void add(double value, Place place) {
        double size = Math.abs(value);
        hasNan |= Double.isNaN(value);
        if (isSmaller(size, place)) {
            min = size;
            minPlace = place;
        }
        if (isLarger(size, place)) {
            max = size;
            maxPlace = place;
        }
    }

    private boolean isSmaller(double size, Place place) {
        return size < min || size == min && place.isBefore(minPlace);
    }

    private boolean isLarger(double size, Place place) {
        return size > max || size == max && place.isBefore(maxPlace);
    }

    void add(Extremes other) {
        hasNan |= other.hasNan;
        if (other.minPlace.step >= 0) {
            add(other.min, other.minPlace);
        }
        if (other.maxPlace.step >= 0) {
            add(other.max, other.maxPlace);
        }
    }

    /// Adds values that follow each other.
    ///
    /// @param values the values
    /// @param first  where the first of them is
    void addAll(RealView values, Place first) {
        long blocks = values.size() / BLOCK * BLOCK;
        if (blocks > 0) {
            addBlocks(values, blocks, first);
        }
        addEach(values, blocks, values.size(), first);
    }

    private void addEach(RealView values, long from, long to, Place first) {
        for (long i = from; i < to; i++) {
            double size = Math.abs(values.get(i));
            if (!(size > min && size < max)) {
                add(size, at(first, i));
            }
        }
    }

    private static Place at(Place first, long offset) {
        return new Place(first.step, first.entity, first.index + offset);
    }

    private void addBlocks(RealView values, long to, Place first) {
        double[] lanes = new double[3 * BLOCK];
        Arrays.fill(lanes, LOWS, HIGHS, Double.POSITIVE_INFINITY);
        for (long at = 0; at < to; at += BLOCK) {
            values.slice(at, BLOCK).copyTo(lanes);
            fold(lanes);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int lane = 0; lane < BLOCK; lane++) {
            low = Math.min(low, lanes[LOWS + lane]);
            high = Math.max(high, lanes[HIGHS + lane]);
        }
        if (Double.isNaN(low)) {
            addEach(values, 0, to, first);
            return;
        }
        if (isSmaller(low, first)) {
            add(low, at(first, find(low, values, to, lanes, LOWS)));
        }
        if (isLarger(high, first)) {
            add(high, at(first, find(high, values, to, lanes, HIGHS)));
        }
    }

    private static void fold(double[] lanes) {
        for (int i = 0; i < BLOCK; i++) {
            double size = Math.abs(lanes[i]);
            lanes[LOWS + i] = Math.min(lanes[LOWS + i], size);
            lanes[HIGHS + i] = Math.max(lanes[HIGHS + i], size);
        }
    }

    /// Finds the first place of a size in the lanes that have it.
    private static long find(double size, RealView values, long to, double[] lanes, int extremes) {
        long first = to;
        for (int lane = 0; lane < BLOCK; lane++) {
            if (lanes[extremes + lane] == size) {
                for (long at = lane; at < first; at += BLOCK) {
                    if (Math.abs(values.get(at)) == size) {
                        first = at;
                    }
                }
            }
        }
        return first;
    }
}
