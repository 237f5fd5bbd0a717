package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.geometry.Point;
import dev.exodusii.parallel.Workers;
import dev.exodusii.slice.Plane;
import dev.exodusii.slice.Slice;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Slices of every mesh of the corpus: where a face is in two elements, the cut through it is in two polygons, and nowhere
/// is it in more; no polygon is there twice; and values are those of the nodes around.
///
/// How often a face occurs is counted here from the tables of sides, by its nodes.
class CorpusSliceTest {

    private static final long MOST_ELEMENTS = 30_000;

    @Test
    void cutsOfNeighboursMeet() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEachOpen(corpus.files(), report, (file, open) -> {
            if (open.elementCount() <= MOST_ELEMENTS) {
                check(file.path(), open, report);
            }
        });
        System.out.printf("corpus slices: %,d slices, %,d polygons, %,d edges within meshes, %,d on outsides, %,d lines, "
                + "%,d spots; %,d meshes whose elements overlap, left out%n", report.number("slices"),
                report.number("polygons"), report.number("interior"), report.number("outside"), report.number("lines"),
                report.number("spots"), report.number("manifold"));
        report.failOnDifferences("slices");
        assertTrue(report.number("interior") > 0 && report.number("outside") > 0, "nothing was cut");
    }

    private static void check(String path, ExodusFile file, Report report) {
        List<RealView> axes;
        try {
            axes = file.coordinates().axes();
        } catch (DamagedDataException lacking) {
            return;
        }
        if (axes.isEmpty() || file.nodeCount() == 0) {
            return;
        }
        Faces faces = Faces.of(file);
        Random random = new Random(path.hashCode());
        for (int i = 0; i < 6; i++) {
            long node = random.nextLong(file.nodeCount());
            double[] middle = axes.stream().mapToDouble(axis -> axis.minMax().min() / 2 + axis.minMax().max() / 2).toArray();
            double[] onNode = axes.stream().mapToDouble(axis -> axis.get(node)).toArray();
            Point through = Point.of(i % 2 == 0 ? onNode : middle);
            Point normal = i < 3 ? new Point(i == 0 ? 1 : 0, i == 1 ? 1 : 0, i == 2 ? 1 : 0)
                    : new Point(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
            if (through.isFinite()) {
                Slice slice = Slice.of(file, Plane.through(through, normal), Workers.callingThread());
                report.count("slices");
                report.add("polygons", slice.polygonCount());
                report.add("lines", slice.lineCount());
                report.add("spots", slice.spotCount());
                compare(path + " at " + through + " along " + normal, file, slice, axes, faces, report);
            }
        }
        report.add("manifold", faces.isManifold ? 0 : 1);
    }

    /// How many faces of solids there are with the same nodes.
    private record Faces(Map<Set<Long>, Integer> counts, Map<Long, List<Set<Long>>> ofNode, boolean isManifold, boolean hasPolyhedra) {

        static Faces of(ExodusFile file) {
            Map<Set<Long>, Integer> counts = new HashMap<>();
            boolean hasPolyhedra = false;
            for (ElementBlock block : file.elementBlocks()) {
                Topology topology = block.topology();
                hasPolyhedra |= topology.isSolid() && topology.sideCount() == 0;
                if (topology.isSolid() && topology.sideCount() > 0) {
                    try {
                        add(counts, block.nodeIndexes(), topology);
                    } catch (DamagedDataException lacking) {
                        continue;
                    }
                }
            }
            Map<Long, List<Set<Long>>> ofNode = new HashMap<>();
            counts.keySet().forEach(face -> face.forEach(node ->
                    ofNode.computeIfAbsent(node, _ -> new ArrayList<>()).add(face)));
            return new Faces(counts, ofNode, counts.values().stream().allMatch(count -> count <= 2)
                    && counts.keySet().stream().noneMatch(face -> isPartOfAnother(face, ofNode)), hasPolyhedra);
        }

        /// Whether a triangle lies in a quadrilateral, where elements overlap or do not fit together.
        private static boolean isPartOfAnother(Set<Long> face, Map<Long, List<Set<Long>>> ofNode) {
            return face.size() == 3 && ofNode.getOrDefault(face.iterator().next(), List.of()).stream()
                    .anyMatch(other -> other.size() > 3 && other.containsAll(face));
        }

        /// Whether all faces with some nodes are in two elements.
        boolean areInner(Set<Long> nodes) {
            return ofNode.getOrDefault(nodes.iterator().next(), List.of()).stream().filter(face -> face.containsAll(nodes))
                    .allMatch(face -> counts.getOrDefault(face, 0) == 2);
        }

        private static void add(Map<Set<Long>, Integer> counts, IntegerMatrix nodes, Topology topology) {
            for (long row = 0; row < nodes.rows(); row++) {
                for (int side = 0; side < topology.sideCount(); side++) {
                    Set<Long> around = new HashSet<>();
                    for (int node : topology.sideNodes(side)) {
                        around.add(nodes.get(row, node));
                    }
                    counts.merge(around, 1, Integer::sum);
                }
            }
        }
    }

    private static Set<Long> corners(ExodusFile file, long element) {
        for (ElementBlock block : file.elementBlocks()) {
            long inBlock = element - block.firstIndex();
            if (inBlock >= 0 && inBlock < block.size() && !block.isJagged()) {
                Set<Long> corners = new HashSet<>();
                for (int i = 0; i < block.topology().cornerCount(); i++) {
                    corners.add(block.nodeIndexes().get(inBlock, i));
                }
                return corners;
            }
        }
        return Set.of(element);
    }

    private static void compare(String place, ExodusFile file, Slice slice, List<RealView> axes, Faces faces, Report report) {
        Map<List<Integer>, Integer> edges = new HashMap<>();
        Map<List<Integer>, Long> polygons = new HashMap<>();
        for (int polygon = 0; polygon < slice.polygonCount(); polygon++) {
            int from = slice.polygonOffset(polygon);
            int[] points = new int[slice.polygonOffset(polygon + 1) - from];
            Arrays.setAll(points, i -> slice.polygonPoint(from + i));
            for (int i = 0; i < points.length; i++) {
                int a = points[i];
                int b = points[(i + 1) % points.length];
                edges.merge(List.of(Math.min(a, b), Math.max(a, b)), 1, Integer::sum);
            }
            Long other = polygons.put(Arrays.stream(points).sorted().boxed().toList(), slice.polygonElement(polygon));
            // Some files have two elements in one place.
            if (other != null && !corners(file, other).equals(corners(file, slice.polygonElement(polygon)))) {
                report.difference(place, "polygon " + polygon + " is there twice");
            }
        }
        if (faces.isManifold && !faces.hasPolyhedra) {
            edges.forEach((edge, count) -> edge(place, slice, edge, count, faces, report));
        }
        points(place, slice, axes, report);
    }

    private static void edge(String place, Slice slice, List<Integer> edge, int count, Faces faces, Report report) {
        Set<Long> nodes = new HashSet<>();
        for (int point : edge) {
            nodes.add(slice.nodeBefore(point));
            nodes.add(slice.nodeAfter(point));
        }
        report.count(count == 2 ? "interior" : "outside");
        if (count > 2) {
            report.difference(place, "edge " + nodes + " is in " + count + " polygons");
        } else if (count == 1 && slice.skipped() == 0 && nodes.size() > 2 && faces.areInner(nodes)) {
            report.difference(place, "edge " + nodes + " is in one polygon although it is on no outer face");
        }
    }

    private static void points(String place, Slice slice, List<RealView> axes, Report report) {
        double[] values = new double[slice.pointCount()];
        for (int axis = 0; axis < axes.size(); axis++) {
            slice.copyValuesTo(axes.get(axis), values);
            for (int point = 0; point < values.length; point++) {
                if (values[point] != slice.coordinate(point, axis)) {
                    report.difference(place, "point " + point + " is at " + slice.coordinate(point, axis) + ", not at "
                            + values[point]);
                    return;
                }
            }
        }
    }
}
