package dev.exodusii.compare;

/// A step of file 1 and the step, or the two, of file 2 that it is compared with; all numbered from 1.
///
/// @param first  the step of file 1
/// @param second the step of file 2; -1 where file 2 begins later
/// @param third  the step after that, or the same; -1 where file 2 ended before
/// @param weight how much of the latter is in the values
record StepPair(int first, int second, int third, double weight) {

    boolean isInterpolated() {
        return second != third;
    }

    boolean isOutside() {
        return second == -1 || third == -1;
    }
}
