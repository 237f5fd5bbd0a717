package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.LocalPoint;
import dev.exodusii.geometry.Nearest;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.geometry.Positions;
import dev.exodusii.geometry.SpatialIndex;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.VectorView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What an index is beyond a search through everything; that its answers are the same is compared over the corpus.
class SpatialIndexTest {

    private static final int N = 20;
    private static final Workers ALONE = Workers.callingThread();

    /// A square of 20 x 20 quadrilaterals of side 1, moved by -0.1 * x in each step of `disp_x`.
    private static SmallFile square() {
        int m = N + 1;
        double[] x = new double[m * m];
        double[] y = new double[m * m];
        double[] move = new double[m * m];
        for (int i = 0; i < m * m; i++) {
            x[i] = i % m;
            y[i] = (double) (i - i % m) / m;
            move[i] = -0.1 * x[i];
        }
        int[] nodes = new int[4 * N * N];
        for (int e = 0; e < N * N; e++) {
            int low = e % N + m * ((e - e % N) / N) + 1;
            nodes[4 * e] = low;
            nodes[4 * e + 1] = low + 1;
            nodes[4 * e + 2] = low + m + 1;
            nodes[4 * e + 3] = low + m;
        }
        return new SmallFile().dimension("num_dim", 2).dimension("num_nodes", x.length).dimension("num_elem", nodes.length / 4)
                .dimension("num_el_blk", 1).dimension("num_el_in_blk1", nodes.length / 4).dimension("num_nod_per_el1", 4)
                .dimension("time_step", 0).records(3).dimension("num_nod_var", 1).dimension("len_name", 6)
                .variable("eb_prop1", new int[] {7}, "num_el_blk").variable("coordx", x, "num_nodes")
                .variable("coordy", y, "num_nodes").variable("connect1", nodes, "num_el_in_blk1", "num_nod_per_el1")
                .attribute("elem_type", "QUAD4").variable("name_nod_var", "disp_x", "num_nod_var", "len_name")
                .variable("vals_nod_var1", move, "time_step", "num_nodes");
    }

    @Test
    void aPointOnACornerIsInAllElementsAround() {
        List<ElementPoint> around = SpatialIndex.of(square().openModel(), ALONE).containing(new Point(5, 7, 0));

        assertEquals(List.of(124L, 125L, 144L, 145L), around.stream().map(ElementPoint::elementIndex).toList());
    }

    @Test
    void aPointWithinIsInOneElementWithItsLocalCoordinates() {
        List<ElementPoint> around = SpatialIndex.of(square().openModel(), ALONE).containing(new Point(5.75, 7.5, 0));

        assertEquals(1, around.size());
        assertEquals(Optional.of(new LocalPoint(0.5, 0, 0)), around.getFirst().local());
    }

    @Test
    void outsideNoElementContainsThePoint() {
        assertEquals(List.of(), SpatialIndex.of(square().openModel(), ALONE).containing(new Point(-1, 7, 0)));
    }

    @Test
    void valuesOfAllStepsAreInterpolated() {
        ExodusFile file = square().openModel();
        ElementPoint there = SpatialIndex.of(file, ALONE).nearestElement(new Point(5.75, 7.5, 0)).found().orElseThrow();
        double[] history = new double[3];
        there.interpolate(file.nodal("disp_x"), history);

        for (double value : history) {
            assertEquals(-0.575, value, 1e-15);
        }
        assertEquals(-0.575, there.interpolate(file.nodal("disp_x").at(new TimeBracket(0, 1, 0.5,
                TimeBracket.Place.AMONG_STEPS))), 1e-15);
    }

    @Test
    void aDeformedMeshIsSearchedWhereItIs() {
        ExodusFile file = square().openModel();
        Positions moved = Positions.displaced(file, VectorView.of(file.nodal("disp_x").step(1)), 5, ALONE);
        SpatialIndex index = SpatialIndex.of(file, moved, ALONE);
        ElementPoint found = index.nearestElement(new Point(2.75, 7.5, 0)).found().orElseThrow();

        assertEquals(145, found.elementIndex());
        assertEquals(0, found.local().orElseThrow().r(), 1e-14);
        assertEquals(new NearestNode(152, new Point(2.5, 7, 0), 0),
                index.nearestNode(new Point(2.5, 7, 0)).found().orElseThrow());
    }

    @Test
    void positionsThatDoNotFitAreRefused() {
        ExodusFile file = square().openModel();
        Positions flat = Positions.of(VectorView.of(file.coordinates().x()));

        assertThrows(IllegalArgumentException.class, () -> SpatialIndex.of(file, flat, ALONE));
        assertThrows(IllegalArgumentException.class,
                () -> Positions.displaced(file, VectorView.of(file.coordinates().x().slice(0, 2)), 1, ALONE));
    }

    @Test
    void nothingIsReadBeforeTheFirstQuestionAndNothingTwice() {
        AtomicLong bytes = new AtomicLong();
        SpatialIndex index = SpatialIndex.of(square().openModel(), ALONE.watchedBy(bytes::addAndGet));
        assertEquals(0, bytes.get());
        assertEquals(0, index.bytes());

        index.nearestNode(new Point(1, 2, 0));
        index.nearestNode(new Point(2, 2, 0));
        assertEquals(2L * Double.BYTES * (N + 1) * (N + 1), bytes.getAndSet(0));
        index.nearestElement(new Point(1, 2, 0));
        index.nearestElement(new Point(1, 3, 0));

        assertEquals(4L * Integer.BYTES * N * N, bytes.get());
        assertTrue(index.bytes() > 0);
    }

    @Test
    void whoIsStoppedLeavesItToTheNext() {
        AtomicBoolean isStopped = new AtomicBoolean(true);
        ExodusFile file = square().openModel();
        SpatialIndex index = SpatialIndex.of(file, ALONE.stoppedBy(isStopped::get));

        assertThrows(CancellationException.class, () -> index.nearestElement(new Point(1, 2, 0)));
        isStopped.set(false);
        assertEquals(0, index.nearestElement(new Point(0.5, 0.5, 0)).found().orElseThrow().elementIndex());
    }

    @Test
    void manyThreadsShareOneIndex() {
        ExodusFile file = square().openModel();
        PointLocator scanning = PointLocator.scanning(file, ALONE);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 20; round++) {
                SpatialIndex index = SpatialIndex.of(file, Workers.of(threads, 2));
                List<CompletableFuture<Void>> work = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    Random random = new Random(4L * round + thread);
                    work.add(CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 20; i++) {
                            Point point = new Point(24 * random.nextDouble() - 2, 24 * random.nextDouble() - 2, 0);
                            assertEquals(scanning.nearestNode(point), index.nearestNode(point));
                            assertEquals(element(scanning.nearestElement(point)), element(index.nearestElement(point)));
                        }
                    }, threads));
                }
                work.forEach(CompletableFuture::join);
            }
        }
    }

    private static List<Object> element(Nearest<ElementPoint> nearest) {
        ElementPoint found = nearest.found().orElseThrow();
        return List.of(found.elementIndex(), found.distance(), found.local(), nearest.skipped());
    }

    @Test
    void aMeshWithoutCoordinatesHasNothingNear() {
        ExodusFile file = new SmallFile().dimension("num_dim", 2).dimension("num_nodes", 3)
                .variable("coordx", new double[] {0, 1, 2}, "num_nodes").openModel();
        SpatialIndex index = SpatialIndex.of(file, ALONE);

        assertEquals(new Nearest<>(Optional.empty(), 3), index.nearestNode(Point.of(0, 0)));
        assertEquals(Optional.empty(), index.nearestElement(Point.of(0, 0)).found());
        assertEquals(List.of(), index.containing(Point.of(0, 0)));
    }

    @Test
    void aPointWithoutAPlaceIsRefused() {
        SpatialIndex index = SpatialIndex.of(square().openModel(), ALONE);

        assertThrows(IllegalArgumentException.class, () -> index.nearestNode(Point.of(Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> index.containing(Point.of(Double.POSITIVE_INFINITY)));
    }
}
