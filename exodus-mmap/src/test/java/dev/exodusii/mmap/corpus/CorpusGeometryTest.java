package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.LocalPoint;
import dev.exodusii.geometry.Nearest;
import dev.exodusii.geometry.PlacedElement;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.geometry.ShapeFunctions;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.IntegerView;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Points inside of elements of every file of the corpus, found again.
class CorpusGeometryTest {

    private static final int ELEMENTS_PER_BLOCK = 3;
    private static final int MOST_ELEMENTS = 100_000;

    @Test
    void whatIsInAnElementIsFoundThere() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEachOpen(corpus.files(), report, (file, open) -> {
            if (open.elementCount() <= MOST_ELEMENTS) {
                find(file.path(), open, report);
            }
        });
        System.out.printf("corpus geometry: %,d points, %,d of them in another element as well, %,d files refused%n",
                report.number("points"), report.number("another"), report.number("refused"));
        report.failOnDifferences("geometry");
        assertTrue(report.number("points") > 0, "no point was looked for");
    }

    private static void find(String path, ExodusFile file, Report report) {
        Random random = new Random(path.hashCode());
        PointLocator locator = PointLocator.scanning(file, Workers.callingThread());
        for (ElementBlock block : file.elementBlocks()) {
            ShapeFunctions shape = ShapeFunctions.of(block.topology()).orElse(null);
            for (int i = 0; shape != null && block.size() > 0 && i < ELEMENTS_PER_BLOCK; i++) {
                long element = random.nextLong(block.size());
                double[][] nodes = nodes(file, block, element);
                if (nodes.length >= shape.dimension()) {
                    PlacedElement placed = PlacedElement.of(shape, nodes);
                    Point point = placed.position(inside(shape, random));
                    report.count("points");
                    check(path + " " + block + " element " + element, placed, point, locator.nearestElement(point),
                            block.firstIndex() + element, report);
                }
            }
        }
    }

    private static void check(String place, PlacedElement placed, Point point, Nearest<ElementPoint> nearest,
            long element, Report report) {
        if (!placed.contains(point)) {
            report.difference(place, "a point of the element is not in it: " + point);
        }
        ElementPoint found = nearest.found().orElse(null);
        if (found == null || found.distance() > PlacedElement.TOLERANCE * placed.size()) {
            report.difference(place, "a point of the element is not found: " + point + ", but " + found);
        } else if (found.elementIndex() != element) {
            report.count("another");
        }
    }

    /// Returns nothing when they do not all exist.
    private static double[][] nodes(ExodusFile file, ElementBlock block, long element) {
        try {
            IntegerView indexes = block.nodeIndexes().row(element);
            double[][] nodes = new double[file.dimension()][(int) indexes.size()];
            for (int axis = 0; axis < nodes.length; axis++) {
                file.coordinates().axis(axis).gather(indexes, nodes[axis]);
            }
            boolean isFinite = Arrays.stream(nodes).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
            return isFinite ? nodes : new double[0][];
        } catch (DamagedDataException | IndexOutOfBoundsException damaged) {
            return new double[0][];
        }
    }

    private static LocalPoint inside(ShapeFunctions shape, Random random) {
        while (true) {
            LocalPoint point = new LocalPoint(2 * random.nextDouble() - 1,
                    shape.dimension() > 1 ? 2 * random.nextDouble() - 1 : 0,
                    shape.dimension() > 2 ? 2 * random.nextDouble() - 1 : 0);
            if (shape.excess(point) < -1e-3) {
                return point;
            }
        }
    }
}
