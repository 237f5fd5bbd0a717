package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.Nearest;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.geometry.Positions;
import dev.exodusii.geometry.SpatialIndex;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// An index and a search through everything give the same answers in every file of the corpus.
class CorpusSpatialIndexTest {

    private static final long MOST_WORK = 2_000_000;
    private static final int POINTS = 16;

    @Test
    void answersAreThoseOfASearchThroughEverything() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEachOpen(corpus.files(), report, (file, open) -> {
            compare(file.path(), open, Positions.stored(open), report);
            deformed(open).ifPresent(moved -> compare(file.path() + " deformed", open, moved, report));
        });
        System.out.printf("corpus spatial index: %,d meshes, %,d points, %,d of them in elements, %,d in several%n",
                report.number("meshes"), report.number("points"), report.number("inside"), report.number("several"));
        report.failOnDifferences("nearest");
        assertTrue(report.number("inside") > 0 && report.number("several") > 0, "nothing was found");
    }

    private static Optional<Positions> deformed(ExodusFile file) {
        if (file.dimension() == 0 || file.times().isEmpty() || file.nodalVariables().size() < file.dimension()) {
            return Optional.empty();
        }
        List<RealView> components = new ArrayList<>();
        for (int axis = 0; axis < file.dimension(); axis++) {
            components.add(file.nodalVariables().get(axis).step(file.nodalVariables().get(axis).steps() - 1));
        }
        return Optional.of(Positions.displaced(file, VectorView.of(components), 0.01, Workers.callingThread()));
    }

    private static void compare(String path, ExodusFile file, Positions positions, Report report) {
        PointLocator scanning = PointLocator.scanning(file, positions, Workers.callingThread());
        SpatialIndex index = SpatialIndex.of(file, positions, Workers.callingThread());
        long work = Math.max(1, file.nodeCount() + 20 * file.elementCount());
        report.count("meshes");
        List<Point> points = points(path, file);
        for (Point point : points.subList(0, Math.clamp(MOST_WORK / work, 1, points.size()))) {
            report.count("points");
            String place = path + " at " + point;
            report.same("nearest node", place, scanning.nearestNode(point), index.nearestNode(point));
            Nearest<ElementPoint> nearest = scanning.nearestElement(point);
            element(place, nearest, index.nearestElement(point), report);
            List<ElementPoint> containing = index.containing(point);
            if (nearest.found().filter(ElementPoint::isInside).isPresent()) {
                report.count("inside");
                report.add("several", containing.size() > 1 ? 1 : 0);
                long first = nearest.found().get().elementIndex();
                if (containing.stream().noneMatch(found -> found.elementIndex() == first)) {
                    report.difference(place, "element index " + first + " is not among " + containing);
                }
            }
        }
    }

    private static void element(String place, Nearest<ElementPoint> expected, Nearest<ElementPoint> found, Report report) {
        report.same("skipped elements", place, expected.skipped(), found.skipped());
        ElementPoint a = expected.found().orElse(null);
        ElementPoint b = found.found().orElse(null);
        boolean areSame = a == null || b == null ? Objects.equals(a, b) : a.elementIndex() == b.elementIndex()
                && a.distance() == b.distance() && a.local().equals(b.local()) && a.position().equals(b.position());
        if (!areSame) {
            report.difference(place, "found " + b + " instead of " + a);
        }
    }

    /// Nodes, middles of elements, and places in and around the box of all nodes, in turn.
    private static List<Point> points(String path, ExodusFile file) {
        Random random = new Random(path.hashCode());
        List<Point> points = new ArrayList<>(List.of(new Point(0, 0, 0), new Point(1e30, -1e30, 1e30)));
        if (file.dimension() == 0 || file.nodeCount() == 0) {
            return points;
        }
        List<RealView> axes;
        try {
            axes = file.coordinates().axes();
        } catch (DamagedDataException lacking) {
            return points;
        }
        double[] low = axes.stream().mapToDouble(axis -> axis.minMax().min()).toArray();
        double[] high = axes.stream().mapToDouble(axis -> axis.minMax().max()).toArray();
        while (points.size() < POINTS) {
            long node = random.nextLong(file.nodeCount());
            add(points, axes.stream().mapToDouble(axis -> axis.get(node)).toArray());
            double[] place = new double[axes.size()];
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] = low[axis] + (1.4 * random.nextDouble() - 0.2) * (high[axis] - low[axis]);
            }
            add(points, place);
            middle(file, axes, random).ifPresent(middle -> add(points, middle));
            add(points, new double[] {1e6 * random.nextDouble()});
        }
        return points;
    }

    private static void add(List<Point> points, double... place) {
        if (Point.of(place).isFinite()) {
            points.add(Point.of(place));
        }
    }

    private static Optional<double[]> middle(ExodusFile file, List<RealView> axes, Random random) {
        if (file.elementBlocks().isEmpty()) {
            return Optional.empty();
        }
        ElementBlock block = file.elementBlocks().get(random.nextInt(file.elementBlocks().size()));
        if (block.isJagged() || block.size() == 0 || block.nodesPerEntry() == 0) {
            return Optional.empty();
        }
        try {
            long[] nodes = block.nodeIndexes().row(random.nextLong(block.size())).toArray();
            double[] middle = new double[axes.size()];
            for (int axis = 0; axis < middle.length; axis++) {
                for (long node : nodes) {
                    middle[axis] += axes.get(axis).get(node) / nodes.length;
                }
            }
            return Optional.of(middle);
        } catch (DamagedDataException | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }
}
