package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.TimeBracket.Place;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which steps stand for a time, whatever times a file has.
class TimeAxisTest {

    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static TimeAxis axis(double... times) {
        return new SmallFile().dimension("num_dim", 1).dimension("time_step", times.length)
                .variable("time_whole", times, "time_step").openModel().times();
    }

    private static TimeBracket among(long before, long after, double weight) {
        return new TimeBracket(before, after, weight, Place.AMONG_STEPS);
    }

    private static TimeBracket at(TimeAxis axis, double time) {
        return axis.at(time).orElseThrow();
    }

    @Test
    void aTimeBetweenTwoStepsHasBothWithAWeight() {
        assertEquals(among(1, 2, 0.25), at(axis(0, 1, 3, 4), 1.5));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void theTimeOfAStepIsThatStepAlone(long step) {
        TimeAxis axis = axis(0, 0.1, 0.7, 4);

        assertEquals(among(step, step, 0), at(axis, axis.time(step)));
    }

    @Test
    void beforeAllStepsTheFirstStandsForTheTime() {
        assertEquals(new TimeBracket(0, 0, 0, Place.BEFORE_ALL_STEPS), at(axis(2, 3), 1.9));
    }

    @Test
    void afterAllStepsTheLastStandsForTheTime() {
        assertEquals(new TimeBracket(1, 1, 0, Place.AFTER_ALL_STEPS), at(axis(2, 3), 3.1));
        assertTrue(at(axis(2, 3), INFINITE).isClamped());
    }

    @Test
    void afterARestartTheStepsWrittenLaterReplaceThoseOfThePast() {
        TimeAxis axis = axis(0, 1, 2, 3, 1.5, 2.5);

        assertEquals(among(1, 4, 0.5), at(axis, 1.25));
        assertEquals(among(4, 5, 0.5), at(axis, 2));
        assertEquals(new TimeBracket(5, 5, 0, Place.AFTER_ALL_STEPS), at(axis, 3));
    }

    @Test
    void ofStepsAtOneTimeTheLastIsTaken() {
        TimeAxis axis = axis(0, 1, 1, 1, 2);

        assertEquals(among(3, 3, 0), at(axis, 1));
        assertEquals(among(0, 3, 0.5), at(axis, 0.5));
        assertEquals(OptionalLong.of(3), axis.nearest(0.9));
    }

    @Test
    void stepsWithoutAFiniteTimeArePassedOver() {
        TimeAxis axis = axis(0, NAN, 2, -INFINITE, INFINITE);

        assertEquals(among(0, 2, 0.5), at(axis, 1));
        assertEquals(new TimeBracket(2, 2, 0, Place.AFTER_ALL_STEPS), at(axis, 7));
        assertEquals(new TimeBracket(0, 0, 0, Place.BEFORE_ALL_STEPS), at(axis, -1));
    }

    @Test
    void oneStepStandsForEveryTime() {
        assertEquals(new TimeBracket(0, 0, 0, Place.BEFORE_ALL_STEPS), at(axis(5), -INFINITE));
        assertEquals(among(0, 0, 0), at(axis(5), 5));
        assertEquals(new TimeBracket(0, 0, 0, Place.AFTER_ALL_STEPS), at(axis(5), 6));
    }

    @Test
    void withoutStepsThereIsNoPlaceInTime() {
        TimeAxis axis = new SmallFile().dimension("num_dim", 1).dimension("time_step", 0).openModel().times();

        assertEquals(Optional.empty(), axis.at(0));
    }

    @Test
    void stepsThatAreAllNanAreNowhere() {
        assertEquals(Optional.empty(), axis(NAN, NAN).at(0));
    }

    @Test
    void nanIsNoTime() {
        assertEquals(Optional.empty(), axis(0, 1).at(NAN));
        assertEquals(OptionalLong.empty(), axis(0, 1).nearest(NAN));
    }

    @Test
    void timesFarApartDoNotOverflow() {
        assertEquals(among(0, 1, 0.5), at(axis(-1.7e308, 1.7e308), 0));
    }

    @Test
    void timesWithNothingBetweenThemHaveAWeight() {
        assertEquals(among(0, 1, 0.5), at(axis(0, 2 * Double.MIN_VALUE), Double.MIN_VALUE));
    }

    @Test
    void nearestKnowsStepsThatWereReplaced() {
        assertEquals(OptionalLong.of(3), axis(0, 1, 2, 3, 1.5, 2.5).nearest(2.9));
    }

    @Test
    void ofTwoTimesEquallyNearTheEarlierIsNearest() {
        assertEquals(OptionalLong.of(0), axis(1, 2).nearest(1.5));
        assertEquals(OptionalLong.of(1), axis(2, 1).nearest(1.5));
    }

    @Test
    void theNearestToAnInfiniteTimeIsTheLastOrTheFirst() {
        assertEquals(OptionalLong.of(1), axis(1, 3, 2).nearest(INFINITE));
        assertEquals(OptionalLong.of(2), axis(1, 3, 0).nearest(-INFINITE));
        assertEquals(OptionalLong.of(2), axis(1, 2, 3).nearest(INFINITE));
    }

    @Test
    void aBracketWithoutSenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> among(1, 1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> among(0, 1, NAN));
        assertThrows(IllegalArgumentException.class, () -> TimeBracket.of(-1));
    }
}
