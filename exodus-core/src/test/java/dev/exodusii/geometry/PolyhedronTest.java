package dev.exodusii.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolyhedronTest {

    /// The L of [PolygonTest] from z = 0 to z = 1; nodes 6 to 11 are above nodes 0 to 5. Faces look any way.
    private static final double[][] NODES = {{0, 2, 2, 1, 1, 0, 0, 2, 2, 1, 1, 0}, {0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2},
        {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}};

    private static final int[][] FACES = {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}, {0, 1, 7, 6}, {8, 7, 1, 2},
        {2, 3, 9, 8}, {3, 4, 10, 9}, {11, 10, 4, 5}, {5, 0, 6, 11}};

    private static Cell.Placement at(double x, double y, double z) {
        double[] origin = {x, y, z};
        double[][] seen = new double[3][];
        Arrays.setAll(seen, axis -> Arrays.stream(NODES[axis]).map(c -> c - origin[axis]).toArray());
        return new Polyhedron(seen, FACES).nearest();
    }

    @Test
    void insideOrNotIsRightEverywhere() {
        Random random = new Random(9);
        for (int i = 0; i < 2000; i++) {
            double x = 3 * random.nextDouble() - 0.5;
            double y = 3 * random.nextDouble() - 0.5;
            double z = 2 * random.nextDouble() - 0.5;
            boolean isInside = z > 0 && z < 1 && x > 0 && y > 0 && x < 2 && y < 2 && (x < 1 || y < 1);

            assertEquals(isInside, at(x, y, z).distance() == 0, () -> x + " " + y + " " + z);
        }
    }

    @Test
    void linearFieldsAreReproducedInsideAndOnFaces() {
        Random random = new Random(9);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble();
            double y = 2 * random.nextDouble();
            double z = i % 4 == 0 ? 0 : random.nextDouble();
            double[] weights = at(x, y, z).weights();
            double value = 0;
            for (int node = 0; node < weights.length; node++) {
                value += weights[node] * (1 + 3 * NODES[0][node] - 2 * NODES[1][node] + 5 * NODES[2][node]);
            }
            assertEquals(1 + 3 * x - 2 * y + 5 * z, value, 1e-9);
        }
    }

    @Test
    void outsideTheDistanceIsThatOfTheNearestFace() {
        assertEquals(0.5, at(1.5, 1.6, 0.5).distance(), 1e-14);
        assertEquals(2, at(0.5, 0.5, 3).distance(), 1e-14);
    }
}
