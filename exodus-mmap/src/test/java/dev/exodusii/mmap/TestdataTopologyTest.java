package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIds;
import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRefused;
import static dev.exodusii.mmap.ViewAssertions.assertRows;
import static dev.exodusii.mmap.ViewAssertions.assertSides;
import static dev.exodusii.mmap.ViewAssertions.assertSteps;
import static dev.exodusii.mmap.ViewAssertions.assertStored;
import static dev.exodusii.mmap.ViewAssertions.nodeNumbers;
import static dev.exodusii.mmap.ViewAssertions.row;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.Blob;
import dev.exodusii.Coordinates;
import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Element shapes and their sides, among them those that are in the file: polygons and polyhedra.
class TestdataTopologyTest {

    /// Each of these files has one element of each of many shapes and a side set on all sides of each. A distribution
    /// factor is the number of the node to which it belongs.
    private static final List<String> EVERY_SHAPE = List.of("wedge-pyramid-tet.e", "flat.e");

    @TestFactory
    Stream<DynamicTest> sidesHaveTheNodesThatTheirFactorsName() {
        return EVERY_SHAPE.stream().flatMap(name -> sideSetNames(name).stream()
                .map(set -> DynamicTest.dynamicTest(name + " " + set, () -> assertFactorsNameTheNodes(name, set))));
    }

    private static List<String> sideSetNames(String name) {
        try (ExodusFile file = Testdata.open(name)) {
            return file.sideSets().stream().map(SideSet::name).toList();
        }
    }

    private static void assertFactorsNameTheNodes(String name, String set) {
        try (ExodusFile file = Testdata.open(name)) {
            SideSet sides = file.sideSets().name(set);
            SideFaces faces = sides.faces();
            double[] nodes = LongStream.range(0, faces.size()).flatMap(i -> LongStream.of(nodeNumbers(faces, i)))
                    .asDoubleStream().toArray();

            assertEquals(faces.block(0).orElseThrow().topology().sideCount(), faces.size(), "sides");
            assertReals(sides.distributionFactors(), nodes);
            assertEquals(nodes.length, faces.totalNodeCount());
        }
    }

    @ParameterizedTest
    @CsvSource({"wedge-pyramid-tet.e, 23, 23", "flat.e, 9, 8"})
    void filesWithEveryShapeHaveOneElementOfEach(String name, int blocks, int sideSets) {
        try (ExodusFile file = Testdata.open(name)) {
            assertEquals(blocks, file.elementBlocks().size());
            assertEquals(sideSets, file.sideSets().size());
            for (ElementBlock block : file.elementBlocks()) {
                assertEquals(1, block.size(), block.name());
                assertEquals(block.nodesPerEntry(), block.topology().nodeCount(), block.name());
                assertReals(block.requireVariable("rank").step(0), 0.25 * (block.index() + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tet4", "tet10", "tetra14", "pyramid5", "pyramid13", "pyramid14", "wedge6", "wedge15",
        "wedge18", "wedge21", "hex8", "hex20", "hex27"})
    void sidesOfSolidsLookOutwards(String shape) {
        try (ExodusFile file = Testdata.open("wedge-pyramid-tet.e")) {
            ElementBlock block = file.elementBlocks().name(shape + "_block");
            SideFaces faces = file.sideSets().name("sides_of_" + shape).faces();
            double[] middle = middle(file.coordinates(), block.nodeIndexes().row(0).toArray());
            assertTrue(block.topology().isSolid());
            for (int side = 0; side < faces.size(); side++) {
                double[][] corners = new double[block.topology().sideCornerCount(side)][];
                for (int corner = 0; corner < corners.length; corner++) {
                    corners[corner] = place(file.coordinates(), faces.nodeIndex(side, corner));
                }
                double[] a = minus(corners[1], corners[0]);
                double[] b = minus(corners[2], corners[0]);
                double[] out = minus(corners[0], middle);

                assertTrue(out[0] * (a[1] * b[2] - a[2] * b[1]) + out[1] * (a[2] * b[0] - a[0] * b[2])
                        + out[2] * (a[0] * b[1] - a[1] * b[0]) > 0, "side " + side);
            }
        }
    }

    private static double[] middle(Coordinates coordinates, long[] nodes) {
        double[] sum = new double[3];
        for (long node : nodes) {
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += coordinates.axis(axis).get(node) / nodes.length;
            }
        }
        return sum;
    }

    private static double[] place(Coordinates coordinates, long node) {
        return new double[] {coordinates.x().get(node), coordinates.y().get(node), coordinates.z().get(node)};
    }

    private static double[] minus(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    @Test
    void planeAndSpatialTrianglesDifferInTheirSides() {
        try (ExodusFile plane = Testdata.open("flat.e"); ExodusFile space = Testdata.open("wedge-pyramid-tet.e")) {
            Topology flat = plane.elementBlocks().name("tri_block").topology();
            Topology spatial = space.elementBlocks().name("tri3_block").topology();

            assertEquals("TRI3", flat.name());
            assertEquals("TRI3", spatial.name());
            assertEquals(3, flat.sideCount());
            assertEquals(5, spatial.sideCount());
        }
    }

    @Test
    void shapesAreUnderstoodInTheSpellingsOfManyPrograms() {
        try (ExodusFile flat = Testdata.open("flat.e")) {
            assertEquals(List.of("TRI3", "TRI6", "TRI7", "QUAD4", "QUAD8", "QUAD9", "BAR2", "SHELLLINE2", "SPHERE"),
                    flat.elementBlocks().stream().map(block -> block.topology().name()).toList());
        }
    }

    @Nested
    class Polyhedra {

        private final ExodusFile file = Testdata.open("polyhedra.e");
        private final ElementBlock cells = file.elementBlocks().name("cells");
        private final ElementBlock floor = file.elementBlocks().name("floor");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void haveFacesThatCountThroughAllFaceBlocks() {
            assertEquals(Family.NFACED, cells.topology().family());
            assertRows(cells.polyhedra(), row(1, 2, 3, 4, 5, 6), row(6, 7, 8, 9, 10));
            assertIntegers(cells.polyhedra().lengths(), 6, 5);
        }

        @Test
        void shareTheirFacesWithTheirNeighbours() {
            assertEquals(10, file.faceCount());
            assertEquals(List.of(0L, 6L), file.faceBlocks().stream().map(FaceBlock::firstIndex).toList());
            assertRows(file.faceBlocks().name("quads").polygons(), row(1, 2, 6, 5), row(2, 3, 7, 6), row(3, 4, 8, 7),
                    row(1, 5, 8, 4), row(1, 4, 3, 2), row(5, 6, 7, 8));
            assertRows(file.faceBlocks().name("roof").connectivity(), row(5, 6, 9), row(6, 7, 9), row(7, 8, 9),
                    row(8, 5, 9));
        }

        @Test
        void haveNoConnectivityOfEqualRows() {
            assertTrue(cells.isJagged());
            assertEquals(0, cells.nodesPerEntry());
            assertEquals(Optional.empty(), cells.faceConnectivity());
            assertRefused(IllegalStateException.class, "element block 10 'cells' is of type NFACED: its entries differ"
                    + " in length; use polygons() or polyhedra()", cells::connectivity);
            assertRefused(IllegalStateException.class, "element block 10 'cells' is of type NFACED, not NSIDED",
                    cells::polygons);
            assertRefused(IllegalStateException.class, "element block 12 'floor' is of type NSIDED, not NFACED",
                    floor::polyhedra);
        }

        @Test
        void standBesidePolygonsOfAnyNumberOfNodes() {
            assertEquals(Family.NSIDED, floor.topology().family());
            assertRows(floor.polygons(), row(10, 11, 12, 13, 14), row(11, 15, 12), row(15, 16, 17, 12));
            assertRows(floor.polygons().plus(-1), row(9, 10, 11, 12, 13), row(10, 14, 11), row(14, 15, 16, 11));
        }

        @Test
        void canBeVisitedOneByOne() {
            List<String> visited = new ArrayList<>();

            floor.polygons().forEachRow((polygon, nodes) -> visited.add(polygon + " has " + nodes.size()));

            assertEquals(List.of("0 has 5", "1 has 3", "2 has 4"), visited);
        }

        @Test
        void haveTheirFacesAsSides() {
            SideSet walls = file.sideSets().name("walls");

            assertSides(walls.faces(), row(1, 2, 6, 5), row(1, 5, 8, 4), row(5, 6, 9), row(14, 10));
            assertFalse(walls.hasDistributionFactors());
            assertReals(walls.distributionFactors(), 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        }

        @Test
        void haveResultsAsAllElementsAndFacesDo() {
            assertStored(cells, "volume", "pressure");
            assertStored(floor, "pressure");
            assertSteps(cells.requireVariable("volume"), step(1, 0.25), step(1.125, 0.28125));
            assertSteps(floor.requireVariable("pressure"), step(90.5, 91.5, 92.5), step(93.5, 94.5, 95.5));
            assertReals(file.faceBlocks().id(31).requireVariable("flux").step(1), 2.75, 2.85, 2.95, 3.05);
            assertReals(file.faceBlocks().id(30).requireVariable("flux").history(5), 1.6, 2.6);
            assertEquals(List.of("flux"), file.variables(EntityKind.FACE_BLOCK).names());
        }
    }

    @Nested
    class BezierElements {

        private final ExodusFile file = Testdata.open("bezier.e");
        private final ElementBlock splines = file.elementBlocks().name("splines");

        @AfterEach
        void close() {
            file.close();
        }

        @Test
        void haveNoShapeThatIsInterpreted() {
            assertEquals(Family.BEZIER, splines.topology().family());
            assertEquals("BEX_HEX", splines.topology().name());
            assertEquals(0, splines.topology().sideCount());
            assertTrue(splines.topologyMatch().remark().orElseThrow().contains("BEX_HEX"));
        }

        @Test
        void haveRowsAsStoredWithNumbersThatAreNoNodes() {
            assertRows(splines.connectivity(), row(1, 2, 4, 5, 7, 8, 10, 11, 1, 2, 3, 4, 5, 6, 7, 8),
                    row(2, 3, 5, 6, 8, 9, 11, 12, 9, 10, 11, 12, 13, 14, 15, 16));
        }

        @Test
        void haveDegrees() {
            Attribute degrees = splines.metadata().getFirst();

            assertEquals(1, splines.metadata().size());
            assertEquals("bex_elem_degrees", degrees.name());
            IntegerView values = degrees.values().integers();
            assertIntegers(values, 1, 1, 1);
        }

        @Test
        void haveWeightsAtTheNodes() {
            assertEquals(List.of("bex_weight"), file.coordinates().attributes().names());
            assertReals(file.coordinates().attributes().attribute("bex_weight"), 1, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94,
                    0.93, 0.92, 0.91, 0.9, 0.89);
        }

        @Test
        void haveTheirCoefficientsInABlob() {
            Blob coefficients = file.blobs().name("bex_cv_blob");

            assertIds(file.blobs(), 1);
            assertEquals(128, coefficients.size());
            assertStored(coefficients, "bex_dense_cv_blocks");
            assertEquals(16, coefficients.requireVariable("bex_dense_cv_blocks").step(0).sum());
            assertReals(coefficients.requireVariable("bex_dense_cv_blocks").step(0).slice(62, 4), 0, 1, 1, 0);
            assertIntegers(coefficients.metadata().getFirst().values().integers(), 16, 8);
        }
    }
}
