package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Components put together to vectors, and what goes into a viewer's buffers from there.
@Tag("vector-api")
class VectorViewTest {

    private static final double SCALE = 2.5;
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /// Random components, stored as doubles, as floats or, apart from each other, as both, as the seed's remainder by three
    /// tells, and the same values in arrays.
    private record Vectors(VectorView view, double[][] values) {

        static Vectors random(int dimension, int size, long seed) {
            Random random = new Random(seed);
            double[][] values = new double[dimension][];
            RealView[] components = new RealView[dimension];
            MemorySegment file = Arena.ofAuto().allocate(4 + 8L * dimension * size);
            for (int axis = 0; axis < dimension; axis++) {
                values[axis] = random.doubles(size, -10, 10).toArray();
                boolean isFloat = seed % 3 == 1 || seed % 3 == 0 && axis == 1;
                int width = isFloat ? 4 : 8;
                long from = 4 + (long) axis * width * size;
                for (int i = 0; i < size; i++) {
                    if (isFloat) {
                        values[axis][i] = (float) values[axis][i];
                        file.set(FLOAT, from + 4L * i, (float) values[axis][i]);
                    } else {
                        file.set(DOUBLE, from + 8L * i, values[axis][i]);
                    }
                }
                MemorySegment own = seed % 3 == 0 ? copy(file) : file;
                components[axis] = ArrayView.of(own, isFloat ? ElementType.FLOAT : ElementType.DOUBLE, from,
                        new long[] {size}, new long[] {width}).reals();
            }
            return new Vectors(VectorView.of(components), values);
        }

        private static MemorySegment copy(MemorySegment memory) {
            return Arena.ofAuto().allocate(memory.byteSize()).copyFrom(memory);
        }

        double at(int axis, int i) {
            return axis < values.length ? values[axis][i] : 0;
        }
    }

    static Stream<Vectors> vectors() {
        return Stream.of(1, 2, 3).flatMap(dimension -> Stream.of(0, 1, 7, 511, 512, 513, 2000)
                .flatMap(size -> Stream.of(3, 4, 5).map(seed -> Vectors.random(dimension, size, seed))));
    }

    private static float[] interleaved(Vectors vectors) {
        float[] expected = new float[3 * (int) vectors.view.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) vectors.at(i % 3, i / 3);
        }
        return expected;
    }

    private static float[] displaced(Vectors points, Vectors moves) {
        float[] expected = new float[3 * (int) points.view.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) (points.at(i % 3, i / 3) + SCALE * moves.at(i % 3, i / 3));
        }
        return expected;
    }

    private static float[] read(MemorySegment memory) {
        return memory.toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areInterleaved(Vectors vectors) {
        float[] array = new float[3 * (int) vectors.view.size()];
        MemorySegment memory = Arena.ofAuto().allocate(array.length * 4L);
        FloatBuffer buffer = ByteBuffer.allocateDirect(4 * array.length + 4).order(ByteOrder.nativeOrder())
                .asFloatBuffer().position(1);
        vectors.view.copyInterleavedTo(array);
        vectors.view.copyInterleavedTo(memory);
        vectors.view.copyInterleavedTo(buffer);

        assertArrayEquals(interleaved(vectors), array);
        assertArrayEquals(array, read(memory));
        assertEquals(0, buffer.remaining());
        assertEquals(FloatBuffer.wrap(array), buffer.position(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void manyGoToMemoryPieceByPiece(int seed) {
        Vectors points = Vectors.random(3, RealLoops.CHUNK + 7, seed);
        Vectors moves = Vectors.random(3, RealLoops.CHUNK + 7, seed + 3);
        MemorySegment memory = Arena.ofAuto().allocate(points.view.size() * 12);
        points.view.copyInterleavedTo(memory);
        assertArrayEquals(interleaved(points), read(memory));
        points.view.copyDisplacedTo(moves.view, SCALE, memory);
        assertArrayEquals(displaced(points, moves), read(memory));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void haveMagnitudes(Vectors vectors) {
        int size = (int) vectors.view.size();
        double[] expected = new double[size];
        Arrays.setAll(expected, i -> Math.sqrt(vectors.at(0, i) * vectors.at(0, i) + vectors.at(1, i) * vectors.at(1, i)
                + vectors.at(2, i) * vectors.at(2, i)));
        float[] rounded = new float[size];
        for (int i = 0; i < size; i++) {
            rounded[i] = (float) expected[i];
        }
        double[] doubles = new double[size];
        float[] floats = new float[size];
        MemorySegment memory = Arena.ofAuto().allocate(4L * size);
        FloatBuffer buffer = FloatBuffer.allocate(size);
        vectors.view.copyMagnitudesTo(doubles);
        vectors.view.copyMagnitudesTo(floats);
        vectors.view.copyMagnitudesTo(memory);
        vectors.view.copyMagnitudesTo(buffer);

        assertArrayEquals(expected, doubles);
        assertArrayEquals(rounded, floats);
        assertArrayEquals(rounded, read(memory));
        assertArrayEquals(rounded, buffer.array());
        for (int i = 0; i < size; i++) {
            assertEquals(expected[i], vectors.view.magnitude(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void areDisplacedByVectorsOfAnyDimension(int dimension) {
        for (int moved = 1; moved <= 3; moved++) {
            for (int seed = 3; seed <= 5; seed++) {
                checkDisplaced(Vectors.random(dimension, 1300, seed), Vectors.random(moved, 1300, seed + 3));
                checkDisplaced(Vectors.random(dimension, 1300, seed), Vectors.random(moved, 1300, seed + 1));
            }
        }
    }

    private static void checkDisplaced(Vectors points, Vectors moves) {
        float[] array = new float[3900];
        MemorySegment memory = Arena.ofAuto().allocate(3900 * 4L);
        FloatBuffer buffer = FloatBuffer.allocate(3900);
        points.view.copyDisplacedTo(moves.view, SCALE, array);
        points.view.copyDisplacedTo(moves.view, SCALE, memory);
        points.view.copyDisplacedTo(moves.view, SCALE, buffer);

        assertArrayEquals(displaced(points, moves), array);
        assertArrayEquals(array, read(memory));
        assertArrayEquals(array, buffer.array());
    }

    @Test
    void partIsARangeOfTheVectors() {
        Vectors vectors = Vectors.random(3, 50, 1);
        float[] part = new float[12];
        vectors.view.slice(10, 4).copyInterleavedTo(part);

        assertArrayEquals(Arrays.copyOfRange(interleaved(vectors), 30, 42), part);
    }

    @Test
    void componentsAreOneToThreeOfEqualLength() {
        RealView few = Stored.ofDoubles(1, 2).reals();
        RealView more = Stored.ofDoubles(1, 2, 3).reals();

        assertThrows(IllegalArgumentException.class, VectorView::of);
        assertThrows(IllegalArgumentException.class, () -> VectorView.of(few, few, few, few));
        assertThrows(IllegalArgumentException.class, () -> VectorView.of(few, more));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsCopied() {
        VectorView vectors = Vectors.random(3, 4, 1).view;
        float[] array = new float[11];
        MemorySegment memory = Arena.ofAuto().allocate(47);

        assertThrows(IndexOutOfBoundsException.class, () -> vectors.copyInterleavedTo(array));
        assertThrows(IndexOutOfBoundsException.class, () -> vectors.copyInterleavedTo(memory));
        assertThrows(BufferOverflowException.class, () -> vectors.copyInterleavedTo(FloatBuffer.wrap(array)));
        assertThrows(IndexOutOfBoundsException.class, () -> vectors.copyDisplacedTo(vectors, 1, array));
        assertThrows(IndexOutOfBoundsException.class, () -> vectors.copyMagnitudesTo(new double[3]));
        assertArrayEquals(new float[11], array);
    }

    @Test
    void displacementsMustBeAsMany() {
        VectorView points = Vectors.random(3, 4, 1).view;
        VectorView moves = Vectors.random(3, 5, 1).view;

        assertEquals("5 displacements for 4 points", assertThrows(IllegalArgumentException.class,
                () -> points.copyDisplacedTo(moves, 1, new float[12])).getMessage());
    }
}
