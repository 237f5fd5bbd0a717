package dev.exodusii.transform;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.geometry.Point;
import org.junit.jupiter.api.Test;

class TransformTest {

    private static final Point P = new Point(1, 2, 3);
    private static final Point Z = new Point(0, 0, 1);

    @Test
    void quarterTurnByTheRightHandRuleIsExact() {
        assertAll(() -> assertEquals(new Point(-2, 1, 3), Transform.rotation(Z, 90).apply(P)),
                () -> assertEquals(new Point(-1, -2, 3), Transform.rotation(Z, 180).apply(P)),
                () -> assertEquals(new Point(2, -1, 3), Transform.rotation(Z, -90).apply(P)),
                () -> assertEquals(new Point(1, -3, 2), Transform.rotation(new Point(1, 0, 0), 90).apply(P)),
                () -> assertEquals(new Point(3, 2, -1), Transform.rotation(new Point(0, 5, 0), 90).apply(P)));
    }

    @Test
    void wholeTurnIsNothing() {
        assertAll(() -> assertTrue(Transform.rotation(Z, 360).isIdentity()),
                () -> assertTrue(Transform.rotation(Z, -720).isIdentity()),
                () -> assertFalse(Transform.rotation(Z, 359.9).isIdentity()));
    }

    @Test
    void turnAroundADiagonalPermutesTheAxes() {
        Point turned = Transform.rotation(new Point(1, 1, 1), 120).apply(P);

        assertArrayEquals(new double[] {3, 1, 2}, new double[] {turned.x(), turned.y(), turned.z()}, 1e-15);
    }

    @Test
    void eulerAnglesTurnAroundFixedAxesInTheirOrder() {
        assertEquals(Transform.rotation(Z, 90).apply(Transform.rotation(new Point(1, 0, 0), 90).apply(P)),
                Transform.euler(90, 0, 90).apply(P));
    }

    @Test
    void mirrorChangesOneSideForTheOther() {
        assertAll(() -> assertEquals(new Point(-1, 2, 3), Transform.mirror(new Point(0, 0, 0), new Point(2, 0, 0)).apply(P)),
                () -> assertEquals(new Point(9, 2, 3), Transform.mirror(new Point(5, 0, 0), new Point(1, 0, 0)).apply(P)),
                () -> assertTrue(Transform.mirror(P, P).turnsInsideOut(3)),
                () -> assertFalse(Transform.mirror(P, P).then(Transform.mirror(P, Z)).turnsInsideOut(3)));
    }

    @Test
    void zeroThatIsMirroredIsNoMinusZero() {
        Point mirrored = Transform.mirror(new Point(0, 0, 0), new Point(1, 0, 0)).apply(new Point(0, 1, 1));

        assertEquals(0, Double.doubleToRawLongBits(mirrored.x()));
    }

    @Test
    void coordinateThatIsNoNumberSpoilsNoOther() {
        assertEquals(new Point(Double.NaN, 2, 4), Transform.translation(new Point(1, 0, 1)).apply(new Point(Double.NaN, 2, 3)));
    }

    @Test
    void whatFollowsIsDoneLater() {
        Transform both = Transform.translation(new Point(1, 0, 0)).then(Transform.scaling(new Point(2, 2, 2)));

        assertEquals(new Point(4, 4, 6), both.apply(P));
    }

    @Test
    void lengthsAreScaledButDirectionsOnlyTurned() {
        Transform both = Transform.scaling(new Point(2, 2, 2)).then(Transform.rotation(Z, 90));
        double[] length = {1, 0, 0};
        double[] force = {1, 0, 0};
        both.changeLength(length);
        both.turnVector(force);

        assertAll(() -> assertArrayEquals(new double[] {0, 2, 0}, length), () -> assertArrayEquals(new double[] {0, 1, 0}, force));
    }

    @Test
    void stressAlongXIsAlongYAfterAQuarterTurn() {
        double[] tensor = {7, 1, 0, 1, 2, 0, 0, 0, 3};
        Transform.rotation(Z, 90).turnTensor(tensor);

        assertArrayEquals(new double[] {2, -1, 0, -1, 7, 0, 0, 0, 3}, tensor);
    }

    @Test
    void planeMeshStaysInItsPlane() {
        assertAll(() -> assertTrue(Transform.rotation(Z, 33).staysIn(2)),
                () -> assertFalse(Transform.rotation(new Point(1, 0, 0), 33).staysIn(2)),
                () -> assertFalse(Transform.translation(Z).staysIn(2)),
                () -> assertTrue(Transform.rotation(new Point(1, 0, 0), 180).turnsInsideOut(2)));
    }

    @Test
    void whatIsNoMoveIsRefused() {
        assertAll(
                () -> assertThrows(IllegalArgumentException.class, () -> Transform.scaling(new Point(1, 0, 1))),
                () -> assertThrows(IllegalArgumentException.class, () -> Transform.scaling(new Point(1, -1, 1))),
                () -> assertThrows(IllegalArgumentException.class, () -> Transform.rotation(new Point(0, 0, 0), 3)),
                () -> assertThrows(IllegalArgumentException.class, () -> Transform.rotation(Z, Double.NaN)),
                () -> assertThrows(IllegalArgumentException.class, () -> Transform.mirror(P, new Point(0, 0, 0))),
                () -> assertThrows(IllegalArgumentException.class, () -> Transform.matrix(1, 0, 0, 0, 1, 0, 0, 0)),
                () -> assertThrows(IllegalArgumentException.class, () -> Transform.matrix(1, 0, 0, 0, 2, 0, 0, 0, 1)),
                () -> assertThrows(IllegalArgumentException.class, () -> new TimeChange(0, 1)));
    }

    @Test
    void componentOfATensorThatIsNoNumberSpoilsNoOther() {
        double[] tensor = {Double.NaN, 1, 0, 1, 2, 0, 0, 0, 3};
        Transform.rotation(Z, 90).turnTensor(tensor);

        assertArrayEquals(new double[] {2, -1, 0, -1, Double.NaN, 0, 0, 0, 3}, tensor);
        for (double component : tensor) {
            assertNotEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(component));
        }
    }
}
