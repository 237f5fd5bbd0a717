package dev.exodusii.geometry;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolygonTest {

    /// An L: the square from 0 to 2 without the one from 1 to 2.
    private static final double[][] ELL = {{0, 2, 2, 1, 1, 0}, {0, 0, 1, 1, 2, 2}, {0, 0, 0, 0, 0, 0}};

    private static Cell.Placement at(double[][] polygon, double x, double y, double z) {
        double[] origin = {x, y, z};
        double[][] seen = new double[3][];
        Arrays.setAll(seen, axis -> Arrays.stream(polygon[axis]).map(c -> c - origin[axis]).toArray());
        return new Polygon(seen).nearest();
    }

    @Test
    void aPointInsideHasNoDistance() {
        assertEquals(0, at(ELL, 0.5, 1.7, 0).distance());
        assertEquals(0, at(ELL, 1.7, 0.5, 0).distance());
    }

    @Test
    void theMissingCornerOfAnEllIsOutside() {
        assertEquals(0.5, at(ELL, 1.5, 1.6, 0).distance(), 1e-15);
    }

    @Test
    void aPointAboveIsAsFarAsItsHeight() {
        assertEquals(3, at(ELL, 0.5, 0.5, -3).distance(), 1e-14);
    }

    @Test
    void aPointBesideAndAboveIsAsFarAsTheEdge() {
        assertEquals(5, at(ELL, -3, 1, 4).distance(), 1e-14);
    }

    @Test
    void linearFieldsAreReproducedInsideAndOnTheBorder() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double x = i % 3 == 0 ? 0 : 2 * random.nextDouble();
            double y = 2 * random.nextDouble();
            Cell.Placement there = at(ELL, x, y, 0);
            if (there.distance() == 0) {
                double[] weights = there.weights();
                double sum = 0;
                double value = 0;
                for (int node = 0; node < 6; node++) {
                    sum += weights[node];
                    value += weights[node] * (3 * ELL[0][node] - 2 * ELL[1][node]);
                }
                assertEquals(1, sum, 1e-12);
                assertEquals(3 * x - 2 * y, value, 1e-10);
            }
        }
    }

    @Test
    void atANodeOnlyThatNodeCounts() {
        assertArrayEquals(new double[] {0, 0, 0, 1, 0, 0}, at(ELL, 1, 1, 0).weights(), 1e-12);
    }

    @Test
    void polygonsWithoutAreaAreLines() {
        double[][] line = {{0, 1, 2}, {0, 0, 0}, {0, 0, 0}};

        assertAll(() -> assertEquals(1, at(line, 1, 1, 0).distance(), 1e-15),
                () -> assertTrue(Arrays.stream(at(line, 0.5, 0, 0).weights()).allMatch(Double::isFinite)));
    }
}
