package dev.exodusii.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanesTest {

    private static final Tolerance CLOSE = new Tolerance(ToleranceMode.ABSOLUTE, 1e-6, 0);
    private static final Tolerance SLOW = new Tolerance(ToleranceMode.EIGEN_ABSOLUTE, 1e-6, 0);
    private static final int SIDE = 20;

    /// The points of a regular mesh, in any order; the first coordinate is noisy.
    private static double[][] mesh() {
        Random random = new Random(1);
        int count = SIDE * SIDE * SIDE;
        int[] shuffled = IntStream.range(0, count).boxed()
                .sorted(Comparator.comparingLong(i -> new Random(i).nextLong())).mapToInt(Integer::intValue).toArray();
        double[][] points = new double[3][count];
        for (int i = 0; i < count; i++) {
            points[0][shuffled[i]] = 1 + i % SIDE + random.nextDouble() * 1e-8;
            points[1][shuffled[i]] = 1 + i / SIDE % SIDE;
            points[2][shuffled[i]] = 1 + i / SIDE / SIDE;
        }
        return points;
    }

    private static Planes planes(double[][] points, Tolerance tolerance) {
        double[] xs = points[0];
        return new Planes(points, Order.of(xs.length, Comparator.comparingDouble((Integer i) -> xs[i]),
                i -> xs[i - 1] <= xs[i]), tolerance);
    }

    @Test
    void pointIsFoundAmongManyOfTheSameX() {
        double[][] points = mesh();
        Planes planes = planes(points, CLOSE);
        for (int i = 0; i < points[0].length; i++) {
            double[] place = {points[0][i] + 3e-7, points[1][i] - 3e-7, points[2][i]};
            assertArrayEquals(new int[] {i, -1}, planes.find(place));
        }
    }

    @Test
    void nothingIsFoundWhereThereIsNothing() {
        assertArrayEquals(new int[] {-1, -1}, planes(mesh(), CLOSE).find(new double[] {3, 3.5, 3}));
        assertArrayEquals(new int[] {-1, -1}, planes(mesh(), CLOSE).find(new double[] {0, 3, 3}));
    }

    @Test
    void firstTwoAtOnePlaceAreThoseOfASearchOneByOne() {
        double[][] points = mesh();
        for (int i = 0; i < 500; i += 7) {
            points[0][i] = 5;
            points[1][i] = 5;
            points[2][i] = 5;
        }
        double[] place = {5, 5, 5};
        assertArrayEquals(planes(points, SLOW).find(place), planes(points, CLOSE).find(place));
    }
}
