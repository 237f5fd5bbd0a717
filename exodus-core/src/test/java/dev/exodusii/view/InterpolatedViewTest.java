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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Values between two rows: every way to take them gives what one value at a time gives.
class InterpolatedViewTest {

    private static final double WEIGHT = 0.3;

    private static RealView doubles(double... values) {
        MemorySegment memory = Arena.ofAuto().allocate(4 + 8L * values.length);
        for (int i = 0; i < values.length; i++) {
            memory.set(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 4 + 8L * i, values[i]);
        }
        return ArrayView.of(memory, ElementType.DOUBLE, 4, new long[] {values.length}, new long[] {8}).reals();
    }

    private static RealView floats(double... values) {
        MemorySegment memory = Arena.ofAuto().allocate(4L + 4L * values.length);
        for (int i = 0; i < values.length; i++) {
            memory.set(ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 4L + 4L * i,
                    (float) values[i]);
        }
        return ArrayView.of(memory, ElementType.FLOAT, 4, new long[] {values.length}, new long[] {4}).reals();
    }

    private static double[] random(int size, long seed) {
        return new Random(seed).doubles(size, -10, 10).toArray();
    }

    static Stream<InterpolatedView> views() {
        return Stream.of(0, 1, 511, 512, 513, 1700).flatMap(size -> Stream.of(
                InterpolatedView.of(doubles(random(size, 1)), doubles(random(size, 2)), WEIGHT),
                InterpolatedView.of(floats(random(size, 1)), floats(random(size, 2)), WEIGHT),
                InterpolatedView.of(doubles(random(size, 1)), floats(random(size, 2)), WEIGHT),
                InterpolatedView.of(doubles(random(2 * size, 1)).every(2), doubles(random(2 * size, 2)).every(2), WEIGHT),
                InterpolatedView.of(doubles(random(size, 1)), doubles(random(size, 2)), 0),
                InterpolatedView.of(floats(random(size, 1)), floats(random(size, 2)), 1)));
    }

    private static double[] oneByOne(InterpolatedView view) {
        double[] expected = new double[(int) view.size()];
        Arrays.setAll(expected, i -> view.get(i));
        return expected;
    }

    private static float[] rounded(InterpolatedView view) {
        float[] expected = new float[(int) view.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) view.get(i);
        }
        return expected;
    }

    @Test
    void aValueIsBetweenThoseOfTheRows() {
        assertEquals(1 + 0.25 * (5.0 - 1), InterpolatedView.of(doubles(1), doubles(5), 0.25).get(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1 / 3.0, 0.7, 0.9999})
    void whatIsEqualOnBothSidesStaysAsItIs(double weight) {
        double[] values = random(100, 7);

        assertArrayEquals(values, oneByOne(InterpolatedView.of(doubles(values), doubles(values), weight)));
    }

    @Test
    void atTheEndsTheBitsOfTheStepAreCopiedAndTheOtherIsNotRead() {
        RealView step = doubles(-0.0, Double.longBitsToDouble(0x7FF8_0000_0000_1234L), 1e300);
        RealView broken = doubles(Double.NaN, Double.NEGATIVE_INFINITY, Double.NaN);
        for (InterpolatedView view : new InterpolatedView[] {InterpolatedView.of(step, broken, 0),
            InterpolatedView.of(broken, step, 1)}) {
            double[] copied = new double[3];
            view.copyTo(copied);
            for (int i = 0; i < 3; i++) {
                assertEquals(Double.doubleToRawLongBits(step.get(i)), Double.doubleToRawLongBits(copied[i]));
            }
        }
    }

    @Test
    void atTheEndsTheRowThatIsStoredIsTold() {
        RealView before = doubles(1, 2);
        RealView after = doubles(3, 4);

        assertEquals(List.of(Optional.of(before), Optional.of(after), Optional.of(before)),
                List.of(InterpolatedView.of(before, after, 0).stored(), InterpolatedView.of(before, after, 1).stored(),
                        InterpolatedView.of(before).stored()));
    }

    @Test
    void betweenTwoRowsNoneIsTheStoredOne() {
        assertEquals(Optional.empty(), InterpolatedView.of(doubles(1), doubles(1), 0.5).stored());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 2", "1, 1"})
    void noMoreIsAnnouncedThanIsRead(double weight, int rows) {
        List<Long> announced = new ArrayList<>();
        InterpolatedView.of(doubles(1, 2), doubles(3, 4), weight).announceTo((_, bytes) -> announced.add(bytes));

        assertEquals(Collections.nCopies(rows, 16L), announced);
    }

    @Test
    void nanOnEitherSideGivesNan() {
        InterpolatedView view = InterpolatedView.of(doubles(Double.NaN, 1), doubles(1, Double.NaN), 0.5);

        assertArrayEquals(new double[] {Double.NaN, Double.NaN}, oneByOne(view));
    }

    @ParameterizedTest
    @MethodSource("views")
    void arraysGetAllValues(InterpolatedView view) {
        double[] doubles = new double[(int) view.size()];
        float[] floats = new float[(int) view.size()];
        view.copyTo(doubles);
        view.copyTo(floats);

        assertArrayEquals(oneByOne(view), doubles);
        assertArrayEquals(rounded(view), floats);
    }

    @ParameterizedTest
    @MethodSource("views")
    void memoryGetsAllValuesInNativeOrder(InterpolatedView view) {
        MemorySegment memory = Arena.ofAuto().allocate(8 * view.size(), 8);
        view.copyDoublesTo(memory);
        assertArrayEquals(oneByOne(view), memory.toArray(ValueLayout.JAVA_DOUBLE));

        MemorySegment half = memory.asSlice(0, 4 * view.size());
        view.copyFloatsTo(half);
        assertArrayEquals(rounded(view), half.toArray(ValueLayout.JAVA_FLOAT));
    }

    @ParameterizedTest
    @MethodSource("views")
    void buffersGetAllValuesAtTheirPosition(InterpolatedView view) {
        FloatBuffer buffer = ByteBuffer.allocateDirect(4 * ((int) view.size() + 2)).order(ByteOrder.nativeOrder())
                .asFloatBuffer().position(2);
        view.copyTo(buffer);
        float[] copied = new float[(int) view.size()];
        buffer.get(2, copied);

        assertArrayEquals(rounded(view), copied);
        assertEquals(0, buffer.remaining());
    }

    @ParameterizedTest
    @MethodSource("views")
    void chosenValuesComeInTheOrderOfTheIndexes(InterpolatedView view) {
        int[] indexes = new Random(3).ints(view.size() == 0 ? 0 : 50, 0, Math.max(1, (int) view.size())).toArray();
        double[] expected = Arrays.stream(indexes).mapToDouble(view::get).toArray();
        double[] doubles = new double[indexes.length];
        float[] floats = new float[indexes.length];
        FloatBuffer buffer = FloatBuffer.allocate(indexes.length);
        MemorySegment memory = Arena.ofAuto().allocate(4L * indexes.length, 4);
        view.gather(indexes, doubles);
        view.gather(indexes, floats);
        view.gather(indexes, buffer);
        view.gatherFloats(indexes, memory);

        assertArrayEquals(expected, doubles);
        for (int i = 0; i < indexes.length; i++) {
            assertEquals((float) expected[i], floats[i]);
        }
        assertArrayEquals(floats, buffer.array());
        assertArrayEquals(floats, memory.toArray(ValueLayout.JAVA_FLOAT));
    }

    @ParameterizedTest
    @MethodSource("views")
    void aPartHasTheValuesOfTheWhole(InterpolatedView view) {
        long from = view.size() / 3;
        InterpolatedView part = view.slice(from, view.size() - from);
        double[] all = oneByOne(view);

        assertArrayEquals(Arrays.copyOfRange(all, (int) from, all.length), oneByOne(part));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
        InterpolatedView view = InterpolatedView.of(doubles(1, 2), doubles(3, 4), 0.5);

        assertThrows(IndexOutOfBoundsException.class, () -> view.copyTo(new float[1]));
        assertThrows(BufferOverflowException.class, () -> view.copyTo(FloatBuffer.allocate(1)));
        assertThrows(IndexOutOfBoundsException.class, () -> view.gather(new int[] {2}, new float[1]));
        assertThrows(IndexOutOfBoundsException.class, () -> view.gather(new int[] {-1}, FloatBuffer.allocate(1)));
    }

    @Test
    void rowsOfUnequalLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> InterpolatedView.of(doubles(1), doubles(1, 2), 0.5));
        assertThrows(IllegalArgumentException.class, () -> InterpolatedView.of(doubles(1), doubles(1), 1.5));
    }

    private static VectorView vectors(int dimension, int size, long seed) {
        RealView[] components = new RealView[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            components[axis] = axis == 1 ? floats(random(size, seed + axis)) : doubles(random(size, seed + axis));
        }
        return VectorView.of(components);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void vectorsAreInterpolatedComponentByComponent(int dimension) {
        int size = 1100;
        InterpolatedVectors vectors = InterpolatedVectors.of(vectors(dimension, size, 1), vectors(dimension, size, 9),
                WEIGHT);
        VectorView points = vectors(2, size, 20);
        float[] lengths = new float[size];
        float[] interleaved = new float[3 * size];
        float[] displaced = new float[3 * size];
        vectors.copyMagnitudesTo(lengths);
        vectors.copyInterleavedTo(interleaved);
        vectors.copyDisplacedTo(points, 2.5, displaced);

        for (int i = 0; i < size; i++) {
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double move = axis < dimension ? vectors.component(axis).get(i) : 0;
                double place = axis < 2 ? points.component(axis).get(i) : 0;
                squared += move * move;
                assertEquals((float) move, interleaved[3 * i + axis]);
                assertEquals((float) (place + 2.5 * move), displaced[3 * i + axis]);
            }
            assertEquals((float) Math.sqrt(squared), lengths[i]);
        }
        checkOtherDestinations(vectors, points, lengths, interleaved, displaced);
    }

    private static void checkOtherDestinations(InterpolatedVectors vectors, VectorView points, float[] lengths,
            float[] interleaved, float[] displaced) {
        FloatBuffer buffer = FloatBuffer.allocate(interleaved.length);
        MemorySegment memory = Arena.ofAuto().allocate(4L * interleaved.length, 4);
        vectors.copyInterleavedTo(buffer);
        vectors.copyInterleavedTo(memory);
        assertArrayEquals(interleaved, buffer.array());
        assertArrayEquals(interleaved, memory.toArray(ValueLayout.JAVA_FLOAT));

        vectors.copyDisplacedTo(points, 2.5, buffer.clear());
        vectors.copyDisplacedTo(points, 2.5, memory);
        assertArrayEquals(displaced, buffer.array());
        assertArrayEquals(displaced, memory.toArray(ValueLayout.JAVA_FLOAT));

        FloatBuffer few = FloatBuffer.allocate(lengths.length);
        MemorySegment little = memory.asSlice(0, 4L * lengths.length);
        vectors.copyMagnitudesTo(few);
        vectors.copyMagnitudesTo(little);
        assertArrayEquals(lengths, few.array());
        assertArrayEquals(lengths, little.toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void atTheEndsTheStoredVectorsAreTold() {
        VectorView before = vectors(3, 7, 1);
        VectorView after = vectors(3, 7, 2);

        assertEquals(List.of(Optional.of(before), Optional.of(after), Optional.empty(), Optional.of(before)),
                List.of(InterpolatedVectors.of(before, after, 0).stored(), InterpolatedVectors.of(before, after, 1).stored(),
                        InterpolatedVectors.of(before, after, 0.5).stored(), InterpolatedVectors.of(before).stored()));
    }

    @Test
    void vectorsAtTheEndsAreThoseOfTheStep() {
        VectorView step = vectors(3, 700, 1);
        VectorView points = vectors(3, 700, 5);
        InterpolatedVectors atEnd = InterpolatedVectors.of(vectors(3, 700, 9), step, 1);
        float[] expected = new float[2100];
        float[] copied = new float[2100];
        points.copyDisplacedTo(step, 3, expected);
        atEnd.copyDisplacedTo(points, 3, copied);

        assertArrayEquals(expected, copied);
    }
}
