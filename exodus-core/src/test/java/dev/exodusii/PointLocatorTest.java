package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.LocalPoint;
import dev.exodusii.geometry.Nearest;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.parallel.Workers;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PointLocatorTest {

    /// Unit squares in a row from x = 0 on, after `columns` of which it ends; nodes count from left to right, the lower
    /// row first.
    private static SmallFile strip(int columns) {
        int n = columns + 1;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        int[] nodes = new int[4 * columns];
        for (int i = 0; i < n; i++) {
            x[i] = i;
            x[n + i] = i;
            y[n + i] = 1;
        }
        for (int e = 0; e < columns; e++) {
            nodes[4 * e] = e + 1;
            nodes[4 * e + 1] = e + 2;
            nodes[4 * e + 2] = n + e + 2;
            nodes[4 * e + 3] = n + e + 1;
        }
        return mesh(new double[][] {x, y}, "QUAD4", 4, nodes);
    }

    private static SmallFile mesh(double[][] axes, String type, int nodesPerElement, int... nodes) {
        SmallFile file = new SmallFile().dimension("num_dim", axes.length).dimension("num_nodes", axes[0].length)
                .dimension("num_elem", nodes.length / nodesPerElement).dimension("num_el_blk", 1)
                .dimension("num_el_in_blk1", nodes.length / nodesPerElement)
                .dimension("num_nod_per_el1", nodesPerElement).variable("eb_prop1", new int[] {7}, "num_el_blk");
        for (int axis = 0; axis < axes.length; axis++) {
            file.variable("coord" + "xyz".charAt(axis), axes[axis], "num_nodes");
        }
        return file.variable("connect1", nodes, "num_el_in_blk1", "num_nod_per_el1").attribute("elem_type", type);
    }

    private static Nearest<NearestNode> node(ExodusFile file, double... point) {
        return PointLocator.scanning(file, Workers.callingThread()).nearestNode(Point.of(point));
    }

    private static ElementPoint element(ExodusFile file, double... point) {
        return PointLocator.scanning(file, Workers.callingThread()).nearestElement(Point.of(point)).found()
                .orElseThrow();
    }

    @Test
    void nearestNodeComesWithItsDistance() {
        NearestNode nearest = node(strip(5).openModel(), 2.1, 0.2).found().orElseThrow();

        assertAll(() -> assertEquals(2, nearest.index()), () -> assertEquals(new Point(2, 0, 0), nearest.position()),
                () -> assertEquals(Math.hypot(0.1, 0.2), nearest.distance(), 1e-15));
    }

    @Test
    void ofEquallyNearNodesTheFirstIsTaken() {
        assertEquals(1, node(strip(5).openModel(), 1.5, 0.5).found().orElseThrow().index());
    }

    @Test
    void nodesWithoutAPlaceArePassedOver() {
        ExodusFile file = mesh(new double[][] {{Double.NaN, 5, 0}}, "BAR2", 2, 1, 2, 2, 3).openModel();

        assertEquals(new Nearest<>(Optional.of(new NearestNode(2, new Point(0, 0, 0), 0)), 1), node(file, 0));
    }

    @Test
    void containingElementComesWithLocalCoordinates() {
        ElementPoint found = element(strip(5).openModel(), 3.25, 0.5);

        assertAll(() -> assertEquals(3, found.elementIndex()), () -> assertEquals(7, found.block().id()),
                () -> assertTrue(found.isInside()), () -> assertEquals(0, found.distance()),
                () -> assertEquals(new LocalPoint(-0.5, 0, 0), found.local().orElseThrow()),
                () -> assertArrayEquals(new long[] {3, 4, 10, 9}, found.nodeIndexes().toArray()));
    }

    @Test
    void onABorderTheFirstElementIsTaken() {
        assertEquals(1, element(strip(5).openModel(), 2, 0.5).elementIndex());
    }

    @Test
    void outsideTheNearestElementIsTaken() {
        ElementPoint found = element(strip(5).openModel(), 8, 5);

        assertAll(() -> assertEquals(4, found.elementIndex()), () -> assertFalse(found.isInside()),
                () -> assertEquals(5, found.distance(), 1e-14),
                () -> assertEquals(new Point(5, 1, 0), found.position()));
    }

    @Test
    void nodalValuesAreInterpolated() {
        ExodusFile file = strip(5).openModel();

        assertEquals(3.25, element(file, 3.25, 0.125).interpolate(file.coordinates().x()), 1e-14);
        assertEquals(0.125, element(file, 3.25, 0.125).interpolate(file.coordinates().y()), 1e-15);
    }

    @Test
    void worksInOneDimension() {
        ExodusFile file = mesh(new double[][] {{0, 1, 3}}, "BAR2", 2, 1, 2, 2, 3).openModel();

        assertEquals(new LocalPoint(0.5, 0, 0), element(file, 2.5).local().orElseThrow());
        assertEquals(1.5, element(file, 4.5).distance(), 1e-15);
    }

    @Test
    void shellsInSpaceHaveADistance() {
        ExodusFile file = mesh(new double[][] {{0, 1, 1, 0}, {0, 0, 1, 1}, {2, 2, 2, 2}}, "SHELL4", 4, 1, 2, 3, 4)
                .openModel();
        ElementPoint found = element(file, 0.5, 0.75, 5);

        assertEquals(3, found.distance(), 1e-14);
        assertEquals(new Point(0.5, 0.75, 2), found.position());
    }

    @Test
    void spheresAreAsFarAsTheirNodes() {
        ExodusFile file = mesh(new double[][] {{0, 1}, {0, 0}, {0, 0}}, "SPHERE", 1, 1, 2).openModel();
        ElementPoint found = element(file, 1, 2, 0);

        assertAll(() -> assertEquals(1, found.elementIndex()), () -> assertEquals(2, found.distance()),
                () -> assertTrue(found.local().isEmpty()));
    }

    @Test
    void elementsWithNodesThatDoNotExistArePassedOverAndCounted() {
        ExodusFile file = mesh(new double[][] {{0, 1, 2, 3}}, "BAR2", 2, 1, 99, 0, 2, -5, 3, 3, 4).openModel();
        Nearest<ElementPoint> nearest = PointLocator.scanning(file, Workers.callingThread())
                .nearestElement(Point.of(0));

        assertEquals(3, nearest.skipped());
        assertEquals(3, nearest.found().orElseThrow().elementIndex());
    }

    @Test
    void elementsOfAnUnknownShapeArePassedOverAndCounted() {
        ExodusFile file = mesh(new double[][] {{0, 1, 2, 3}}, "FOO", 2, 1, 2, 3, 4).openModel();

        assertEquals(new Nearest<>(Optional.empty(), 2),
                PointLocator.scanning(file, Workers.callingThread()).nearestElement(Point.of(0)));
    }

    @Test
    void aFileWithoutOneAxisHasNothingNear() {
        ExodusFile file = new SmallFile().dimension("num_dim", 2).dimension("num_nodes", 3)
                .variable("coordx", new double[] {0, 1, 2}, "num_nodes").openModel();

        assertEquals(new Nearest<>(Optional.empty(), 3), node(file, 0, 0));
    }

    @Test
    void answersDoNotDependOnTheNumberOfThreads() {
        ExodusFile file = strip(200_000).openModel();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            PointLocator many = PointLocator.scanning(file, Workers.of(threads, 4));
            for (double x : new double[] {0, 65_536, 98_304, 99_999.5, 199_999.75, 300_000}) {
                Point point = new Point(x, 0.25, 0);
                ElementPoint alone = element(file, x, 0.25);
                ElementPoint together = many.nearestElement(point).found().orElseThrow();

                assertEquals(alone.elementIndex(), together.elementIndex());
                assertEquals(Math.clamp((long) Math.ceil(x) - 1, 0, 199_999), alone.elementIndex());
                assertEquals(node(file, x, 0.25), many.nearestNode(point));
            }
        }
    }

    @Test
    void eachByteIsReportedOnce() {
        AtomicLong bytes = new AtomicLong();
        PointLocator locator = PointLocator.scanning(strip(5).openModel(),
                Workers.callingThread().watchedBy(bytes::addAndGet));
        locator.nearestNode(Point.of(0, 0));
        assertEquals(12 * 2 * Double.BYTES, bytes.getAndSet(0));

        locator.nearestElement(Point.of(0, 0));
        assertEquals(5 * 4 * Integer.BYTES, bytes.get());
    }

    @Test
    void aPointWithoutAPlaceIsRefused() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> node(strip(1).openModel(), Double.NaN, 0));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("a point needs finite coordinates"));
    }
}
