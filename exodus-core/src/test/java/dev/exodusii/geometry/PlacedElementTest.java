package dev.exodusii.geometry;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.topology.Topologies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacedElementTest {

    private static final double RECOVERED = 1e-10;

    /// A cube from (0, 0, 0) to (2, 2, 2).
    private static final double[][] CUBE = {
        {0, 2, 2, 0, 0, 2, 2, 0}, {0, 0, 2, 2, 0, 0, 2, 2}, {0, 0, 0, 0, 2, 2, 2, 2}};

    static Stream<ShapeFunctions> shapes() {
        return ShapeFunctionsTest.shapes();
    }

    /// Puts an element far from the origin, turned, sheared and with every node a little out of place.
    private static PlacedElement distorted(ShapeFunctions shape, int axes) {
        Random random = new Random(3);
        double[][] nodes = new double[axes][shape.nodeCount()];
        for (int node = 0; node < shape.nodeCount(); node++) {
            LocalPoint place = shape.node(node);
            double[] straight = {3 + 0.8 * place.r() - 0.3 * place.s() + 0.1 * place.t(),
                -7 + 0.4 * place.r() + 0.9 * place.s() - 0.2 * place.t(),
                100 + 0.2 * place.r() + 0.3 * place.s() + 1.1 * place.t()};
            for (int axis = 0; axis < axes; axis++) {
                nodes[axis][node] = straight[axis] + 0.02 * (random.nextDouble() - 0.5);
            }
        }
        return PlacedElement.of(shape, nodes);
    }

    private static void assertLocal(LocalPoint expected, LocalPoint actual, double tolerance) {
        assertAll(() -> assertEquals(expected.r(), actual.r(), tolerance, "r"),
                () -> assertEquals(expected.s(), actual.s(), tolerance, "s"),
                () -> assertEquals(expected.t(), actual.t(), tolerance, "t"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void naturalCoordinatesOfAPointInsideAreFoundAgain(ShapeFunctions shape) {
        PlacedElement element = distorted(shape, shape.dimension());
        for (LocalPoint local : ShapeFunctionsTest.points(shape)) {
            NearestPoint nearest = element.nearest(element.position(local));

            assertLocal(local, nearest.local(), RECOVERED);
            assertEquals(0, nearest.distance());
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPointOnALineOrSurfaceInSpaceIsFoundAgain(ShapeFunctions shape) {
        PlacedElement element = distorted(shape, 3);
        for (LocalPoint local : ShapeFunctionsTest.points(shape)) {
            NearestPoint nearest = element.nearest(element.position(local));

            assertLocal(local, nearest.local(), RECOVERED);
            assertEquals(0, nearest.distance(), 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyNodeIsInItsElement(ShapeFunctions shape) {
        PlacedElement element = distorted(shape, 3);
        for (int node = 0; node < shape.nodeCount(); node++) {
            assertTrue(element.contains(element.position(shape.node(node))));
        }
    }

    /// Nothing that a search through many points of the element finds is nearer.
    @ParameterizedTest
    @MethodSource("shapes")
    void noPointOfTheElementIsNearerThanTheNearest(ShapeFunctions shape) {
        PlacedElement element = distorted(shape, 3);
        List<Point> all = manyPoints(shape).stream().map(element::position).toList();
        Random random = new Random(11);
        for (int i = 0; i < 10; i++) {
            Point point = new Point(3 + 6 * random.nextDouble() - 3, -7 + 6 * random.nextDouble() - 3,
                    100 + 6 * random.nextDouble() - 3);
            NearestPoint nearest = element.nearest(point);
            double searched = all.stream().mapToDouble(other -> distance(point, other)).min().orElseThrow();

            assertTrue(nearest.distance() <= searched + 1e-12, () -> nearest + " for " + searched);
            assertTrue(shape.excess(nearest.local()) <= 1e-9, nearest::toString);
            assertEquals(distance(point, element.position(nearest.local())), nearest.distance(), 1e-9);
        }
    }

    private static List<LocalPoint> manyPoints(ShapeFunctions shape) {
        int steps = 16;
        List<LocalPoint> all = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= (shape.dimension() > 1 ? steps : 0); j++) {
                for (int k = 0; k <= (shape.dimension() > 2 ? steps : 0); k++) {
                    LocalPoint point = new LocalPoint(2.0 * i / steps - 1,
                            shape.dimension() > 1 ? 2.0 * j / steps - 1 : 0,
                            shape.dimension() > 2 ? 2.0 * k / steps - 1 : 0);
                    if (shape.excess(point) <= 0) {
                        all.add(point);
                    }
                }
            }
        }
        return all;
    }

    private static double distance(Point a, Point b) {
        return Math.sqrt((a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y())
                + (a.z() - b.z()) * (a.z() - b.z()));
    }

    @Test
    void outsideOfACubeTheNearestPointIsOnItsFaceEdgeOrCorner() {
        PlacedElement cube = PlacedElement.of(shape("HEX8"), CUBE);

        assertAll(() -> assertEquals(3, cube.nearest(new Point(1, 1, 5)).distance(), 1e-14),
                () -> assertLocal(new LocalPoint(0, 0, 1), cube.nearest(new Point(1, 1, 5)).local(), 1e-12),
                () -> assertEquals(5, cube.nearest(new Point(5, 6, 1)).distance(), 1e-14),
                () -> assertLocal(new LocalPoint(1, 1, 0), cube.nearest(new Point(5, 6, 1)).local(), 1e-12),
                () -> assertLocal(new LocalPoint(-1, -1, -1), cube.nearest(new Point(-1, -1, -1)).local(), 0));
    }

    @Test
    void toleranceIsAMillionthOfTheSize() {
        PlacedElement cube = PlacedElement.of(shape("HEX8"), CUBE);

        assertTrue(cube.contains(new Point(1, 1, 2 + 3e-6)));
        assertFalse(cube.contains(new Point(1, 1, 2 + 4e-6)));
    }

    @Test
    void aLineInSpaceHasADistance() {
        PlacedElement line = PlacedElement.of(shape("BAR2"), new double[] {0, 4}, new double[] {0, 0},
                new double[] {1, 1});
        NearestPoint nearest = line.nearest(new Point(1, 2, 1));

        assertEquals(2, nearest.distance(), 1e-15);
        assertLocal(new LocalPoint(-0.5, 0, 0), nearest.local(), 1e-15);
    }

    @Test
    void aHexahedronThatIsAWedgeContainsWhatTheWedgeContains() {
        double[][] wedge = {{0, 2, 2, 2, 0, 2, 2, 2}, {0, 0, 2, 2, 0, 0, 2, 2}, {0, 0, 0, 0, 2, 2, 2, 2}};
        PlacedElement element = PlacedElement.of(shape("HEX8"), wedge);

        assertTrue(element.contains(new Point(1.5, 1, 1)));
        assertTrue(element.contains(new Point(2, 2, 1)));
        assertEquals(Math.sqrt(0.5), element.nearest(new Point(0.5, 1.5, 1)).distance(), 1e-7);
    }

    @Test
    void anInvertedElementContainsItsPointsAsWell() {
        double[][] inverted = {CUBE[0], CUBE[1], {2, 2, 2, 2, 0, 0, 0, 0}};

        assertTrue(PlacedElement.of(shape("HEX8"), inverted).contains(new Point(0.3, 1.9, 0.1)));
    }

    /// All nodes in one place, in one line, in one plane, and in an order that folds the element.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void degenerateElementsNeitherLoopNorGiveNaN(int kind) {
        double[][] nodes = new double[3][8];
        for (int node = 0; node < 8; node++) {
            for (int axis = 0; axis < Math.min(kind, 3); axis++) {
                nodes[axis][node] = CUBE[axis][kind == 3 ? node * 5 % 8 : node];
            }
        }
        PlacedElement element = PlacedElement.of(shape("HEX8"), nodes);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 200; i++) {
                Point point = new Point(i % 7 - 2.5, i % 11 * 0.5 - 1, i % 13 * 0.25);
                NearestPoint nearest = element.nearest(point);

                assertEquals(distance(point, element.position(nearest.local())), nearest.distance(), 1e-6);
            }
        });
    }

    @Test
    void aNeedleIsNoTrouble() {
        double[][] needle = {{0, 1e6, 1e6, 0, 0, 1e6, 1e6, 0}, CUBE[1], {0, 0, 0, 0, 1e-6, 1e-6, 1e-6, 1e-6}};
        NearestPoint nearest = PlacedElement.of(shape("HEX8"), needle).nearest(new Point(25e4, 1.5, 2.5e-7));

        assertLocal(new LocalPoint(-0.5, 0.5, -0.5), nearest.local(), 1e-9);
    }

    @Test
    void aNodeThatIsNowhereGivesNoDistance() {
        double[][] nodes = {CUBE[0], CUBE[1], {0, 0, 0, 0, 2, 2, 2, Double.NaN}};
        PlacedElement element = PlacedElement.of(shape("HEX8"), nodes);

        assertTrue(Double.isNaN(element.nearest(new Point(1, 1, 1)).distance()));
        assertFalse(element.contains(new Point(1, 1, 1)));
    }

    @Test
    void aSolidHasNoPlaceInAPlane() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> PlacedElement.of(shape("HEX8"), CUBE[0], CUBE[1]));

        assertEquals("a HEX8 has no place in 2 dimensions", refused.getMessage());
    }

    @Test
    void tooFewNodesAreRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> PlacedElement.of(shape("TRI3"), new double[2], new double[2]));

        assertEquals("2 coordinates for the 3 nodes of a TRI3", refused.getMessage());
    }

    static ShapeFunctions shape(String name) {
        return Topologies.all().stream().filter(topology -> topology.name().equals(name)).findFirst()
                .flatMap(ShapeFunctions::of).orElseThrow();
    }
}
