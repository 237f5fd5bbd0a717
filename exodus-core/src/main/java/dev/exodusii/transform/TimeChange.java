package dev.exodusii.transform;

/// What becomes of times: each is multiplied, then something is added.
///
/// @param factor what it is multiplied with, greater than 0
/// @param offset what is added
public record TimeChange(double factor, double offset) {

    /// Leaves times what they are.
    public static final TimeChange NONE = new TimeChange(1, 0);

    /// Makes the change.
    ///
    /// @throws IllegalArgumentException when the factor is not greater than 0 or something is not finite
    public TimeChange {
        if (!(factor > 0 && Double.isFinite(factor) && Double.isFinite(offset))) {
            throw new IllegalArgumentException("times cannot be multiplied with " + factor + " and moved by " + offset
                    + ": the factor must be greater than 0, both finite");
        }
    }

    /// Changes a time.
    ///
    /// @param time the time
    /// @return what becomes of it
    public double apply(double time) {
        double scaled = factor == 1 ? time : time * factor;
        return offset == 0 ? scaled : scaled + offset;
    }
}
