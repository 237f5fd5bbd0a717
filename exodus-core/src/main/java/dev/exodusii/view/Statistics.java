package dev.exodusii.view;

/// What one pass over some real numbers tells: the smallest, the largest, their sum, and how many were not ordinary.
///
/// The sum is added up in a fixed order, which depends on the number of values alone, not on how they are stored or by
/// whom they are read: value `i` of each block of 512 is added to running sum `i`. After 256 blocks, and behind the last
/// one, the running sums are added up, upper half to lower half until one is left. Values that do not fill a block are
/// added up in four interleaved chains.
/// Immutable.
///
/// @param extremes the smallest and the largest value, and the counts
/// @param sum      the sum of all values but NaN; infinities take part in it
public record Statistics(MinMax extremes, double sum) {

    /// The statistics of no values.
    public static final Statistics NONE = new Statistics(MinMax.NONE, 0);

    /// Returns the arithmetic mean of all values but NaN; NaN where there are none.
    public double mean() {
        return sum / (extremes.count() - extremes.nans());
    }

    /// Combines this with the result for the values that follow.
    ///
    /// @param next the result for the values that come after those of this one
    /// @return the result for both together; indexes of `next` are shifted by this one's count
    public Statistics then(Statistics next) {
        return new Statistics(extremes.then(next.extremes), sum + next.sum);
    }
}
