package dev.exodusii.compare;

import java.util.Set;

/// Which time steps are compared. Steps are numbered from 1 here, as exodiff and its users count them.
///
/// @param first           the number of the first step of file 2; [#LAST] for the last step of both files only
/// @param last            the number of the last step; 0 or less for no limit
/// @param increment       the distance of one step to the next
/// @param offset          how many steps earlier file 1 begins
/// @param alignment       how the offset is found
/// @param explicitFirst   the only step of file 1 that is compared, [#LAST] for the last; 0 where there is no such
/// @param explicitSecond  the step of file 2 that it is compared with
/// @param excluded        numbers of steps that are left out
/// @param isIgnored       whether no step is compared at all
/// @param isInterpolating whether values of file 2 are interpolated to the times of file 1
/// @param timeScale       times of file 1 are multiplied by this
/// @param timeOffset      then this is added
public record StepSelection(int first, int last, int increment, int offset, Alignment alignment, int explicitFirst,
        int explicitSecond, Set<Integer> excluded, boolean isIgnored, boolean isInterpolating, double timeScale,
        double timeOffset) {

    /// The last step, whatever its number.
    public static final int LAST = -1;

    /// All steps, one by one.
    public static final StepSelection ALL = new StepSelection(1, -1, 1, 0, Alignment.FIXED, 0, 0, Set.of(), false,
            false, 1, 0);

    /// How the offset between the steps of two files is found.
    public enum Alignment {
        /// It is given.
        FIXED,
        /// Both files end with the same step.
        SAME_END,
        /// The first step of file 2 goes with the one of file 1 that is nearest in time.
        NEAREST_TIME
    }

    /// Checks the increment and keeps a copy of the set.
    ///
    /// @throws IllegalArgumentException when steps would not go forward
    public StepSelection {
        if (increment < 1) {
            throw new IllegalArgumentException("the increment of steps must be at least 1, not " + increment);
        }
        excluded = Set.copyOf(excluded);
    }

    /// Tells whether a single pair of steps is compared.
    public boolean isExplicit() {
        return explicitFirst != 0 && explicitSecond != 0;
    }
}
