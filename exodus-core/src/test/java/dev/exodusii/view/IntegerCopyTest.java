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
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Copying integers: to longs always, to ints exactly or not at all.
class IntegerCopyTest {

    private static final String INTEGERS = "dev.exodusii.view.Stored#integers";
    private static final int UNTOUCHED = -77;

    /// The same place and type, but values that fit into an int after one is subtracted.
    private static Stored small(Stored stored) {
        return Stored.of(stored.type(), stored.base(), stored.stride() - stored.type().byteSize(),
                IntStream.range(0, stored.size()).mapToLong(i -> i % 100).toArray());
    }

    private static int[] ints(Stored stored, int added) {
        return IntStream.range(0, stored.size()).map(i -> Math.toIntExact(stored.integer(i)) + added).toArray();
    }

    private static List<ByteBuffer> memories(int bytes) {
        return List.of(
                ByteBuffer.allocate(bytes).order(ByteOrder.BIG_ENDIAN),
                ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN),
                ByteBuffer.allocateDirect(bytes).order(ByteOrder.BIG_ENDIAN),
                ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN));
    }

    @ParameterizedTest
    @MethodSource(INTEGERS)
    void longsTakeEveryValue(Stored stored) {
        int n = stored.size();
        long[] dense = new long[n];
        stored.integerView().copyTo(dense);
        long[] spread = new long[2 * n + 1];
        Arrays.fill(spread, UNTOUCHED);
        stored.integerView().copyTo(spread, 1, 2);
        MemorySegment memory = Arena.ofAuto().allocate(8L * n);
        stored.integerView().copyLongsTo(memory);

        assertArrayEquals(stored.longs(), dense);
        assertArrayEquals(stored.longs(), memory.toArray(ValueLayout.JAVA_LONG));
        assertArrayEquals(stored.longs(), stored.integerView().toArray());
        for (int i = 0; i < spread.length; i++) {
            assertEquals(i % 2 == 1 ? stored.integer(i / 2) : UNTOUCHED, spread[i]);
        }
    }

    @Test
    void indexesAreOneLessThanAnyNumber() {
        IntegerView numbers = Stored.of(ElementType.INT64, 1, 3, 1, 7, Long.MIN_VALUE).integerView();

        assertArrayEquals(new long[] {0, 6, Long.MAX_VALUE}, numbers.toIndexes());
    }

    @ParameterizedTest
    @MethodSource(INTEGERS)
    void intsTakeWhatFits(Stored place) {
        Stored stored = small(place);
        int n = stored.size();
        IntegerView view = stored.integerView().plus(-1);
        int[] expected = ints(stored, -1);
        int[] dense = new int[n];
        view.copyTo(dense);
        int[] spread = new int[3 * n + 2];
        Arrays.fill(spread, UNTOUCHED);
        view.copyTo(spread, 2, 3);
        MemorySegment memory = Arena.ofAuto().allocate(4L * n);
        view.copyIntsTo(memory);

        assertArrayEquals(expected, dense);
        assertArrayEquals(expected, memory.toArray(ValueLayout.JAVA_INT));
        assertArrayEquals(expected, view.toIntArray());
        for (int i = 0; i < spread.length; i++) {
            assertEquals(i >= 2 && (i - 2) % 3 == 0 ? expected[(i - 2) / 3] : UNTOUCHED, spread[i]);
        }
    }

    @ParameterizedTest
    @MethodSource(INTEGERS)
    void buffersAreFilledAtThePositionInTheirByteOrder(Stored place) {
        Stored stored = small(place);
        int n = stored.size();
        int[] expected = ints(stored, 7);
        IntegerView view = stored.integerView().plus(7);
        IntBuffer[] intBuffers = memories(4 * (n + 3)).stream().map(ByteBuffer::asIntBuffer).toArray(IntBuffer[]::new);
        intBuffers = Arrays.copyOf(intBuffers, 6);
        intBuffers[4] = IntBuffer.allocate(n + 3);
        intBuffers[5] = IntBuffer.allocate(n + 9).slice(5, n + 3);
        for (IntBuffer buffer : intBuffers) {
            view.copyTo(buffer.position(2).limit(n + 2));
            assertEquals(n + 2, buffer.position());
            int[] copied = new int[n + 3];
            buffer.clear().get(copied);
            assertArrayEquals(expected, Arrays.copyOfRange(copied, 2, n + 2));
            assertEquals(0, copied[0] | copied[1] | copied[n + 2]);
        }
        LongBuffer[] longBuffers = memories(8 * (n + 3)).stream().map(ByteBuffer::asLongBuffer)
                .toArray(LongBuffer[]::new);
        longBuffers = Arrays.copyOf(longBuffers, 6);
        longBuffers[4] = LongBuffer.allocate(n + 3);
        longBuffers[5] = LongBuffer.allocate(n + 9).slice(5, n + 3);
        for (LongBuffer buffer : longBuffers) {
            view.copyTo(buffer.position(2).limit(n + 2));
            assertEquals(n + 2, buffer.position());
            long[] copied = new long[n + 3];
            buffer.clear().get(copied);
            assertArrayEquals(Arrays.stream(expected).asLongStream().toArray(), Arrays.copyOfRange(copied, 2, n + 2));
            assertEquals(0, copied[0] | copied[1] | copied[n + 2]);
        }
    }

    /// Type, two stored values, the constant, and which of the two is then which value.
    @ParameterizedTest
    @CsvSource({
        "INT64, 5, 2147483648, 0, 1, 2147483648", "INT64, 5, -2147483649, 0, 1, -2147483649",
        "INT64, 5, 4294967296, 0, 1, 4294967296", "INT64, 5, -2147483648, -1, 1, -2147483649",
        "UINT, 5, 4294967295, 0, 1, 4294967295", "UINT, 5, 2147483648, 0, 1, 2147483648",
        "INT, 5, 2147483647, 1, 1, 2147483648", "INT, 5, -2147483648, -1, 1, -2147483649",
        "INT, 0, 1, 2147483647, 1, 2147483648", "INT, 0, 0, 1099511627776, 0, 1099511627776",
        "BYTE, -1, 5, 4294967296, 0, 4294967295", "UINT64, 5, -9223372036854775808, 0, 1, -9223372036854775808"
    })
    void whatDoesNotFitIntoAnIntIsNamed(ElementType type, long first, long second, long added, int index, long value) {
        IntegerView view = Stored.of(type, 1, 2, first, second).integerView().plus(added);
        String message = "value " + value + " at index " + index + " does not fit into an int";
        IntBuffer buffer = IntBuffer.allocate(9).position(1);
        IntBuffer direct = ByteBuffer.allocateDirect(99).order(ByteOrder.nativeOrder()).asIntBuffer().position(1);
        IntBuffer swapped = ByteBuffer.allocateDirect(99).order(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).asIntBuffer().position(1);

        assertEquals(message, thrown(() -> view.copyTo(new int[2])));
        assertEquals(message, thrown(() -> view.copyTo(new int[9], 1, 2)));
        assertEquals(message, thrown(view::toIntArray));
        assertEquals(message, thrown(() -> view.copyIntsTo(Arena.ofAuto().allocate(16))));
        assertEquals(message, thrown(() -> view.copyTo(buffer)));
        assertEquals(message, thrown(() -> view.copyTo(direct)));
        assertEquals(message, thrown(() -> view.copyTo(swapped)));
        assertEquals(1, buffer.position());
        assertEquals(1, direct.position());
        assertEquals(1, swapped.position());
    }

    private static String thrown(Executable copy) {
        return assertThrows(ArithmeticException.class, copy).getMessage();
    }

    @ParameterizedTest
    @EnumSource(names = {"INT", "INT64"})
    void theExtremesOfIntFit(ElementType type) {
        IntegerView view = Stored.of(type, 0, 0, Integer.MIN_VALUE, Integer.MAX_VALUE).integerView();

        assertArrayEquals(new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}, view.toIntArray());
        assertArrayEquals(new int[] {Integer.MAX_VALUE},
                view.slice(0, 1).plus(-1).plus(1L << 32).toIntArray());
    }

    @Test
    void aMisfitIsFoundWhereverItIs() {
        for (int at = 0; at < 40; at++) {
            long[] values = new long[40];
            values[at] = 1L << 31;
            IntegerView view = Stored.ofLongs(values).integerView();

            assertEquals("value 2147483648 at index " + at + " does not fit into an int", thrown(view::toIntArray));
        }
    }

    @Test
    void destinationsTooSmallAreRefused() {
        IntegerView view = Stored.ofInts(1, 2, 3).integerView();
        String message = "3 values at offset 1 with step 2 do not fit into an array of 5";

        assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                () -> view.copyTo(new int[5], 1, 2)).getMessage());
        assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                () -> view.copyTo(new long[5], 1, 2)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> view.copyTo(new int[5], 0, 0));
        assertThrows(IllegalArgumentException.class, () -> view.copyTo(new long[5], 0, 0));
        assertEquals("3 values of 4 bytes at byte 0 with step 4 do not fit into 11 bytes", assertThrows(
                IndexOutOfBoundsException.class, () -> view.copyIntsTo(Arena.ofAuto().allocate(11))).getMessage());
        assertEquals("3 values of 8 bytes at byte 0 with step 8 do not fit into 23 bytes", assertThrows(
                IndexOutOfBoundsException.class, () -> view.copyLongsTo(Arena.ofAuto().allocate(23))).getMessage());
        assertThrows(BufferOverflowException.class, () -> view.copyTo(IntBuffer.allocate(2)));
        assertThrows(BufferOverflowException.class, () -> view.copyTo(LongBuffer.allocate(2)));
    }

    @Test
    void readOnlyDestinationsAreRefused() {
        IntegerView view = Stored.ofInts(1).integerView();

        assertThrows(ReadOnlyBufferException.class, () -> view.copyTo(IntBuffer.allocate(2).asReadOnlyBuffer()));
        assertThrows(ReadOnlyBufferException.class, () -> view.copyTo(LongBuffer.allocate(2).asReadOnlyBuffer()));
        for (ByteBuffer memory : memories(80)) {
            ByteBuffer readOnly = memory.asReadOnlyBuffer().order(memory.order());
            assertThrows(ReadOnlyBufferException.class, () -> view.copyTo(readOnly.asIntBuffer()));
            assertThrows(ReadOnlyBufferException.class, () -> view.copyTo(readOnly.asLongBuffer()));
        }
        assertThrows(IllegalArgumentException.class,
                () -> view.copyIntsTo(Arena.ofAuto().allocate(8).asReadOnly()));
    }

    @Test
    void moreThanAnArrayHoldsIsRefused() {
        IntegerView view = ArrayView.of(Stored.ofInts(1).memory(), ElementType.INT, 4, new long[] {1L << 40},
                new long[] {0}).integers();

        assertEquals("1099511627776 values do not fit into one array; copy them in slices",
                assertThrows(IllegalStateException.class, view::toArray).getMessage());
        assertThrows(IllegalStateException.class, view::toIntArray);
    }

    @ParameterizedTest
    @MethodSource(INTEGERS)
    void gatherTakesValuesInTheOrderOfTheIndexes(Stored stored) {
        int[] indexes = new Random(1).ints(stored.size() == 0 ? 0 : 40, 0, Math.max(1, stored.size())).toArray();
        long[] expected = Arrays.stream(indexes).mapToLong(stored::integer).toArray();
        long[] byArray = new long[indexes.length];
        long[] byView = new long[indexes.length];
        stored.integerView().gather(indexes, byArray);
        stored.integerView().gather(Stored.ofInts(indexes).integerView(), byView);

        assertArrayEquals(expected, byArray);
        assertArrayEquals(expected, byView);
    }

    @Test
    void gatherRefusesIndexesOutsideAndShortArrays() {
        IntegerView view = Stored.ofInts(1, 2, 3).integerView();
        IntegerView wrong = Stored.ofLongs(0, 1L << 32).integerView();

        assertEquals("Index 3 out of bounds for length 3", assertThrows(IndexOutOfBoundsException.class,
                () -> view.gather(new int[] {0, 3}, new long[2])).getMessage());
        assertEquals("Index 4294967296 out of bounds for length 3", assertThrows(IndexOutOfBoundsException.class,
                () -> view.gather(wrong, new long[2])).getMessage());
        assertEquals("2 values at offset 0 with step 1 do not fit into an array of 1", assertThrows(
                IndexOutOfBoundsException.class, () -> view.gather(new int[] {0, 1}, new long[1])).getMessage());
        assertThrows(IndexOutOfBoundsException.class, () -> view.gather(wrong, new long[1]));
    }
}
