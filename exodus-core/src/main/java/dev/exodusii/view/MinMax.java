package dev.exodusii.view;

/// The smallest and the largest of some real numbers, and how many were not ordinary numbers.
///
/// NaN never takes part in the comparison; infinities do. Where no value but NaN was seen, `min` and `max` are NaN and
/// both indexes are -1.
///
/// @param min       the smallest value
/// @param max       the largest value
/// @param minIndex  the 0-based index of the first occurrence of `min`; in a matrix `row * columns + column`
/// @param maxIndex  the 0-based index of the first occurrence of `max`
/// @param count     how many values were looked at, NaN and infinities included
/// @param nans      how many of them were NaN
/// @param infinites how many of them were positive or negative infinity
public record MinMax(double min, double max, long minIndex, long maxIndex, long count, long nans, long infinites) {

    static final MinMax NONE = new MinMax(Double.NaN, Double.NaN, -1, -1, 0, 0, 0);

    /// Tells whether there was any value but NaN.
    public boolean isEmpty() {
        return minIndex < 0;
    }

    /// Combines this with the result for the values that follow.
    ///
    /// @param next the result for the values that come after those of this one
    /// @return the result for both together; indexes of `next` are shifted by this one's `count`
    public MinMax then(MinMax next) {
        boolean takeMin = !next.isEmpty() && (isEmpty() || next.min < min);
        boolean takeMax = !next.isEmpty() && (isEmpty() || next.max > max);
        return new MinMax(takeMin ? next.min : min, takeMax ? next.max : max,
                takeMin ? count + next.minIndex : minIndex, takeMax ? count + next.maxIndex : maxIndex,
                count + next.count, nans + next.nans, infinites + next.infinites);
    }
}
