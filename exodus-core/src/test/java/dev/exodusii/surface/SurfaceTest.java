package dev.exodusii.surface;

import static dev.exodusii.surface.TestMesh.ALONE;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.geometry.Point;
import dev.exodusii.parallel.Workers;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What is seen of a mesh.
class SurfaceTest {

    private static final SurfaceOptions ALL = SurfaceOptions.standard();

    private static int[] ints(IntBuffer buffer) {
        int[] values = new int[buffer.remaining()];
        buffer.duplicate().get(values);
        return values;
    }

    private static TestMesh twoBlocks() {
        int[][] hexes = TestMesh.hexes(2, 1, 1);
        return TestMesh.cubes(2, 1, 1).block("HEX8", hexes[0]).block("HEX8", hexes[1]);
    }

    @Test
    void surfaceOfACubeIsTwelveTrianglesThatLookOutwards() {
        Surface cube = TestMesh.cubes(1, 1, 1).block("HEX8", TestMesh.hexes(1, 1, 1)).surface();

        assertAll(() -> assertEquals(12, cube.triangleCount()), () -> assertEquals(8, cube.nodeCount()),
                () -> assertEquals(1, Shapes.volume(cube), 1e-12), () -> assertTrue(Shapes.isClosed(cube)));
    }

    @Test
    void facesBetweenElementsAreNotSeen() {
        Surface block = TestMesh.cubes(3, 3, 3).block("HEX8", TestMesh.hexes(3, 3, 3)).surface();

        assertAll(() -> assertEquals(54, block.faceCount()), () -> assertEquals(56, block.nodeCount()),
                () -> assertEquals(27, Shapes.volume(block), 1e-9), () -> assertTrue(Shapes.isClosed(block)));
    }

    @Test
    void nodesInsideOfTheMeshAreNotAmongThoseOfItsSurface() {
        Surface block = TestMesh.cubes(2, 2, 2).block("HEX8", TestMesh.hexes(2, 2, 2)).surface();

        assertFalse(Arrays.stream(ints(block.nodes())).anyMatch(node -> node == 13), "the node in the middle");
    }

    @Test
    void eachTriangleKnowsItsElementAndSide() {
        Surface two = twoBlocks().surface();
        int last = two.triangleFaces().get(two.triangleCount() - 1);

        assertEquals(new SurfaceFace(two.file(), last, 1, OptionalInt.of(5), two.file().elementBlocks().get(1),
                new int[] {7, 8, 11, 10}), two.face(last));
    }

    @Test
    void faceIsDescribedByNumbersIdsAndBlock() {
        SurfaceFace face = twoBlocks().surface().face(9);

        assertAll(() -> assertEquals(2, face.elementNumber()), () -> assertEquals(2, face.elementId()),
                () -> assertEquals(0, face.elementInBlock()),
                () -> assertArrayEquals(new long[] {8, 9, 12, 11}, face.nodeNumbers()),
                () -> assertEquals("element 2 side 6 of element block 11", face.toString()));
    }

    @Test
    void hidingABlockShowsTheFaceThatItCovered() {
        ExodusFile file = twoBlocks().open();
        MeshFaces faces = MeshFaces.of(file, ALONE);
        Surface first = faces.surface(ALL.onlyBlocks(block -> block.id() == 10), ALONE);

        assertAll(() -> assertEquals(10, faces.surface(ALL, ALONE).faceCount()),
                () -> assertEquals(6, first.faceCount()), () -> assertTrue(Shapes.isClosed(first)),
                () -> assertEquals(0, faces.surface(ALL.onlyBlocks(_ -> false), ALONE).faceCount()));
    }

    @Test
    void facesBetweenBlocksAreShownFromBothOnRequest() {
        Surface both = twoBlocks().surface(ALL.andInterfaces());

        assertAll(() -> assertEquals(12, both.faceCount()), () -> assertTrue(Shapes.isClosed(both)),
                () -> assertEquals(2, Shapes.volume(both), 1e-12));
    }

    @Test
    void facesInsideOfABlockAreNoInterfaces() {
        Surface one = TestMesh.cubes(2, 1, 1).block("HEX8", TestMesh.hexes(2, 1, 1)).surface(ALL.andInterfaces());

        assertEquals(10, one.faceCount());
    }

    @Test
    void faceOfThreeElementsIsSeenWhenOneOfThemIsLeft() {
        int[] hex = TestMesh.hexes(1, 1, 1)[0];
        MeshFaces faces = TestMesh.cubes(1, 1, 1).block("HEX8", hex, hex).block("HEX8", hex).faces();

        assertAll(() -> assertEquals(0, faces.outerFaceCount()),
                () -> assertEquals(0, faces.surface(ALL.onlyBlocks(block -> block.id() == 10), ALONE).faceCount()),
                () -> assertEquals(6, faces.surface(ALL.onlyBlocks(block -> block.id() == 11), ALONE).faceCount()));
    }

    @Test
    void wedgesPyramidsAndTetrahedraCoverEachOthersFaces() {
        // A cube, a pyramid on top of it, a wedge beside it, and a tetrahedron on the pyramid.
        Surface mixed = new TestMesh(new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1},
            {1, 1, 1}, {0, 1, 1}, {0.5, 0.5, 2}, {2, 0, 0.5}, {2, 1, 0.5}, {0.5, -1, 2}})
                .block("HEX8", new int[] {1, 2, 3, 4, 5, 6, 7, 8}).block("PYRAMID5", new int[] {5, 6, 7, 8, 9})
                .block("WEDGE6", new int[] {2, 6, 10, 3, 7, 11}).block("TET4", new int[] {5, 12, 6, 9}).surface();

        assertAll(() -> assertEquals(4 + 3 + 4 + 3, mixed.faceCount()), () -> assertTrue(Shapes.isClosed(mixed)),
                () -> assertEquals(1 + 1.0 / 3 + 0.5 + 0.25, Shapes.volume(mixed), 1e-6));
    }

    @Test
    void cornersNamedTwiceMakeATriangleThatATriangleCovers() {
        // A wedge stored as a hexahedron: its fourth side is no face, two others are triangles.
        TestMesh mesh = new TestMesh(new double[][] {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 1}, {0, 1, 1},
            {0, 0, 2}}).block("HEX8", new int[] {1, 2, 3, 3, 4, 5, 6, 6}).block("TET4", new int[] {4, 5, 6, 7});
        Surface surface = mesh.surface();

        assertAll(() -> assertEquals(4 + 3, surface.faceCount()), () -> assertTrue(Shapes.isClosed(surface)),
                () -> assertEquals(0.5 + 1.0 / 6, Shapes.volume(surface), 1e-6));
    }

    @Test
    void sidesWithNodesThatDoNotExistAreLeftOut() {
        int[][] hexes = TestMesh.hexes(2, 1, 1);
        hexes[1][1] = 1_000_000;
        hexes[1][2] = -7;
        Surface surface = TestMesh.cubes(2, 1, 1).block("HEX8", hexes).surface();

        assertAll(() -> assertEquals(6, surface.faceCount()),
                () -> assertTrue(Arrays.stream(ints(surface.nodes())).allMatch(node -> node >= 0 && node < 12)));
    }

    @Test
    void midSideNodesThatDoNotExistAreLeftOutOfTheFace() {
        int[] nodes = {1, 2, 3, 4, 99, 5};
        Surface surface = new TestMesh(new double[][] {{0, 0}, {1, 0}, {0, 1}, {0.5, 0}, {0, 0.5}})
                .block("TRI6", nodes).surface(ALL.andMidSideNodes());

        assertAll(() -> assertArrayEquals(new int[] {0, 3, 1, 2, 4}, ints(surface.faceNodes(0))),
                () -> assertEquals(3, surface.triangleCount()), () -> assertEquals(0.5, Shapes.area(surface), 1e-6));
    }

    @Test
    void blocksWithoutAShapeAreListedAsSkipped() {
        MeshFaces faces = TestMesh.cubes(1, 1, 1).block("FOO", new int[] {1, 2, 3, 4, 5})
                .block("HEX8", TestMesh.hexes(1, 1, 1)).faces();

        assertAll(() -> assertEquals(List.of(10L), faces.skippedBlocks().stream().map(s -> s.block().id()).toList()),
                () -> assertEquals("elements of type FOO have no shape that is known",
                        faces.skippedBlocks().getFirst().reason()),
                () -> assertEquals(6, faces.surface(ALL, ALONE).faceCount()));
    }

    @Test
    void shellsAreShownAsTheyAre() {
        Surface shells = new TestMesh(new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {2, 0, 0}, {2, 1, 1}})
                .block("SHELL4", new int[] {1, 2, 3, 4}).block("TRI3", new int[] {2, 5, 3}).surface();

        assertAll(() -> assertEquals(3, shells.triangleCount()), () -> assertEquals(0, shells.faceSide(0)),
                () -> assertEquals(0, shells.faceSide(1)),
                () -> assertArrayEquals(new int[] {0, 1, 2, 0, 2, 3, 1, 4, 2}, ints(shells.triangles())));
    }

    @Test
    void planeElementsHaveNoSide() {
        Surface plane = new TestMesh(new double[][] {{0, 0}, {1, 0}, {1, 1}, {0, 1}})
                .block("QUAD4", new int[] {1, 2, 3, 4}).surface();

        assertAll(() -> assertEquals(Surface.NO_SIDE, plane.faceSide(0)),
                () -> assertEquals(OptionalInt.empty(), plane.face(0).sideIndex()));
    }

    @Test
    void beamsAreLinesAndSpheresArePoints() {
        Surface surface = new TestMesh(new double[][] {{0, 0, 0}, {2, 0, 0}, {1, 0, 0}, {5, 5, 5}})
                .block("BEAM3", new int[] {1, 2, 3}).block("SPHERE", new int[] {4}).surface();
        Surface fine = new TestMesh(new double[][] {{0, 0, 0}, {2, 0, 0}, {1, 0, 0}})
                .block("TRUSS3", new int[] {1, 2, 3}).surface(ALL.andMidSideNodes());

        assertAll(() -> assertArrayEquals(new int[] {0, 1}, ints(surface.lines())),
                () -> assertArrayEquals(new int[] {2}, ints(surface.points())),
                () -> assertEquals(1, surface.pointElement(0)), () -> assertEquals(3, surface.nodeCount()),
                () -> assertArrayEquals(new int[] {0, 2, 2, 1}, ints(fine.lines())),
                () -> assertEquals(0, fine.lineElement(1)));
    }

    @Test
    void concavePolygonIsCutInside() {
        // A U: its area comes out only if no triangle lies in the gap.
        Surface polygon = new TestMesh(new double[][] {{0, 0}, {3, 0}, {3, 3}, {2, 3}, {2, 1}, {1, 1}, {1, 3}, {0, 3}})
                .block("nsided", new int[] {1, 2, 3, 4, 5, 6, 7, 8}).surface();

        assertAll(() -> assertEquals(6, polygon.triangleCount()),
                () -> assertEquals(7, Shapes.area(polygon), 1e-6));
    }

    @Test
    void concaveQuadrilateralIsCutThroughItsInnerCorner() {
        Surface dart = new TestMesh(new double[][] {{0, 0}, {4, 0}, {1, 1}, {0, 4}})
                .block("QUAD4", new int[] {1, 2, 3, 4}).surface();
        Surface turned = new TestMesh(new double[][] {{0, 0}, {4, 0}, {1, 1}, {0, 4}})
                .block("QUAD4", new int[] {2, 3, 4, 1}).surface();

        assertAll(() -> assertEquals(4, Shapes.area(dart), 1e-6), () -> assertEquals(4, Shapes.area(turned), 1e-6));
    }

    @Test
    void quadrilateralIsCutAlongItsShorterDiagonal() {
        Surface kite = new TestMesh(new double[][] {{0, 0}, {2, -1}, {4, 0}, {2, 1}})
                .block("QUAD4", new int[] {1, 2, 3, 4}).surface();

        assertArrayEquals(new int[] {0, 1, 3, 1, 2, 3}, ints(kite.triangles()));
    }

    private static TestMesh polyhedra() {
        TestMesh mesh = TestMesh.cubes(2, 1, 1);
        // Faces of two cubes, some of them inwards; the fourth is between them.
        return mesh.face(1, 2, 5, 4).face(7, 8, 11, 10).face(1, 2, 8, 7).face(2, 5, 11, 8).face(4, 5, 11, 10)
                .face(1, 4, 10, 7).face(2, 3, 6, 5).face(8, 9, 12, 11).face(2, 3, 9, 8).face(3, 6, 12, 9).face(5, 6, 12, 11)
                .block("nfaced", new int[] {1, 2, 3, 4, 5, 6}).block("nfaced", new int[] {7, 8, 9, 10, 11, 4});
    }

    @Test
    void facesOfPolyhedraAreTurnedOutwards() {
        Surface surface = polyhedra().surface();

        assertAll(() -> assertEquals(10, surface.faceCount()), () -> assertTrue(Shapes.isClosed(surface)),
                () -> assertEquals(2, Shapes.volume(surface), 1e-12));
    }

    @Test
    void faceBetweenPolyhedraIsTurnedAwayFromTheOneThatIsShown() {
        Surface second = polyhedra().surface(ALL.onlyBlocks(block -> block.id() == 11));

        assertAll(() -> assertEquals(6, second.faceCount()), () -> assertEquals(5, second.faceSide(5)),
                () -> assertEquals(1, Shapes.volume(second), 1e-12), () -> assertTrue(Shapes.isClosed(second)));
    }

    @Test
    void polyhedraOfFacesWithMidSideNodesShowTheirCorners() {
        Surface surface = TestMesh.cubes(2, 2, 2).face(1, 3, 9, 7, 2, 6, 8, 4).face(19, 21, 27, 25, 20, 24, 26, 22)
                .face(1, 3, 21, 19, 2, 12, 20, 10).face(7, 9, 27, 25, 8, 18, 26, 16).face(1, 7, 25, 19, 4, 16, 22, 10)
                .face(3, 9, 27, 21, 6, 18, 24, 12).facesAre("QUAD8").block("nfaced", new int[] {1, 2, 3, 4, 5, 6}).surface();

        assertAll(() -> assertEquals(8, surface.nodeCount()), () -> assertTrue(Shapes.isClosed(surface)),
                () -> assertEquals(8, Shapes.volume(surface), 1e-12));
    }

    @Test
    void polyhedraWithFacesThatDoNotExistShowTheOthers() {
        Surface surface = TestMesh.cubes(1, 1, 1).face(1, 2, 4, 3).face(1, 2, 6, 99).face(5, 6)
                .block("nfaced", new int[] {1, 2, 3, 44, -1}).surface();

        assertEquals(1, surface.faceCount());
    }

    @Test
    void sidesOfPolyhedraInSetsLookOutOfTheirElement() {
        ExodusFile file = polyhedra().sideSet(new int[][] {{1, 1}, {2, 6}, {2, 7}}).open();
        Surface surface = MeshFaces.of(file, ALONE).sideSet(file.sideSets().get(0), ALL, ALONE);

        assertAll(() -> assertEquals(2, surface.faceCount()),
                () -> assertArrayEquals(new int[] {0, 3, 4, 1}, surface.face(0).nodeIndexes()),
                () -> assertArrayEquals(new int[] {1, 7, 10, 4}, surface.face(1).nodeIndexes()),
                () -> assertEquals(5, surface.faceSide(1)), () -> assertEquals(1, surface.faceEntry(1)));
    }

    @Test
    void anElementSetOfPolyhedraIsClosed() {
        ExodusFile file = polyhedra().elementSet(2).open();
        Surface surface = MeshFaces.of(file, ALONE).elementSet(file.elementSets().get(0), ALL, ALONE);

        assertAll(() -> assertTrue(Shapes.isClosed(surface)), () -> assertEquals(1, Shapes.volume(surface), 1e-12));
    }

    @Test
    void sideSetShowsItsSidesInTheOrderOfItsEntries() {
        ExodusFile file = TestMesh.cubes(2, 1, 1).block("HEX8", TestMesh.hexes(2, 1, 1))
                .sideSet(new int[][] {{2, 6}, {1, 2}, {9, 1}, {1, 7}, {0, 0}}).open();
        Surface surface = MeshFaces.of(file, ALONE).sideSet(file.sideSets().get(0), ALL, ALONE);

        assertAll(() -> assertEquals(2, surface.faceCount()), () -> assertEquals(0, surface.faceEntry(0)),
                () -> assertEquals(1, surface.faceEntry(1)), () -> assertEquals(1, surface.faceElement(0)),
                () -> assertArrayEquals(new int[] {1, 4, 10, 7}, surface.face(1).nodeIndexes()));
    }

    @Test
    void edgesAndEndsInSideSetsAreLinesAndPoints() {
        ExodusFile file = new TestMesh(new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}, {0, 1, 0}})
                .block("SHELL4", new int[] {1, 2, 3, 4}).block("TRUSS2", new int[] {1, 3})
                .sideSet(new int[][] {{1, 3}, {1, 2}, {2, 2}}).open();
        Surface surface = MeshFaces.of(file, ALONE).sideSet(file.sideSets().get(0), ALL, ALONE);

        assertAll(() -> assertArrayEquals(new int[] {0, 1}, ints(surface.lines())),
                () -> assertEquals(2, surface.lineSide(0)), () -> assertEquals(1, surface.faceSide(0)),
                () -> assertArrayEquals(new int[] {0, 3, 2, 1}, ints(surface.faceNodes(0))),
                () -> assertArrayEquals(new int[] {2}, ints(surface.points())),
                () -> assertEquals(2, surface.pointEntry(0)));
    }

    @Test
    void elementSetIsShownAsIfThereWereNoOtherElements() {
        ExodusFile file = TestMesh.cubes(3, 1, 1).block("HEX8", TestMesh.hexes(3, 1, 1))
                .elementSet(3, 2, 2, 77, 0).open();
        Surface surface = MeshFaces.of(file, ALONE).elementSet(file.elementSets().get(0), ALL, ALONE);

        assertAll(() -> assertEquals(10, surface.faceCount()), () -> assertTrue(Shapes.isClosed(surface)),
                () -> assertEquals(2, Shapes.volume(surface), 1e-6), () -> assertEquals(1, surface.faceElement(0)),
                () -> assertEquals(1, surface.faceEntry(0)), () -> assertEquals(0, surface.faceEntry(9)));
    }

    @Test
    void wireframeOfFacesHasNoDiagonals() {
        assertEquals(12, TestMesh.cubes(1, 1, 1).block("HEX8", TestMesh.hexes(1, 1, 1)).surface().elementEdges()
                .remaining() / 2);
    }

    @Test
    void featureEdgesAreSharpOnesAndThoseBetweenBlocks() {
        Surface two = twoBlocks().surface();
        Surface one = TestMesh.cubes(2, 1, 1).block("HEX8", TestMesh.hexes(2, 1, 1)).surface();

        assertAll(() -> assertEquals(20, two.elementEdges().remaining() / 2),
                () -> assertEquals(20, two.featureEdges(30).remaining() / 2),
                () -> assertEquals(16, one.featureEdges(30).remaining() / 2),
                () -> assertEquals(0, one.featureEdges(120).remaining() / 2));
    }

    @Test
    void shellsOnTheFacesOfSolidsAddNoFeatureEdges() {
        Surface covered = TestMesh.cubes(2, 1, 1).block("HEX8", TestMesh.hexes(2, 1, 1))
                .block("SHELL4", new int[][] {{7, 8, 11, 10}, {8, 9, 12, 11}}).surface();

        assertEquals(16, covered.featureEdges(30).remaining() / 2);
    }

    @Test
    void edgesOfOneFaceAreFeatures() {
        Surface plane = new TestMesh(new double[][] {{0, 0}, {1, 0}, {2, 0}, {0, 1}, {1, 1}, {2, 1}})
                .block("QUAD4", new int[][] {{1, 2, 5, 4}, {2, 3, 6, 5}}).surface();

        assertAll(() -> assertEquals(7, plane.elementEdges().remaining() / 2),
                () -> assertEquals(6, plane.featureEdges(30).remaining() / 2));
    }

    @Test
    void rayMeetsTheNearestTriangle() {
        Surface block = TestMesh.cubes(2, 2, 2).block("HEX8", TestMesh.hexes(2, 2, 2)).surface();
        SurfaceHit hit = block.pick(Shapes.positions(block), new Point(0.25, 0.6, 9), new Point(0, 0, -3)).orElseThrow();

        assertAll(() -> assertEquals(7, hit.distance(), 1e-6), () -> assertEquals(new Point(0.25, 0.6, 2), hit.point()),
                () -> assertEquals(4, hit.face().elementIndex()), () -> assertEquals(21, hit.node()),
                () -> assertEquals(OptionalInt.of(5), hit.face().sideIndex()));
    }

    @Test
    void rayThatPassesMeetsNothing() {
        Surface block = TestMesh.cubes(1, 1, 1).block("HEX8", TestMesh.hexes(1, 1, 1)).surface();
        float[] positions = Shapes.positions(block);

        assertAll(() -> assertTrue(block.pick(positions, new Point(2, 2, 9), new Point(0, 0, -1)).isEmpty()),
                () -> assertTrue(block.pick(positions, new Point(0.5, 0.5, 9), new Point(0, 0, 1)).isEmpty()),
                () -> assertThrows(IllegalArgumentException.class,
                        () -> block.pick(positions, new Point(0, 0, 0), new Point(0, 0, 0))));
    }

    @Test
    void surfaceDoesNotDependOnTheNumberOfThreads() {
        TestMesh mesh = TestMesh.cubes(40, 40, 40);
        int[][] hexes = TestMesh.hexes(40, 40, 40);
        ExodusFile file = mesh.block("HEX8", Arrays.copyOf(hexes, 30_000))
                .block("HEX8", Arrays.copyOfRange(hexes, 30_000, hexes.length)).open();
        Surface alone = MeshFaces.of(file, ALONE).surface(ALL.andInterfaces(), ALONE);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Workers four = Workers.of(threads, 4);
            Surface together = MeshFaces.of(file, four).surface(ALL.andInterfaces(), four);

            assertAll(() -> assertEquals(alone.triangles(), together.triangles()),
                    () -> assertEquals(alone.nodes(), together.nodes()),
                    () -> assertEquals(alone.triangleFaces(), together.triangleFaces()),
                    () -> assertEquals(64_000, Shapes.volume(together), 1e-3));
        }
    }

    @Test
    void elementsInAnyOrderHaveTheSameSurface() {
        int[][] hexes = TestMesh.hexes(20, 20, 20);
        java.util.Collections.shuffle(Arrays.asList(hexes), new java.util.Random(1));
        Surface surface = TestMesh.cubes(20, 20, 20).block("HEX8", hexes).surface();

        assertAll(() -> assertEquals(2400, surface.faceCount()), () -> assertTrue(Shapes.isClosed(surface)),
                () -> assertEquals(8000, Shapes.volume(surface), 1e-3));
    }

    @Test
    void manyFacesAtOneNodeAreFoundApart() {
        // A fan: all tetrahedra share the edge from node 1 to node 2.
        int n = 5000;
        double[][] nodes = new double[n + 2][];
        int[][] tets = new int[n][];
        nodes[0] = new double[] {0, 0, 0};
        nodes[1] = new double[] {0, 0, 1};
        for (int i = 0; i < n; i++) {
            nodes[i + 2] = new double[] {Math.cos(2 * Math.PI * i / n), Math.sin(2 * Math.PI * i / n), 0};
            tets[i] = new int[] {1, i + 3, (i + 1) % n + 3, 2};
        }
        Surface fan = new TestMesh(nodes).block("TET4", tets).surface();

        assertAll(() -> assertEquals(2 * n, fan.faceCount()), () -> assertTrue(Shapes.isClosed(fan)),
                () -> assertEquals(Math.PI / 3, Shapes.volume(fan), 1e-4));
    }

    @Test
    void workThatIsStoppedThrows() {
        ExodusFile file = TestMesh.cubes(10, 10, 10).block("HEX8", TestMesh.hexes(10, 10, 10)).open();

        assertThrows(CancellationException.class, () -> MeshFaces.of(file, ALONE.stoppedBy(() -> true)));
    }

    @Test
    void progressIsToldInBytesOfConnectivity() {
        AtomicLong bytes = new AtomicLong();
        ExodusFile file = TestMesh.cubes(10, 10, 10).block("HEX8", TestMesh.hexes(10, 10, 10)).open();
        MeshFaces.of(file, ALONE.watchedBy(bytes::addAndGet));

        assertEquals(32_000, bytes.get());
    }

    @Test
    void unknownElementVariablesAreNamedWithSimilarOnes() {
        ExodusFile file = twoBlocks().elementValues(new double[] {1}, new double[0]).open();

        assertTrue(assertThrows(NoSuchElementException.class, () -> ElementValues.of(file, "f", 0)).getMessage()
                .startsWith("no element variable is called 'f'"));
    }
}
