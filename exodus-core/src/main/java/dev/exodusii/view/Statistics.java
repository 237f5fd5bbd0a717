package dev.exodusii.view;

/// What one pass over some real numbers tells: the smallest, the largest, their sum, and how many were not ordinary.
///
/// The sum is added up in a fixed order, which depends on the number of values alone, not on how they are stored, by whom
/// or by how many threads they are read. Each [#SPAN] values are added up on their own: value `i` of each block of 512 to
/// running sum `i`, then the upper half of the running sums to the lower one until one is left, and to that the values
/// that do not fill a block, which are added up in four interleaved chains. The sums of the spans are added up in order.
/// Immutable.
///
/// @param extremes the smallest and the largest value, and the counts
/// @param sum      the sum of all values but NaN; infinities take part in it
public record Statistics(MinMax extremes, double sum) {

    /// How many values are added up on their own: parts of a view that begin at a multiple of it make up, joined by
    /// [#then], exactly the statistics of the whole.
    public static final int SPAN = 1 << 17;

    /// The statistics of no values.
    public static final Statistics NONE = new Statistics(MinMax.NONE, 0);

    /// Returns the arithmetic mean of all values but NaN; NaN where there are none. What rounding does to the sum never
    /// takes it beyond the extremes. Infinite where the sum of values near the largest double is beyond all doubles.
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
