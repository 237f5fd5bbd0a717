package dev.exodusii.surface;

import static dev.exodusii.surface.TestMesh.ALONE;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.exodusii.ExodusFile;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values of a step on a surface, and normals.
class SurfaceValuesTest {

    private static final int SIZE = 30;

    private final ExodusFile file = file();
    private final Surface surface = MeshFaces.of(file, ALONE).surface(SurfaceOptions.standard(), ALONE);
    private final SurfaceValues values = surface.values();
    private final VectorView vectors = VectorView.of(file.nodal("v_x").step(0), file.nodal("v_y").step(0),
            file.nodal("v_z").step(0));

    private static ExodusFile file() {
        int[][] hexes = TestMesh.hexes(SIZE, 2, 2);
        double[] nodal = new double[(SIZE + 1) * 9];
        for (int i = 0; i < nodal.length; i++) {
            nodal[i] = Math.sin(i) / 3;
        }
        int half = hexes.length / 2;
        double[] element = new double[half];
        for (int i = 0; i < half; i++) {
            element[i] = 1.0 / (i + 3);
        }
        return TestMesh.cubes(SIZE, 2, 2).block("HEX8", java.util.Arrays.copyOf(hexes, half))
                .block("HEX8", java.util.Arrays.copyOfRange(hexes, half, hexes.length)).nodalValues(nodal)
                .elementValues(element, new double[0]).sideSet(new int[][] {{1, 4}, {3, 1}, {2, 1}})
                .sideValues(0.1, 0.2, 0.3).open();
    }

    @Test
    void nodalValuesAreFloatsOfTheDoublesAtTheSurfacesNodes() {
        RealView view = file.nodal("v_y").step(0);
        float[] copied = new float[surface.nodeCount()];
        float[] expected = new float[surface.nodeCount()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) view.get(surface.nodes().get(i));
        }
        values.copyNodal(view, copied);

        assertArrayEquals(expected, copied);
    }

    @Test
    void magnitudesAreThoseOfTheVectorView() {
        float[] copied = new float[surface.nodeCount()];
        float[] expected = new float[surface.nodeCount()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) vectors.magnitude(surface.nodes().get(i));
        }
        values.copyMagnitudes(vectors, copied);

        assertArrayEquals(expected, copied);
    }

    @Test
    void displacedPositionsAreRoundedOnce() {
        float[] all = new float[3 * Math.toIntExact(file.nodeCount())];
        file.coordinates().vectors().copyDisplacedTo(vectors, 0.7, all);
        float[] copied = new float[3 * surface.nodeCount()];
        values.copyDisplaced(vectors, 0.7, copied);

        assertArrayEquals(ofSurface(all), copied);
    }

    @Test
    void vectorsAndPositionsAreInterleaved() {
        float[] allVectors = new float[3 * Math.toIntExact(file.nodeCount())];
        vectors.copyInterleavedTo(allVectors);
        float[] allPositions = new float[allVectors.length];
        file.coordinates().copyInterleavedTo(allPositions);
        float[] copiedVectors = new float[3 * surface.nodeCount()];
        float[] copiedPositions = new float[3 * surface.nodeCount()];
        values.copyVectors(vectors, copiedVectors);
        values.copyPositions(copiedPositions);

        assertAll(() -> assertArrayEquals(ofSurface(allVectors), copiedVectors),
                () -> assertArrayEquals(ofSurface(allPositions), copiedPositions));
    }

    private float[] ofSurface(float[] all) {
        float[] expected = new float[3 * surface.nodeCount()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = all[3 * surface.nodes().get(i / 3) + i % 3];
        }
        return expected;
    }

    @Test
    void displacementOfTwoComponentsLeavesTheThirdAxis() {
        float[] plain = Shapes.positions(surface);
        float[] copied = new float[plain.length];
        values.copyDisplaced(VectorView.of(vectors.component(0), vectors.component(1)), 2, copied);

        assertAll(() -> assertEquals(plain[2], copied[2]), () -> assertEquals(plain[5], copied[5]));
    }

    @Test
    void planeMeshDisplacedInThreeDirectionsRises() {
        ExodusFile plane = new TestMesh(new double[][] {{0, 0}, {1, 0}, {0, 1}}).block("TRI3", new int[] {1, 2, 3})
                .nodalValues(1, 2, 3).open();
        float[] copied = new float[9];
        MeshFaces.of(plane, ALONE).surface(SurfaceOptions.standard(), ALONE).values().copyDisplaced(
                VectorView.of(plane.nodal("v_x").step(0), plane.nodal("v_y").step(0), plane.nodal("v_z").step(0)), 0.5,
                copied);

        assertArrayEquals(new float[] {0.5f, 1, 1.5f, 2, 2, 3, 1.5f, 4, 4.5f}, copied);
    }

    @Test
    void elementValuesAreOfTheTrianglesElementAndNanWhereTheyAreNotStored() {
        RealView view = file.elementBlocks().get(0).requireVariable("e").step(0);
        float[] copied = new float[surface.triangleCount()];
        float[] expected = new float[surface.triangleCount()];
        for (int i = 0; i < expected.length; i++) {
            int element = surface.faceElement(surface.triangleFaces().get(i));
            expected[i] = element < view.size() ? (float) view.get(element) : Float.NaN;
        }
        values.copyElements(ElementValues.of(file, "e", 0), Primitive.TRIANGLE, copied);

        assertArrayEquals(expected, copied);
    }

    @Test
    void lengthsOfElementVectorsAreValuesToo() {
        ElementValues lengths = ElementValues.magnitudes(file, List.of("e", "e"), 0);
        float[] copied = new float[surface.triangleCount()];
        values.copyElements(lengths, Primitive.TRIANGLE, copied);

        assertAll(() -> assertEquals((float) lengths.get(0, surface.faceElement(0)), copied[0]),
                () -> assertEquals(Math.sqrt(2) / 3, lengths.get(0, 0), 1e-15),
                () -> assertEquals(Double.NaN, lengths.get(1, 0)));
    }

    @Test
    void valuesOfASideSetFollowItsEntries() {
        Surface sides = MeshFaces.of(file, ALONE).sideSet(file.sideSets().get(0), SurfaceOptions.standard(), ALONE);
        float[] copied = new float[6];
        sides.values().copyEntries(file.sideSets().get(0).requireVariable("s").step(0), Primitive.TRIANGLE, copied);

        assertArrayEquals(new float[] {0.1f, 0.1f, 0.2f, 0.2f, 0.3f, 0.3f}, copied);
    }

    @Test
    void lengthsOfVectorsOfASideSetFollowItsEntries() {
        Surface sides = MeshFaces.of(file, ALONE).sideSet(file.sideSets().get(0), SurfaceOptions.standard(), ALONE);
        RealView s = file.sideSets().get(0).requireVariable("s").step(0);
        float[] copied = new float[6];
        FloatBuffer buffer = FloatBuffer.allocate(6);
        sides.values().copyEntryMagnitudes(VectorView.of(s, s), Primitive.TRIANGLE, copied);
        sides.values().copyEntryMagnitudes(VectorView.of(s, s), Primitive.TRIANGLE, buffer);

        float root = (float) Math.sqrt(2);
        assertArrayEquals(new float[] {0.1f * root, 0.1f * root, 0.2f * root, 0.2f * root, 0.3f * root, 0.3f * root}, copied,
                1e-7f);
        assertArrayEquals(copied, buffer.array());
    }

    @Test
    void surfaceWithoutASetHasNoValuesOfEntries() {
        RealView view = file.sideSets().get(0).requireVariable("s").step(0);
        float[] room = new float[surface.triangleCount()];

        assertEquals("the surface was not made from a set", assertThrows(IllegalArgumentException.class,
                () -> values.copyEntries(view, Primitive.TRIANGLE, room)).getMessage());
    }

    @Test
    void buffersAndMemoryGetWhatArraysGet() {
        float[] expected = new float[3 * surface.nodeCount()];
        values.copyDisplaced(vectors, 3, expected);
        FloatBuffer direct = ByteBuffer.allocateDirect(Float.BYTES * (expected.length + 2)).order(ByteOrder.nativeOrder())
                .asFloatBuffer().position(2);
        FloatBuffer heap = FloatBuffer.allocate(expected.length + 1).position(1);
        values.copyDisplaced(vectors, 3, direct);
        values.copyDisplaced(vectors, 3, heap);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate((long) Float.BYTES * expected.length);
            values.copyDisplaced(vectors, 3, memory);

            assertAll(() -> assertEquals(FloatBuffer.wrap(expected), direct.position(2)),
                    () -> assertEquals(FloatBuffer.wrap(expected), heap.position(1)),
                    () -> assertArrayEquals(expected, memory.toArray(ValueLayout.JAVA_FLOAT)));
        }
    }

    @Test
    void bufferIsMovedBehindWhatWasCopied() {
        FloatBuffer buffer = FloatBuffer.allocate(surface.nodeCount() + 5).position(2);
        values.copyNodal(vectors.component(0), buffer);

        assertEquals(surface.nodeCount() + 2, buffer.position());
    }

    @Test
    void tooLittleRoomIsRefused() {
        RealView view = vectors.component(0);

        assertAll(() -> assertThrows(IndexOutOfBoundsException.class, () -> values.copyNodal(view, new float[3])),
                () -> assertThrows(BufferOverflowException.class,
                        () -> values.copyNodal(view, FloatBuffer.allocate(3))),
                () -> assertThrows(IndexOutOfBoundsException.class,
                        () -> values.copyNodal(view, MemorySegment.ofArray(new byte[12]))));
    }

    @Test
    void valuesOfAnotherMeshAreRefused() {
        assertEquals("5 values for the 279 nodes of the mesh", assertThrows(IllegalArgumentException.class,
                () -> values.copyNodal(vectors.component(0).slice(0, 5), new float[1000])).getMessage());
    }

    @Test
    void onlyThePagesOfTheSurfacesNodesAreAnnounced() {
        int n = 40_000;
        double[][] nodes = new double[n][];
        double[] nodal = new double[n];
        for (int i = 0; i < n; i++) {
            nodes[i] = new double[] {i, i % 2, 0};
        }
        ExodusFile far = new TestMesh(nodes).block("TRI3", new int[] {1, 2, 3}, new int[] {n - 2, n - 1, n})
                .nodalValues(nodal).open();
        RealView view = far.nodal("v_x").step(0);
        long[] announced = new long[2];
        MeshFaces.of(far, ALONE).surface(SurfaceOptions.standard(), ALONE).values().announceNodal(view,
                (_, bytes) -> {
                    announced[0]++;
                    announced[1] += bytes;
                });

        assertArrayEquals(new long[] {2, 48}, announced);
    }

    @Test
    void valuesOfTheSurfacesElementsAreAnnounced() {
        long[] announced = new long[1];
        values.announceElements(ElementValues.of(file, "e", 0), (_, bytes) -> announced[0] += bytes);

        assertEquals(8L * SIZE * 2, announced[0]);
    }

    @Test
    void flatNormalsPointOutwards() {
        Surface cube = TestMesh.cubes(1, 1, 1).block("HEX8", TestMesh.hexes(1, 1, 1)).surface();
        float[] normals = new float[3 * cube.triangleCount()];
        cube.normals().copyFlat(Shapes.positions(cube), normals);

        assertAll(() -> assertArrayEquals(new float[] {0, -1, 0}, java.util.Arrays.copyOf(normals, 3)),
                () -> assertArrayEquals(new float[] {0, 0, 1}, java.util.Arrays.copyOfRange(normals, 33, 36)));
    }

    @Test
    void normalsAreSmoothBelowTheFeatureAngleAndSharpAboveIt() {
        // A roof: two squares that meet at 90 degrees.
        Surface roof = new TestMesh(new double[][] {{0, 0, 0}, {1, 0, 1}, {2, 0, 0}, {0, 1, 0}, {1, 1, 1}, {2, 1, 0}})
                .block("SHELL4", new int[] {1, 2, 5, 4}, new int[] {2, 3, 6, 5}).surface();
        float[] positions = Shapes.positions(roof);
        float[] sharp = new float[9 * roof.triangleCount()];
        float[] smooth = new float[9 * roof.triangleCount()];
        float[] flat = new float[3 * roof.triangleCount()];
        float[] nodal = new float[3 * roof.nodeCount()];
        roof.normals().copySmooth(positions, 80, sharp);
        roof.normals().copySmooth(positions, 100, smooth);
        roof.normals().copyFlat(positions, flat);
        roof.normals().copyNodal(positions, nodal);
        // The second corner of the first triangle is on the ridge.
        assertAll(() -> assertArrayEquals(java.util.Arrays.copyOf(flat, 3), java.util.Arrays.copyOfRange(sharp, 3, 6)),
                () -> assertEquals((float) -Math.sqrt(0.5), flat[0], 1e-6f),
                () -> assertEquals(nodal[3], smooth[3], 1e-6f), () -> assertEquals(nodal[5], smooth[5], 1e-6f),
                () -> assertEquals(flat[0], smooth[0], 1e-6f));
    }

    @Test
    void triangleWithoutAnAreaHasNoNormal() {
        Surface line = new TestMesh(new double[][] {{0, 0}, {1, 0}, {2, 0}}).block("TRI3", new int[] {1, 2, 3}).surface();
        float[] normals = {9, 9, 9};
        line.normals().copyFlat(Shapes.positions(line), normals);

        assertArrayEquals(new float[3], normals);
    }
}
