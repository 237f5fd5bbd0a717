package dev.exodusii.surface;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.geometry.Point;
import java.nio.FloatBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A picker finds what looking at all triangles finds, wherever these are.
class SurfacePickerTest {

    private static final int SIZE = 9;

    private final Surface surface = TestMesh.cubes(SIZE, SIZE, SIZE).block("HEX8", TestMesh.hexes(SIZE, SIZE, SIZE)).surface();
    private final SurfacePicker picker = surface.picker();
    private final Random random = new Random(3);
    private int met;

    private float[] plain() {
        float[] positions = new float[3 * surface.nodeCount()];
        surface.values().copyPositions(positions);
        return positions;
    }

    private Point point(double from, double to) {
        return new Point(from + random.nextDouble() * (to - from), from + random.nextDouble() * (to - from),
                from + random.nextDouble() * (to - from));
    }

    private static Point between(Point from, Point to) {
        return new Point(to.x() - from.x(), to.y() - from.y(), to.z() - from.z());
    }

    private void requireSame(float[] positions, Point origin, Point direction) {
        var expected = surface.pick(positions, origin, direction);
        var found = picker.pick(origin, direction);
        met += expected.isPresent() ? 1 : 0;
        assertEquals(expected.map(SurfaceHit::triangle), found.map(SurfaceHit::triangle));
        assertEquals(expected.map(SurfaceHit::distance), found.map(SurfaceHit::distance));
        assertEquals(expected.map(SurfaceHit::node), found.map(SurfaceHit::node));
    }

    private void requireSameOfMany(float[] positions) {
        for (int i = 0; i < 500; i++) {
            Point origin = point(-SIZE, 2 * SIZE);
            requireSame(positions, origin, between(origin, point(-1, SIZE + 1)));
        }
    }

    @Test
    void undeformedMeshIsMet() {
        requireSameOfMany(plain());

        assertTrue(met > 100, () -> met + " rays meet anything");
    }

    @Test
    void raysAlongAxesThroughNodesAndEdgesMeetTheFirstOfTheTrianglesThere() {
        float[] positions = plain();
        for (int i = -1; i <= 2 * SIZE + 1; i++) {
            for (int j = -1; j <= 2 * SIZE + 1; j++) {
                requireSame(positions, new Point(i / 2.0, j / 2.0, -1), new Point(0, 0, 1));
                requireSame(positions, new Point(20, i / 2.0, j / 2.0), new Point(-2, 0, 0));
            }
        }
        assertTrue(met > 2 * SIZE * SIZE, () -> met + " rays meet anything");
    }

    @Test
    void deformedMeshIsMetWhereItIs() {
        for (double scale : new double[] {0.1, 3, 1e6}) {
            float[] positions = plain();
            for (int i = 0; i < positions.length; i++) {
                positions[i] += (float) (scale * random.nextGaussian());
            }
            picker.moveTo(positions);
            requireSameOfMany(positions);
        }
        assertTrue(met > 500, () -> met + " rays meet anything");
    }

    @Test
    void meshFarFromTheOriginIsMet() {
        float[] positions = plain();
        for (int i = 0; i < positions.length; i++) {
            positions[i] += 1e5f;
        }
        picker.moveTo(FloatBuffer.wrap(positions));
        for (int i = 0; i < 500; i++) {
            Point origin = point(1e5 - SIZE, 1e5 + 2 * SIZE);
            requireSame(positions, origin, between(origin, point(1e5, 1e5 + SIZE)));
        }
        assertTrue(met > 100, () -> met + " rays meet anything");
    }

    @Test
    void trianglesThatAreNowhereAreNotMet() {
        float[] positions = plain();
        for (int i = 0; i < positions.length; i += 7) {
            positions[i] = i % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY;
        }
        picker.moveTo(positions);
        requireSameOfMany(positions);

        assertTrue(met > 20, () -> met + " rays meet anything");
    }

    @Test
    void surfaceOfOneTriangleOrNoneIsNoTree() {
        Surface one = new TestMesh(new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 1})
                .block("TRI3", new int[] {1, 2, 3}).surface();
        Surface none = TestMesh.cubes(1, 1, 1).block("HEX8", TestMesh.hexes(1, 1, 1))
                .surface(SurfaceOptions.standard().onlyBlocks(_ -> false));

        assertAll(() -> assertEquals(0, one.picker().pick(new Point(0.2, 0.2, 5), new Point(0, 0, -1)).orElseThrow().triangle()),
                () -> assertTrue(none.picker().pick(new Point(0, 0, 0), new Point(1, 0, 0)).isEmpty()),
                () -> assertThrows(IndexOutOfBoundsException.class, () -> one.picker().moveTo(new float[8])),
                () -> assertThrows(IllegalArgumentException.class,
                        () -> one.picker().pick(new Point(0, 0, 0), new Point(0, 0, 0))));
    }
}
