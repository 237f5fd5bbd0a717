package dev.exodusii.view;

/// What one pass over some real numbers tells: the smallest, the largest, their sum, and how many were not ordinary.
///
/// The sum is added up in a fixed order, which depends on the number of values alone: in blocks of 1,024, each value by
/// value, and block after block. It does not depend on how values are stored or by whom they are read.
/// Immutable.
///
/// @param extremes the smallest and the largest value, and the counts
/// @param sum      the sum of all values but NaN; infinities take part in it
public record Statistics(MinMax extremes, double sum) {

    /// The statistics of no values.
    public static final Statistics NONE = new Statistics(MinMax.NONE, 0);

    /// Returns the arithmetic mean of all values but NaN; NaN where there are none. What rounding does to the sum never
    /// takes it beyond the extremes.
    public double mean() {
        double mean = sum / (extremes.count() - extremes.nans());
        return Double.isFinite(mean) ? Math.clamp(mean, extremes.min(), extremes.max()) : mean;
    }

    /// Combines this with the result for the values that follow.
    ///
    /// @param next the result for the values that come after those of this one
    /// @return the result for both together; indexes of `next` are shifted by this one's count
    public Statistics then(Statistics next) {
        return new Statistics(extremes.then(next.extremes), sum + next.sum);
    }
}
