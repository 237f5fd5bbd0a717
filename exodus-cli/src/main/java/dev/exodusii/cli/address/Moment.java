package dev.exodusii.cli.address;

import dev.exodusii.TimeBracket;

/// A point in time at which values are wanted: a stored step, or between two of them.
///
/// @param step   the 0-based step at or before it
/// @param next   the step after it; the same one where no values are interpolated
/// @param weight how much of the next step there is in it, 0 to 1
/// @param time   its time
public record Moment(long step, long next, double weight, double time) {

    /// Tells whether values are interpolated between two steps.
    public boolean isInterpolated() {
        return next != step;
    }

    /// Returns the same place among the steps, for what interpolates by itself.
    public TimeBracket bracket() {
        return new TimeBracket(step, next, weight, TimeBracket.Place.AMONG_STEPS);
    }

    /// Returns what a value is at this moment: to the bit what [dev.exodusii.view.InterpolatedView] says.
    ///
    /// @param atStep its value at the step before
    /// @param atNext its value at the step after
    /// @return the value in between
    public double between(double atStep, double atNext) {
        return isInterpolated() ? atStep + weight * (atNext - atStep) : atStep;
    }

    /// Returns the step for people: `3`, or `3~4` where values are interpolated.
    public String label() {
        return isInterpolated() ? step + "~" + next : Long.toString(step);
    }
}
