package dev.exodusii.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a cache hands out, and when it is the same.
class StepCacheTest {

    private static final Path PLATE = Path.of(System.getProperty("exodus.testdata"), "plate.e");

    private final StepCache cache = StepCache.ofBytes(1 << 20);
    private ExodusFile file;
    private TimeSeries temperature;
    private VectorView points;
    private VectorView displacement;

    @BeforeEach
    void open() throws IOException {
        file = Exodus.open(PLATE);
        temperature = file.nodal("temperature");
        points = file.coordinates().vectors();
        displacement = displacement(4);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private VectorView displacement(long step) {
        return VectorView.of(file.nodal("disp_x").step(step), file.nodal("disp_y").step(step),
                file.nodal("disp_z").step(step));
    }

    private static float[] read(MemorySegment memory) {
        return memory.toArray(ValueLayout.JAVA_FLOAT);
    }

    @Test
    void floatsOfAStepAreThoseOfTheFile() {
        assertArrayEquals(temperature.step(2).toFloatArray(), cache.floats(temperature, 2));
    }

    @Test
    void doublesOfAStepAreThoseOfTheFile() {
        assertArrayEquals(temperature.step(2).toArray(), cache.doubles(temperature, 2));
    }

    @Test
    void nativeFloatsAreThoseOfTheFile() {
        assertArrayEquals(temperature.step(2).toFloatArray(), read(cache.get(Derived.nativeFloats(temperature.step(2)))));
    }

    @Test
    void nativeDoublesAreThoseOfTheFile() {
        MemorySegment memory = cache.get(Derived.nativeDoubles(temperature.step(2)));

        assertArrayEquals(temperature.step(2).toArray(), memory.toArray(ValueLayout.JAVA_DOUBLE));
    }

    @Test
    void magnitudesAreThoseOfTheVectors() {
        float[] expected = new float[26];
        displacement.copyMagnitudesTo(expected);

        assertArrayEquals(expected, cache.get(Derived.magnitudes(displacement)));
        assertArrayEquals(expected, read(cache.get(Derived.nativeMagnitudes(displacement))));
    }

    @Test
    void positionsAreThoseOfTheNodes() {
        float[] expected = new float[3 * 26];
        points.copyInterleavedTo(expected);

        assertArrayEquals(expected, cache.get(Derived.positions(points)));
        assertArrayEquals(expected, read(cache.get(Derived.nativePositions(points))));
    }

    @Test
    void displacedPositionsAreThoseOfTheDeformedMesh() {
        float[] expected = new float[3 * 26];
        points.copyDisplacedTo(displacement, 2.5, expected);

        assertArrayEquals(expected, cache.get(Derived.displaced(points, displacement, 2.5)));
        assertArrayEquals(expected, read(cache.get(Derived.nativeDisplaced(points, displacement, 2.5))));
    }

    @Test
    void aStepIsDecodedOnce() {
        assertSame(cache.floats(temperature, 2), cache.floats(file.nodal("temperature"), 2));
    }

    @Test
    void aStepOfABlockThatWasLookedUpAgainIsDecodedOnce() {
        ElementBlock core = file.elementBlocks().name("core");

        assertSame(cache.doubles(core.variable("stress_xx").orElseThrow(), 1),
                cache.doubles(file.elementBlocks().name("core").variable("stress_xx").orElseThrow(), 1));
    }

    @Test
    void valuesThatAreConstantInTimeAreKeptOnceForAllSteps() throws IOException {
        try (ExodusFile foreign = Exodus.open(PLATE.resolveSibling("foreign-results.e"))) {
            TimeSeries constant = foreign.nodeSets().get(0).variables().getFirst();

            assertTrue(constant.steps() > 1);
            assertSame(cache.floats(constant, 0), cache.floats(constant, constant.steps() - 1));
        }
    }

    @Test
    void aDeformedMeshIsMadeOnce() {
        assertSame(cache.get(Derived.nativeDisplaced(points, displacement, 10)),
                cache.get(Derived.nativeDisplaced(file.coordinates().vectors(), displacement(4), 10)));
    }

    @Test
    void anotherScaleIsAnotherMesh() {
        assertNotSame(cache.get(Derived.displaced(points, displacement, 10)),
                cache.get(Derived.displaced(points, displacement, 11)));
    }

    @Test
    void whatIsMadeFromTheSameValuesInAnotherWayIsAnotherCopy() {
        cache.floats(temperature, 2);
        cache.doubles(temperature, 2);
        cache.floatBuffer(temperature, 2);
        cache.get(Derived.nativeDoubles(temperature.step(2)));

        assertEquals(4, cache.statistics().copies());
    }

    @Test
    void nativeMemoryIsReadOnly() {
        assertTrue(cache.get(Derived.nativeFloats(temperature.step(0))).isReadOnly());
        assertTrue(cache.get(Derived.nativeDoubles(temperature.step(0))).isReadOnly());
        assertTrue(cache.floatBuffer(temperature, 0).isReadOnly());
    }

    @Test
    void aBufferIsWhatOpenGlWants() {
        FloatBuffer buffer = cache.floatBuffer(temperature, 2);

        assertTrue(buffer.isDirect());
        assertEquals(ByteOrder.nativeOrder(), buffer.order());
        assertEquals(26, buffer.remaining());
        assertEquals((float) temperature.get(2, 0), buffer.get());
    }

    @Test
    void eachCallerHasABufferOfHisOwnPosition() {
        cache.floatBuffer(temperature, 2).position(20);

        assertEquals(0, cache.floatBuffer(temperature, 2).position());
        assertEquals(1, cache.statistics().copies());
    }

    @Test
    void whatAProgramDerivesByItselfIsKeptToo() {
        record Range(RealView values) implements Derived<MinMax> {
            @Override
            public long bytes() {
                return 64;
            }

            @Override
            public List<RealView> sources() {
                return List.of(values);
            }

            @Override
            public MinMax make() {
                return values.minMax();
            }
        }

        MinMax range = cache.get(new Range(temperature.step(1)));

        assertEquals(temperature.step(1).minMax(), range);
        assertSame(range, cache.get(new Range(temperature.step(1))));
    }

    @Test
    void copiesStayValidAfterTheFileWasClosed() {
        float[] before = cache.floats(temperature, 2);
        float[] values = before.clone();
        file.close();

        assertSame(before, cache.floats(temperature, 2));
        assertArrayEquals(values, before);
    }

    @Test
    void whatIsNotThereCannotBeMadeAfterTheFileWasClosed() {
        cache.floats(temperature, 2);
        file.close();

        assertThrows(IllegalStateException.class, () -> cache.floats(temperature, 3));
        assertEquals(1, cache.statistics().copies());
    }

    @Test
    void aFileThatIsOpenedAgainNeverSeesItsPast() throws IOException {
        float[] before = cache.floats(temperature, 2);
        file.close();
        try (ExodusFile again = Exodus.open(PLATE)) {
            assertNotSame(before, cache.floats(again.nodal("temperature"), 2));
        }
    }

    @Test
    void invalidatingAFileLetsGoOfItsCopiesAlone() throws IOException {
        try (ExodusFile other = Exodus.open(PLATE)) {
            float[] ofOther = cache.floats(other.nodal("temperature"), 2);
            float[] before = cache.floats(temperature, 2);
            cache.get(Derived.nativeDisplaced(points, displacement, 1));
            cache.invalidate(file);

            assertEquals(1, cache.statistics().copies());
            assertSame(ofOther, cache.floats(other.nodal("temperature"), 2));
            assertNotSame(before, cache.floats(temperature, 2));
        }
    }

    @Test
    void aClosedFileCanBeInvalidated() {
        cache.floats(temperature, 2);
        file.close();
        cache.invalidate(file);

        assertEquals(0, cache.statistics().copies());
        assertEquals(0, cache.statistics().bytes());
    }

    @Test
    void everythingCanBeInvalidated() {
        cache.floats(temperature, 2);
        cache.get(Made.of(1, 1000));
        cache.invalidateAll();

        assertEquals(0, cache.statistics().copies());
        assertEquals(0, cache.statistics().bytes());
        assertEquals(0, cache.statistics().evictions());
    }

    @Test
    void whatCannotBeMadeIsTriedAgain() {
        Made refused = new Made(1, 1000, () -> {
            throw new ArithmeticException("not now");
        });

        assertEquals("not now", assertThrows(ArithmeticException.class, () -> cache.get(refused)).getMessage());
        assertEquals(0, cache.statistics().bytes());
        assertEquals(1, cache.get(Made.of(1, 1000))[0]);
    }

    @Test
    void errorsAreHandedOnAsTheyAre() {
        assertThrows(OutOfMemoryError.class, () -> cache.get(new Made(1, 1000, () -> {
            throw new OutOfMemoryError("of a test");
        })));
        assertEquals(0, cache.statistics().copies());
    }

    @Test
    void whatAsksForItselfIsRefused() {
        Made same = Made.of(1, 1000);
        Made circular = new Made(1, 1000, () -> cache.get(same));

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> cache.get(circular));
        assertEquals("what is being made asks for itself", refused.getMessage());
    }

    @Test
    void noSuchStepIsAnIndexOutOfBounds() {
        assertThrows(IndexOutOfBoundsException.class, () -> cache.floats(temperature, 5));
    }

    @Test
    void moreValuesThanAnArrayHoldsAreRefused() {
        RealView large = ArrayView.contiguous(Arena.ofAuto().allocate(8), ElementType.DOUBLE, 0)
                .repeated(3_000_000_000L).reals();

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Derived.floats(large));
        assertEquals("3000000000 values do not fit into one array; take native memory", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Derived.doubles(large));
        assertEquals(12_000_000_000L, Derived.nativeFloats(large).bytes());
    }

    @Test
    void displacementsOfOtherNodesAreRefused() {
        VectorView fewer = displacement.slice(0, 25);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> Derived.displaced(points, fewer, 1));
        assertEquals("25 displacements for 26 points", refused.getMessage());
    }
}
