package dev.exodusii;

/// Where a time lies among the steps of a file: between two of them, on one, or outside of all.
///
/// Immutable.
///
/// @param before the 0-based step at or before the time
/// @param after  the 0-based step after it; the same as `before` where no two are needed. Not always the one that follows:
///               steps that were replaced later are passed over, see [TimeAxis]
/// @param weight the share of `after` in values at the time, from 0 to 1; 0 where both are the same step
/// @param place  whether the time is among the times of the steps, or was moved to the first or last one of them
public record TimeBracket(long before, long after, double weight, Place place) {

    /// Where a time is.
    public enum Place {
        /// Not outside of the times of the steps.
        AMONG_STEPS,
        /// Before the first time; that step stands for it.
        BEFORE_ALL_STEPS,
        /// After the last time; that step stands for it.
        AFTER_ALL_STEPS
    }

    /// Makes the record.
    ///
    /// @throws IllegalArgumentException when the weight is not a number from 0 to 1, or not 0 for one step, or a step is
    ///                                  negative
    public TimeBracket {
        if (!(weight >= 0 && weight <= 1) || before < 0 || after < 0 || before == after && weight != 0) {
            throw new IllegalArgumentException("steps " + before + " and " + after + " with weight " + weight
                    + " are no place in time");
        }
    }

    /// Returns the place of a step itself.
    ///
    /// @param step the 0-based step
    /// @return the step, as `before` and `after`
    public static TimeBracket of(long step) {
        return on(step, Place.AMONG_STEPS);
    }

    static TimeBracket on(long step, Place place) {
        return new TimeBracket(step, step, 0, place);
    }

    /// Tells whether the time was outside of the times of all steps, and the nearest step stands for it.
    public boolean isClamped() {
        return place != Place.AMONG_STEPS;
    }

    /// Tells whether values at the time are those of one step: `before`, or `after` where the weight is 1.
    public boolean isOnStep() {
        return weight == 0 || weight == 1;
    }
}
