package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.Positions;
import dev.exodusii.geometry.ShapeFunctions;
import dev.exodusii.parallel.Workers;
import dev.exodusii.slice.Plane;
import dev.exodusii.slice.Slice;
import dev.exodusii.topology.Topologies;
import dev.exodusii.view.VectorView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What planes cut out of bodies whose slices are known.
class SliceTest {

    private static final Workers ALONE = Workers.callingThread();
    /// Six tetrahedra that fill a cube whose neighbours are filled likewise.
    private static final int[][] TETS = {{0, 1, 2, 6}, {0, 2, 3, 6}, {0, 3, 7, 6}, {0, 7, 4, 6}, {0, 4, 5, 6}, {0, 5, 1, 6}};
    private static final int[][] WEDGES = {{0, 1, 2, 4, 5, 6}, {0, 2, 3, 4, 6, 7}};
    /// Six pyramids from the faces to the middle, which is node 8.
    private static final int[][] PYRAMIDS = {{0, 1, 2, 3, 8}, {4, 7, 6, 5, 8}, {0, 4, 5, 1, 8}, {1, 5, 6, 2, 8},
        {2, 6, 7, 3, 8}, {3, 7, 4, 0, 8}};
    private static final int[][] HEXES = {{0, 1, 2, 3, 4, 5, 6, 7}};

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

    /// A cube of n x n x n cells with sides of length 1, turned if so wanted, each cell filled by some elements.
    private static ExodusFile cube(int n, String type, int[][] cell, double turn) {
        int m = n + 1;
        int corners = m * m * m;
        double[][] axes = new double[3][corners + n * n * n];
        for (int i = 0; i < corners; i++) {
            int layer = i / (m * m);
            place(axes, i, i % m / (double) n, i / m % m / (double) n, layer / (double) n, turn);
        }
        List<Integer> nodes = new ArrayList<>();
        for (int c = 0; c < n * n * n; c++) {
            int x = c % n;
            int y = c / n % n;
            int z = c / n / n;
            place(axes, corners + c, (x + 0.5) / n, (y + 0.5) / n, (z + 0.5) / n, turn);
            int low = x + m * (y + m * z);
            int high = low + m * m;
            int[] own = {low, low + 1, low + m + 1, low + m, high, high + 1, high + m + 1, high + m, corners + c};
            for (int[] element : cell) {
                for (int node : element) {
                    nodes.add(own[node] + 1);
                }
            }
        }
        return mesh(axes, type, cell[0].length, nodes.stream().mapToInt(Integer::intValue).toArray()).openModel();
    }

    private static void place(double[][] axes, int node, double x, double y, double z, double turn) {
        axes[0][node] = Math.cos(turn) * x - Math.sin(turn) * y;
        axes[1][node] = Math.sin(turn) * x + Math.cos(turn) * y;
        axes[2][node] = z;
    }

    private static ExodusFile cube(String type, int n, double turn) {
        return cube(n, type, switch (type) {
            case "TETRA4" -> TETS;
            case "WEDGE6" -> WEDGES;
            case "PYRAMID5" -> PYRAMIDS;
            default -> HEXES;
        }, turn);
    }

    private static Slice slice(ExodusFile file, Point through, Point normal) {
        return Slice.of(file, Plane.through(through, normal), ALONE);
    }

    /// How often each edge of a polygon occurs.
    private static Map<List<Integer>, Integer> edges(Slice slice) {
        Map<List<Integer>, Integer> edges = new HashMap<>();
        for (int polygon = 0; polygon < slice.polygonCount(); polygon++) {
            int from = slice.polygonOffset(polygon);
            int size = slice.polygonOffset(polygon + 1) - from;
            for (int i = 0; i < size; i++) {
                int a = slice.polygonPoint(from + i);
                int b = slice.polygonPoint(from + (i + 1) % size);
                edges.merge(List.of(Math.min(a, b), Math.max(a, b)), 1, Integer::sum);
            }
        }
        return edges;
    }

    /// The length of all edges that occur once.
    private static double outline(Slice slice) {
        return edges(slice).entrySet().stream().filter(edge -> edge.getValue() == 1).mapToDouble(edge -> {
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double offset = slice.coordinate(edge.getKey().get(0), axis) - slice.coordinate(edge.getKey().get(1), axis);
                squared += offset * offset;
            }
            return Math.sqrt(squared);
        }).sum();
    }

    private static void assertHasNoCracks(Slice slice, double outline) {
        assertTrue(edges(slice).values().stream().allMatch(count -> count <= 2));
        assertEquals(outline, outline(slice), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEX8", "TETRA4", "WEDGE6", "PYRAMID5"})
    void aCubeCutInParallelToAFaceHasTheAreaOfTheFace(String type) {
        Slice slice = slice(cube(type, 3, 0), new Point(0.4, 0, 0), new Point(1, 0, 0));

        assertEquals(1, slice.area(), 1e-13);
        assertHasNoCracks(slice, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEX8", "TETRA4", "WEDGE6", "PYRAMID5"})
    void aCubeCutAcrossItsDiagonalIsAHexagon(String type) {
        Slice slice = slice(cube(type, 3, 0), new Point(0.5, 0.5, 0.5), new Point(1, 1, 1));

        assertEquals(3 * Math.sqrt(3) / 4, slice.area(), 1e-13);
        assertHasNoCracks(slice, 3 * Math.sqrt(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEX8", "TETRA4", "WEDGE6", "PYRAMID5"})
    void aTurnedCubeIsCutAsTheUprightOneIs(String type) {
        double turn = 0.3;
        Slice slice = slice(cube(type, 4, turn), new Point(0, 0, 0.37), new Point(0.1, -0.2, 1));
        Slice upright = slice(cube(type, 4, 0), new Point(0, 0, 0.37), new Point(
                0.1 * Math.cos(turn) - 0.2 * Math.sin(turn), -0.1 * Math.sin(turn) - 0.2 * Math.cos(turn), 1));

        assertEquals(Math.sqrt(1.05), slice.area(), 1e-12);
        assertEquals(upright.area(), slice.area(), 1e-12);
        assertHasNoCracks(slice, outline(upright));
    }

    /// Planes through layers of nodes, through edges, diagonals and corners.
    @ParameterizedTest
    @ValueSource(strings = {"HEX8", "TETRA4", "WEDGE6", "PYRAMID5"})
    void aPlaneThroughNodesLeavesNoPolygonTwiceAndNoneOut(String type) {
        ExodusFile file = cube(type, 4, 0);
        Slice layer = slice(file, new Point(0, 0, 0.5), new Point(0, 0, 1));
        Slice diagonal = slice(file, new Point(0, 0, 0), new Point(1, -1, 0));
        Slice corner = slice(file, new Point(0.5, 0.5, 0.5), new Point(1, 1, 1));

        assertEquals(1, layer.area(), 1e-13);
        assertHasNoCracks(layer, 4);
        assertEquals(Math.sqrt(2), diagonal.area(), 1e-13);
        assertHasNoCracks(diagonal, 2 + 2 * Math.sqrt(2));
        assertEquals(3 * Math.sqrt(3) / 4, corner.area(), 1e-13);
        assertHasNoCracks(corner, 3 * Math.sqrt(2));
    }

    @Test
    void pointsOnNodesAreThoseNodes() {
        Slice slice = slice(cube("HEX8", 2, 0), new Point(0, 0, 0.5), new Point(0, 0, 1));

        assertEquals(9, slice.pointCount());
        for (int point = 0; point < 9; point++) {
            assertEquals(slice.nodeBefore(point), slice.nodeAfter(point));
            assertEquals(0, slice.weight(point));
        }
    }

    @Test
    void onTheSurfaceOnlyABodyBelowThePlaneIsCut() {
        ExodusFile file = cube("HEX8", 2, 0);

        assertEquals(1, slice(file, new Point(0, 0, 1), new Point(0, 0, 1)).area(), 1e-15);
        assertEquals(0, slice(file, new Point(0, 0, 0), new Point(0, 0, 1)).polygonCount());
        assertEquals(0, slice(file, new Point(0, 0, 2), new Point(0, 0, 1)).pointCount());
    }

    @Test
    void aPlaneThatTouchesAnEdgeLeavesNothing() {
        Slice slice = slice(cube("HEX8", 1, 0), new Point(1, 1, 0), new Point(1, 1, 0));

        assertEquals(0, slice.polygonCount());
        assertEquals(0, slice.pointCount());
    }

    @Test
    void pointsAreSharedByNeighbours() {
        Slice slice = slice(cube("HEX8", 3, 0), new Point(0, 0, 0.4), new Point(0, 0, 1));

        assertEquals(9, slice.polygonCount());
        assertEquals(16, slice.pointCount());
        for (int polygon = 0; polygon < 9; polygon++) {
            assertEquals(9 + polygon, slice.polygonElement(polygon));
        }
    }

    @Test
    void polygonsAreCounterclockwiseSeenFromAbove() {
        for (Point normal : List.of(new Point(0, 0, 1), new Point(0, 0, -1), new Point(1, 2, 3))) {
            Slice slice = slice(cube("TETRA4", 2, 0), new Point(0.3, 0.4, 0.4), normal);
            for (int polygon = 0; polygon < slice.polygonCount(); polygon++) {
                assertTrue(product(slice, slice.polygonOffset(polygon), normal) > 0);
            }
        }
    }

    private static double product(Slice slice, int from, Point normal) {
        int o = slice.polygonPoint(from);
        int a = slice.polygonPoint(from + 1);
        int b = slice.polygonPoint(from + 2);
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            int next = (axis + 1) % 3;
            int last = (axis + 2) % 3;
            sum += normal.get(axis) * ((slice.coordinate(a, next) - slice.coordinate(o, next))
                    * (slice.coordinate(b, last) - slice.coordinate(o, last))
                    - (slice.coordinate(a, last) - slice.coordinate(o, last))
                    * (slice.coordinate(b, next) - slice.coordinate(o, next)));
        }
        return sum;
    }

    @Test
    void nodalValuesAreInterpolatedAtAllPoints() {
        ExodusFile file = cube("TETRA4", 3, 0.2);
        Slice slice = slice(file, new Point(0.3, 0.4, 0.45), new Point(1, 2, 3));
        for (int axis = 0; axis < 3; axis++) {
            double[] values = new double[slice.pointCount()];
            float[] floats = new float[slice.pointCount()];
            slice.copyValuesTo(file.coordinates().axis(axis), values);
            slice.copyValuesTo(file.coordinates().axis(axis), floats);
            for (int point = 0; point < values.length; point++) {
                assertEquals(slice.coordinate(point, axis), values[point]);
                assertEquals((float) values[point], floats[point]);
            }
        }
    }

    @Test
    void aDeformedMeshIsCutWhereItIs() {
        ExodusFile file = cube("HEX8", 3, 0);
        VectorView displacement = VectorView.of(file.coordinates().axes());
        Positions twice = Positions.displaced(file, displacement, 1, ALONE);
        Slice slice = Slice.of(file, twice, Plane.through(new Point(0, 0, 1.3), new Point(0, 0, 1)), ALONE);

        assertEquals(4, slice.area(), 1e-13);
    }

    @Test
    void quadraticElementsThatLackNodesAreCutBetweenTheirCorners() {
        double[][] axes = new double[3][20];
        int[] nodes = new int[20];
        ExodusFile corners = cube("HEX8", 1, 0);
        int[] order = {0, 1, 3, 2, 4, 5, 7, 6};
        for (int i = 0; i < 20; i++) {
            nodes[i] = i + 1;
            for (int axis = 0; axis < 3; axis++) {
                axes[axis][i] = i < 8 ? corners.coordinates().axis(axis).get(order[i]) : Double.NaN;
            }
        }
        Slice slice = slice(mesh(axes, "HEX20", 20, nodes).openModel(), new Point(0, 0, 0.25), new Point(0, 0, 1));

        assertEquals(1, slice.area(), 1e-15);
    }

    /// Elements of a type with nodes beyond their corners, where the straight ones of a linear type are.
    private static ExodusFile higher(String type, int width, ExodusFile linear, UnaryOperator<double[]> shape) {
        ElementBlock block = linear.elementBlocks().getFirst();
        ShapeFunctions functions = ShapeFunctions.of(Topologies.resolve(type, 3, width).topology()).orElseThrow();
        ShapeFunctions straight = ShapeFunctions.of(block.topology()).orElseThrow();
        Map<List<Long>, Integer> numbers = new LinkedHashMap<>();
        List<double[]> places = new ArrayList<>();
        List<Integer> nodes = new ArrayList<>();
        double[] shares = new double[straight.nodeCount()];
        for (long row = 0; row < block.size(); row++) {
            long[] own = block.nodeIndexes().row(row).toArray();
            for (int i = 0; i < width; i++) {
                // Those that have no settled place are not used: they are in the middle.
                straight.values(i < functions.nodeCount() ? functions.node(i) : functions.centre(), shares);
                double[] place = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    for (int corner = 0; corner < own.length; corner++) {
                        place[axis] += shares[corner] * linear.coordinates().axis(axis).get(own[corner]);
                    }
                }
                List<Long> key = Arrays.stream(place).mapToObj(x -> Math.round(x * 1e9)).toList();
                nodes.add(numbers.computeIfAbsent(key, _ -> {
                    places.add(shape.apply(place));
                    return numbers.size() + 1;
                }));
            }
        }
        double[][] axes = new double[3][places.size()];
        for (int i = 0; i < places.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                axes[axis][i] = places.get(i)[axis];
            }
        }
        return mesh(axes, type, width, nodes.stream().mapToInt(Integer::intValue).toArray()).openModel();
    }

    private static String linear(String type) {
        return type.startsWith("TETRA") ? "TETRA4" : type.startsWith("WEDGE") ? "WEDGE6" : type.startsWith("PYRAMID")
                ? "PYRAMID5" : "HEX8";
    }

    @ParameterizedTest
    @CsvSource({"HEX9, 9", "HEX16, 16", "HEX20, 20", "HEX27, 27", "HEX32, 32", "HEX64, 64", "TETRA5, 5", "TETRA8, 8",
        "TETRA10, 10", "TETRA11, 11", "TETRA14, 14", "TETRA15, 15", "TETRA16, 16", "TETRA40, 40", "WEDGE12, 12",
        "WEDGE15, 15", "WEDGE16, 16", "WEDGE18, 18", "WEDGE20, 20", "WEDGE21, 21", "WEDGE24, 24", "WEDGE52, 52",
        "PYRAMID13, 13", "PYRAMID14, 14", "PYRAMID18, 18", "PYRAMID19, 19"})
    void straightElementsWithMoreNodesAreCutAsLinearOnes(String type, int width) {
        Random random = new Random(8);
        ExodusFile linear = cube(linear(type), 2, 0.3);
        ExodusFile file = higher(type, width, linear, place -> place);
        for (int i = 0; i < 40; i++) {
            Point through = new Point(random.nextDouble() - 0.3, random.nextDouble() + 0.2, random.nextDouble());
            Point normal = new Point(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
            Slice expected = slice(linear, through, normal);
            Slice slice = slice(file, through, normal);

            assertEquals(expected.area(), slice.area(), 1e-13);
            assertHasNoCracks(slice, outline(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"HEX20, 20", "HEX27, 27", "HEX32, 32", "HEX64, 64", "TETRA10, 10", "TETRA14, 14", "TETRA15, 15",
        "TETRA16, 16", "WEDGE15, 15", "WEDGE18, 18", "WEDGE21, 21", "WEDGE24, 24", "PYRAMID13, 13", "PYRAMID14, 14",
        "PYRAMID18, 18"})
    void sliceOfABallIsWrongByTheSquareOfTheSizeOfItsElementsAtMost(String type, int width) {
        double[] errors = new double[2];
        for (int i = 0; i < 2; i++) {
            int n = 4 << i;
            // The cube becomes a ball of radius 1: what is a cube around the middle becomes a sphere.
            ExodusFile file = higher(type, width, cube(linear(type), n, 0), SliceTest::inBall);
            Slice slice = slice(file, new Point(0.05, 0.1, 0.2), new Point(0.2, 0.3, 1));
            double distance = (0.05 * 0.2 + 0.1 * 0.3 + 0.2) / Math.sqrt(0.04 + 0.09 + 1);
            double exact = Math.PI * (1 - distance * distance);
            errors[i] = exact - slice.area();
            double corners = exact - slice(moved(cube(linear(type), n, 0)), new Point(0.05, 0.1, 0.2), new Point(0.2, 0.3, 1))
                    .area();

            assertHasNoCracks(slice, outline(slice));
            assertTrue(Math.abs(errors[i]) < 0.4 * corners, errors[i] + " beside " + corners + " of corners alone");
        }
        assertTrue(Math.abs(errors[1]) < 0.35 * Math.abs(errors[0]), Arrays.toString(errors));
    }

    private static ExodusFile moved(ExodusFile cube) {
        int nodes = Math.toIntExact(cube.nodeCount());
        double[][] axes = new double[3][nodes];
        for (int node = 0; node < nodes; node++) {
            double[] place = inBall(new double[] {cube.coordinates().axis(0).get(node), cube.coordinates().axis(1).get(node),
                cube.coordinates().axis(2).get(node)});
            for (int axis = 0; axis < 3; axis++) {
                axes[axis][node] = place[axis];
            }
        }
        ElementBlock block = cube.elementBlocks().getFirst();
        int width = Math.toIntExact(block.nodesPerEntry());
        return mesh(axes, block.topology().name(), width, connectivity(cube)).openModel();
    }

    private static double[] inBall(double[] place) {
        double[] centred = Arrays.stream(place).map(x -> 2 * x - 1).toArray();
        double largest = Arrays.stream(centred).map(Math::abs).max().orElseThrow();
        double length = Math.sqrt(Arrays.stream(centred).map(x -> x * x).sum());
        return Arrays.stream(centred).map(x -> length == 0 ? 0 : x * largest / length).toArray();
    }

    @Test
    void curvedLinesAreCutBesideTheirMiddle() {
        double[][] axes = {{0, 1, 0.5}, {0, 0, 1}, {0, 0, 0}};
        Slice slice = slice(mesh(axes, "BAR3", 3, 1, 2, 3).openModel(), new Point(0, 0.5, 0), new Point(0, 1, 0));

        assertEquals(2, slice.spotCount());
        assertEquals(1, slice.coordinate(0, 0) + slice.coordinate(1, 0), 1e-15);
    }

    @Test
    void nodesInTheMiddleOfPlatesAreUsed() {
        double[][] axes = {{0, 2, 2, 0, 1, 2, 1, 0, 1}, {0, 0, 2, 2, 0, 1, 2, 1, 1}, {0, 0, 0, 0, 0, 0, 0, 0, 1}};
        Slice slice = slice(mesh(axes, "SHELL9", 9, 1, 2, 3, 4, 5, 6, 7, 8, 9).openModel(), new Point(0, 1, 0.5),
                new Point(0, 0, 1));

        // Only the middle is above: it is cut off from all sides.
        assertEquals(4, slice.lineCount());
    }

    @Test
    void theNodeInTheMiddleOfAnElementIsUsed() {
        double[][] axes = {{0, 2, 2, 0, 0, 2, 2, 0, 1}, {0, 0, 2, 2, 0, 0, 2, 2, 1}, {0, 0, 0, 0, 2, 2, 2, 2, 1}};
        Slice slice = slice(mesh(axes, "HEX9", 9, 1, 2, 3, 4, 5, 6, 7, 8, 9).openModel(), new Point(0, 0, 1),
                new Point(0, 0, 1));

        assertTrue(IntStream.range(0, slice.pointCount()).anyMatch(point -> slice.nodeBefore(point) == 8));
        assertEquals(4, slice.area(), 1e-15);
    }

    @Test
    void cubicLinesAreCutBetweenEachTwoNodes() {
        double[][] axes = {{0, 3, 1, 2}, {0, 0, 1, -1}, {0, 0, 0, 0}};
        Slice slice = slice(mesh(axes, "BAR4", 4, 1, 2, 3, 4).openModel(), new Point(0, 0.5, 0), new Point(0, 1, 0));

        assertEquals(List.of(0.5, 1.25), IntStream.range(0, 2).mapToObj(i -> slice.coordinate(slice.spotPoint(i), 0)).toList());
    }

    @Test
    void curvedPlatesLeaveTwoLines() {
        double[][] axes = {{0, 2, 2, 0, 1, 2, 1, 0}, {0, 0, 2, 2, 0, 1, 2, 1}, {0, 0, 0, 0, 1, 0, 1, 0}};
        Slice slice = slice(mesh(axes, "SHELL8", 8, 1, 2, 3, 4, 5, 6, 7, 8).openModel(), new Point(0, 1, 0.5),
                new Point(0, 0, 1));

        // The ridge from the middle of one side to that of the other is above: it is cut off on both sides of it.
        assertEquals(6, slice.lineCount());
    }

    @Test
    void flatElementsLeaveLines() {
        ExodusFile file = mesh(new double[][] {{0, 1, 1, 0, 2, 2}, {0, 0, 1, 1, 0, 1}, {2, 2, 2, 2, 3, 3}}, "SHELL4", 4,
                1, 2, 3, 4, 2, 5, 6, 3).openModel();
        Slice slice = slice(file, new Point(0, 0.25, 0), new Point(0, 1, 0));

        assertEquals(2, slice.lineCount());
        assertEquals(3, slice.pointCount());
        assertEquals(1, slice.lineElement(1));
        assertEquals(0, slice.polygonCount());
        assertEquals(1 + Math.sqrt(2), length(slice, 0) + length(slice, 1), 1e-15);
    }

    private static double length(Slice slice, int line) {
        double squared = 0;
        for (int axis = 0; axis < 3; axis++) {
            double offset = slice.coordinate(slice.linePoint(line, 0), axis)
                    - slice.coordinate(slice.linePoint(line, 1), axis);
            squared += offset * offset;
        }
        return Math.sqrt(squared);
    }

    @Test
    void linesOfTheMeshAreCutAtPoints() {
        ExodusFile file = mesh(new double[][] {{0, 1, 3}}, "BAR2", 2, 1, 2, 2, 3).openModel();
        Slice slice = slice(file, new Point(1.5, 0, 0), new Point(1, 0, 0));

        assertEquals(1, slice.spotCount());
        assertEquals(1, slice.spotElement(0));
        assertEquals(0.25, slice.weight(slice.spotPoint(0)));
        assertEquals(1, slice(file, new Point(1, 0, 0), new Point(1, 0, 0)).spotCount());
    }

    @Test
    void elementsWithNodesThatDoNotExistArePassedOverAndCounted() {
        ExodusFile file = mesh(new double[][] {{0, 1, 2, Double.NaN}}, "BAR2", 2, 1, 99, 0, 2, 3, 4, 1, 2).openModel();
        Slice slice = slice(file, new Point(0.5, 0, 0), new Point(1, 0, 0));

        assertEquals(3, slice.skipped());
        assertEquals(1, slice.spotCount());
    }

    @Test
    void slicesDoNotDependOnTheNumberOfThreads() {
        ExodusFile file = cube("TETRA4", 24, 0.1);
        Plane plane = Plane.through(new Point(0.3, 0.4, 0.45), new Point(1, 2, 3));
        Slice alone = Slice.of(file, plane, ALONE);
        Slice together = Slice.of(file, plane, Workers.of(ForkJoinPool.commonPool(), 4));

        assertEquals(alone.toString(), together.toString());
        assertArrayEquals(points(alone), points(together));
        for (int i = 0; i < alone.polygonOffset(alone.polygonCount()); i++) {
            assertEquals(alone.polygonPoint(i), together.polygonPoint(i));
        }
    }

    private static float[] points(Slice slice) {
        float[] points = new float[3 * slice.pointCount()];
        slice.copyPointsTo(points);
        return points;
    }

    @Test
    void cuttingCanBeStopped() {
        ExodusFile file = cube("TETRA4", 4, 0);

        assertThrows(CancellationException.class, () -> Slice.of(file, new Plane(0, 0, 1, 0.3),
                ALONE.stoppedBy(() -> true)));
    }

    @Test
    void aPlaneNeedsADirection() {
        assertThrows(IllegalArgumentException.class, () -> Plane.through(new Point(0, 0, 0), new Point(0, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> Plane.through(new Point(Double.NaN, 0, 0), new Point(1, 0, 0)));
    }

    /// Warped faces, whose corners are above and below in turn: each neighbour cuts them in the same way.
    @Test
    void warpedFacesAreCutWithoutCracks() {
        ExodusFile file = cube("HEX8", 6, 0);
        double[][] moved = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            moved[axis] = file.coordinates().axis(axis).toArray();
        }
        Random random = new Random(5);
        for (int node = 0; node < moved[0].length; node++) {
            for (double[] axis : moved) {
                axis[node] += axis[node] > 1e-9 && axis[node] < 1 - 1e-9 ? random.nextDouble(-0.07, 0.07) : 0;
            }
        }
        Slice slice = slice(mesh(moved, "HEX8", 8, connectivity(file)).openModel(), new Point(0.5, 0.5, 0.5), new Point(0.01, 0.02, 1));
        Map<Integer, Integer> counts = new TreeMap<>();
        edges(slice).values().forEach(count -> counts.merge(count, 1, Integer::sum));

        assertTrue(counts.keySet().stream().allMatch(count -> count <= 2), counts.toString());
        assertEquals(Math.sqrt(1 + 0.0005), slice.area(), 1e-12);
    }

    private static int[] connectivity(ExodusFile file) {
        long[] all = new long[(int) file.elementBlocks().get(0).connectivity().size()];
        file.elementBlocks().get(0).connectivity().copyTo(all);
        return Arrays.stream(all).mapToInt(Math::toIntExact).toArray();
    }
}
