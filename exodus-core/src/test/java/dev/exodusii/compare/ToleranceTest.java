package dev.exodusii.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far two values are apart, by each of the rules.
class ToleranceTest {

    private static Tolerance of(ToleranceMode mode, double floor) {
        return new Tolerance(mode, 1e-6, floor);
    }

    @ParameterizedTest
    @CsvSource({"RELATIVE, 2, 4, 0.5", "RELATIVE, 0, 0, 0", "ABSOLUTE, 2, 4, 2", "COMBINED, 2, 4, 0.5",
            "COMBINED, 0.25, 0.5, 0.25", "EIGEN_RELATIVE, -2, 4, 0.5", "EIGEN_ABSOLUTE, -2, 2, 0",
            "EIGEN_COMBINED, -0.25, 0.5, 0.25", "ULPS_FLOAT, 1, 1.00000012, 1", "ULPS_DOUBLE, 0, 4.9e-324, 1",
            "ULPS_DOUBLE, -1, 1, 536870912", "ULPS_DOUBLE, -0.0, 0, 0", "IGNORE, 1, 2, 0"})
    void distancesAreMeasuredByTheMode(ToleranceMode mode, double a, double b, double expected) {
        assertEquals(expected, of(mode, 0).delta(a, b));
    }

    @Test
    void aValueAtTheFloorIsComparedAndATimeAtTheFloorIsNot() {
        Tolerance tolerance = of(ToleranceMode.RELATIVE, 1);
        assertEquals(0, tolerance.delta(0.5, 0.9));
        assertEquals(0.5, tolerance.delta(0.5, 1));
        assertFalse(tolerance.differs(0.5, 1));
        assertTrue(tolerance.differs(0.5, 1.5));
    }

    @Test
    void theOlderFloorIsADistance() {
        Tolerance tolerance = of(ToleranceMode.RELATIVE, 1).withOldFloor(true);
        assertEquals(0, tolerance.delta(5, 5.5));
        assertEquals(0.5, tolerance.delta(1, 2));
    }

    @Test
    void equalTimesNeverDiffer() {
        assertFalse(new Tolerance(ToleranceMode.COMBINED, 0, 0).differs(1, 1));
        assertTrue(new Tolerance(ToleranceMode.COMBINED, 1, 0).differs(1, 0));
    }

    @Test
    void infinityIsFarFromEveryOtherNumber() {
        for (ToleranceMode mode : List.of(ToleranceMode.RELATIVE, ToleranceMode.ABSOLUTE, ToleranceMode.COMBINED)) {
            Tolerance tolerance = new Tolerance(mode, 1e9, 0);
            assertTrue(tolerance.isExceeded(Double.POSITIVE_INFINITY, 1), mode::toString);
            assertTrue(tolerance.differs(1, Double.NEGATIVE_INFINITY), mode::toString);
            assertFalse(tolerance.isExceeded(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY), mode::toString);
        }
    }
}
