package dev.exodusii.view;

/// The smallest and the largest of some integers.
///
/// @param min   the smallest value; [Long#MAX_VALUE] when `count` is 0
/// @param max   the largest value; [Long#MIN_VALUE] when `count` is 0
/// @param count how many values were looked at
public record IntegerRange(long min, long max, long count) {

    static final IntegerRange NONE = new IntegerRange(Long.MAX_VALUE, Long.MIN_VALUE, 0);

    /// Tells whether no value was looked at.
    public boolean isEmpty() {
        return count == 0;
    }

    /// Combines this with the result for other values.
    ///
    /// @param other the result for other values
    /// @return the result for both together
    public IntegerRange and(IntegerRange other) {
        return new IntegerRange(Math.min(min, other.min), Math.max(max, other.max), count + other.count);
    }
}
