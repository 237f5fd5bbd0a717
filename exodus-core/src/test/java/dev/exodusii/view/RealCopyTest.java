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
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Copying real numbers: every destination gets the values, in its own byte order, and nothing beside them is touched.
@Tag("vector-api")
class RealCopyTest {

    private static final String NUMBERS = "dev.exodusii.view.Stored#numbers";
    private static final double UNTOUCHED = -77;

    private static double[] untouchedDoubles(int length) {
        double[] array = new double[length];
        Arrays.fill(array, UNTOUCHED);
        return array;
    }

    private static float[] untouchedFloats(int length) {
        float[] array = new float[length];
        Arrays.fill(array, (float) UNTOUCHED);
        return array;
    }

    @Nested
    class IntoArrays {

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void arraysAreFilledFromTheirStart(Stored stored) {
            int n = stored.size();
            double[] doubles = untouchedDoubles(n + 2);
            float[] floats = untouchedFloats(n + 2);
            stored.reals().copyTo(doubles);
            stored.reals().copyTo(floats);

            assertArrayEquals(stored.doubles(), Arrays.copyOf(doubles, n));
            assertArrayEquals(stored.floats(), Arrays.copyOf(floats, n));
            assertArrayEquals(untouchedDoubles(2), Arrays.copyOfRange(doubles, n, n + 2));
            assertArrayEquals(untouchedFloats(2), Arrays.copyOfRange(floats, n, n + 2));
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void offsetAndStepInterleave(Stored stored) {
            int n = stored.size();
            double[] expectedDoubles = untouchedDoubles(3 * n + 2);
            float[] expectedFloats = untouchedFloats(3 * n + 2);
            for (int i = 0; i < n; i++) {
                expectedDoubles[2 + 3 * i] = stored.real(i);
                expectedFloats[2 + 3 * i] = stored.realFloat(i);
            }
            double[] doubles = untouchedDoubles(3 * n + 2);
            float[] floats = untouchedFloats(3 * n + 2);
            stored.reals().copyTo(doubles, 2, 3);
            stored.reals().copyTo(floats, 2, 3);

            assertArrayEquals(expectedDoubles, doubles);
            assertArrayEquals(expectedFloats, floats);
        }

        @Test
        void anOffsetAloneShifts() {
            double[] doubles = untouchedDoubles(4);
            Stored.ofDoubles(1, 2, 3).reals().copyTo(doubles, 1, 1);

            assertArrayEquals(new double[] {UNTOUCHED, 1, 2, 3}, doubles);
        }

        /// size, offset, step, length of the destination.
        @ParameterizedTest
        @CsvSource({
            "3, 0, 1, 2", "3, 1, 1, 3", "3, 0, 2, 4", "3, 1, 2, 5", "1, 0, 1, 0", "1, 5, 1, 5", "1, 5, 2, 5",
            "2, 0, 2147483647, 100", "3, 0, 2147483647, 100", "5, 2147483647, 1, 100", "3, -1, 1, 100", "0, -1, 1, 9"
        })
        void tooShortAnArrayIsRefusedBeforeAnythingIsCopied(int size, int offset, int step, int length) {
            RealView view = Stored.ofDoubles(new double[size]).reals();
            double[] doubles = untouchedDoubles(length);
            float[] floats = untouchedFloats(length);
            String message = size + " values at offset " + offset + " with step " + step
                    + " do not fit into an array of " + length;

            assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                    () -> view.copyTo(doubles, offset, step)).getMessage());
            assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                    () -> view.copyTo(floats, offset, step)).getMessage());
            assertArrayEquals(untouchedDoubles(length), doubles);
            assertArrayEquals(untouchedFloats(length), floats);
        }

        @ParameterizedTest
        @CsvSource({"3, 0, 2, 5", "3, 1, 2, 6", "1, 4, 1, 5", "1, 0, 2147483647, 1", "2, 0, 99, 100", "0, 0, 1, 0"})
        void theLastStepNeedsNoRoomBehindTheLastValue(int size, int offset, int step, int length) {
            double[] doubles = new double[length];
            double[] ones = new double[size];
            Arrays.fill(ones, 1);
            Stored.ofDoubles(ones).reals().copyTo(doubles, offset, step);

            assertEquals(size, Arrays.stream(doubles).sum());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
        void aStepBelowOneIsRefused(int step) {
            RealView view = Stored.ofDoubles(1).reals();

            assertEquals("step " + step + " must be at least 1", assertThrows(IllegalArgumentException.class,
                    () -> view.copyTo(new double[9], 0, step)).getMessage());
            assertThrows(IllegalArgumentException.class, () -> view.copyTo(new float[9], 0, step));
        }

        @Test
        void moreValuesThanAnIntCountsAreRefused() {
            MemorySegment memory = Stored.ofDoubles(1).memory();
            RealView view = ArrayView.of(memory, ElementType.DOUBLE, 4, new long[] {(1L << 32) + 1}, new long[] {0})
                    .reals();

            assertThrows(IndexOutOfBoundsException.class, () -> view.copyTo(new double[9]));
            assertThrows(BufferOverflowException.class, () -> view.copyTo(DoubleBuffer.allocate(9)));
        }
    }

    @Nested
    class IntoBuffers {

        private static final int BEFORE = 3;
        private static final int BEHIND = 2;

        private static List<ByteBuffer> memories(int bytes) {
            return List.of(
                    ByteBuffer.allocate(bytes).order(ByteOrder.BIG_ENDIAN),
                    ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN),
                    ByteBuffer.allocateDirect(bytes).order(ByteOrder.BIG_ENDIAN),
                    ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN),
                    // Starts at an odd address.
                    ByteBuffer.allocateDirect(bytes + 1).slice(1, bytes).order(ByteOrder.nativeOrder()));
        }

        private void copiesDoubles(Stored stored, DoubleBuffer buffer) {
            int n = stored.size();
            for (int i = 0; i < buffer.capacity(); i++) {
                buffer.put(i, UNTOUCHED);
            }
            buffer.position(BEFORE).limit(BEFORE + n);
            stored.reals().copyTo(buffer);

            assertEquals(BEFORE + n, buffer.position());
            assertEquals(BEFORE + n, buffer.limit());
            buffer.clear();
            for (int i = 0; i < buffer.capacity(); i++) {
                boolean copied = i >= BEFORE && i < BEFORE + n;
                assertEquals(copied ? stored.real(i - BEFORE) : UNTOUCHED, buffer.get(i));
            }
        }

        private void copiesFloats(Stored stored, FloatBuffer buffer) {
            int n = stored.size();
            for (int i = 0; i < buffer.capacity(); i++) {
                buffer.put(i, (float) UNTOUCHED);
            }
            buffer.position(BEFORE).limit(BEFORE + n);
            stored.reals().copyTo(buffer);

            assertEquals(BEFORE + n, buffer.position());
            assertEquals(BEFORE + n, buffer.limit());
            buffer.clear();
            for (int i = 0; i < buffer.capacity(); i++) {
                boolean copied = i >= BEFORE && i < BEFORE + n;
                assertEquals(copied ? stored.realFloat(i - BEFORE) : (float) UNTOUCHED, buffer.get(i));
            }
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void doublesGoToThePositionInTheBuffersByteOrder(Stored stored) {
            int room = BEFORE + stored.size() + BEHIND;

            copiesDoubles(stored, DoubleBuffer.allocate(room));
            copiesDoubles(stored, DoubleBuffer.allocate(room + 5).slice(4, room));
            memories(room * Double.BYTES).forEach(memory -> copiesDoubles(stored, memory.asDoubleBuffer()));
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void floatsGoToThePositionInTheBuffersByteOrder(Stored stored) {
            int room = BEFORE + stored.size() + BEHIND;

            copiesFloats(stored, FloatBuffer.allocate(room));
            copiesFloats(stored, FloatBuffer.allocate(room + 5).slice(4, room));
            memories(room * Float.BYTES).forEach(memory -> copiesFloats(stored, memory.asFloatBuffer()));
        }

        @Test
        void aBufferNeedsOnlyRoomForTheValues() {
            DoubleBuffer buffer = DoubleBuffer.allocate(100);
            Stored.ofDoubles(1, 2).reals().copyTo(buffer);
            Stored.ofDoubles(3, 4).reals().copyTo(buffer);

            assertArrayEquals(new double[] {1, 2, 3, 4}, Arrays.copyOf(buffer.array(), 4));
            assertEquals(4, buffer.position());
        }

        @Test
        void anOverflowLeavesTheBufferAsItWas() {
            RealView view = Stored.ofDoubles(1, 2, 3).reals();
            for (ByteBuffer memory : memories(80)) {
                DoubleBuffer doubles = memory.asDoubleBuffer().position(4).limit(6);
                FloatBuffer floats = memory.asFloatBuffer().position(4).limit(6);

                assertThrows(BufferOverflowException.class, () -> view.copyTo(doubles));
                assertThrows(BufferOverflowException.class, () -> view.copyTo(floats));
                assertEquals(4, doubles.position());
                assertEquals(4, floats.position());
                assertEquals(-1, memory.mismatch(ByteBuffer.allocate(80)));
            }
        }

        @Test
        void aReadOnlyBufferIsRefused() {
            RealView view = Stored.ofDoubles(1).reals();

            assertThrows(ReadOnlyBufferException.class,
                    () -> view.copyTo(DoubleBuffer.allocate(9).asReadOnlyBuffer()));
            assertThrows(ReadOnlyBufferException.class, () -> view.copyTo(FloatBuffer.allocate(9).asReadOnlyBuffer()));
            for (ByteBuffer memory : memories(80)) {
                ByteBuffer readOnly = memory.asReadOnlyBuffer().order(memory.order());
                assertThrows(ReadOnlyBufferException.class, () -> view.copyTo(readOnly.asDoubleBuffer()));
                assertThrows(ReadOnlyBufferException.class, () -> view.copyTo(readOnly.asFloatBuffer()));
            }
        }
    }

    @Nested
    class IntoMemory {

        private static final byte RUBBISH = 0x3C;

        private static MemorySegment rubbish(long bytes) {
            return Arena.ofAuto().allocate(bytes).fill(RUBBISH);
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void memoryIsFilledInNativeOrder(Stored stored) {
            int n = stored.size();
            MemorySegment doubles = rubbish(8L * n + 1);
            MemorySegment floats = rubbish(4L * n + 1);
            stored.reals().copyDoublesTo(doubles);
            stored.reals().copyFloatsTo(floats);

            assertArrayEquals(stored.doubles(), doubles.asSlice(0, 8L * n).toArray(ValueLayout.JAVA_DOUBLE));
            assertArrayEquals(stored.floats(), floats.asSlice(0, 4L * n).toArray(ValueLayout.JAVA_FLOAT));
            assertEquals(RUBBISH, doubles.get(ValueLayout.JAVA_BYTE, 8L * n));
            assertEquals(RUBBISH, floats.get(ValueLayout.JAVA_BYTE, 4L * n));
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void offsetAndStepAreInBytesAndNeedNoAlignment(Stored stored) {
            int n = stored.size();
            MemorySegment doubles = rubbish(13L * n + 1);
            MemorySegment floats = rubbish(13L * n + 1);
            MemorySegment expectedDoubles = rubbish(13L * n + 1);
            MemorySegment expectedFloats = rubbish(13L * n + 1);
            for (int i = 0; i < n; i++) {
                expectedDoubles.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, 1 + 13L * i, stored.real(i));
                expectedFloats.set(ValueLayout.JAVA_FLOAT_UNALIGNED, 1 + 13L * i, stored.realFloat(i));
            }
            stored.reals().copyDoublesTo(doubles, 1, 13);
            stored.reals().copyFloatsTo(floats, 1, 13);

            assertEquals(-1, doubles.mismatch(expectedDoubles));
            assertEquals(-1, floats.mismatch(expectedFloats));
        }

        @Test
        void memoryOnTheHeapWorksToo() {
            double[] doubles = new double[2];
            byte[] bytes = new byte[9];
            Stored.ofFloats(1.5f, 2.5f).reals().copyDoublesTo(MemorySegment.ofArray(doubles));
            Stored.ofDoubles(1.5, 2.5).reals().copyFloatsTo(MemorySegment.ofArray(bytes), 1, 4);

            assertArrayEquals(new double[] {1.5, 2.5}, doubles);
            assertEquals(2.5f, ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getFloat(5));
        }

        /// size, offset, step, bytes of the destination.
        @ParameterizedTest
        @CsvSource({
            "3, 0, 8, 23", "3, 1, 8, 24", "3, 0, 9, 25", "1, 0, 8, 7", "1, 0, 8, 0", "1, 9223372036854775807, 8, 8",
            "2, 0, 9223372036854775807, 100", "3, 4, 9223372036854775800, 100", "3, -1, 8, 100", "0, -1, 8, 100"
        })
        void tooSmallAMemoryIsRefusedBeforeAnythingIsCopied(int size, long offset, long step, int bytes) {
            RealView view = Stored.ofDoubles(new double[size]).reals();
            MemorySegment memory = rubbish(bytes);

            assertEquals(size + " values of 8 bytes at byte " + offset + " with step " + step + " do not fit into "
                    + bytes + " bytes", assertThrows(IndexOutOfBoundsException.class,
                            () -> view.copyDoublesTo(memory, offset, step)).getMessage());
            assertEquals(-1, memory.mismatch(rubbish(bytes)));
        }

        @Test
        void floatsNeedFourBytesEach() {
            RealView view = Stored.ofDoubles(1, 2, 3).reals();
            view.copyFloatsTo(rubbish(12));

            assertEquals("3 values of 4 bytes at byte 0 with step 4 do not fit into 11 bytes", assertThrows(
                    IndexOutOfBoundsException.class, () -> view.copyFloatsTo(rubbish(11))).getMessage());
        }

        @Test
        void valuesMustNotOverlap() {
            RealView view = Stored.ofDoubles(1).reals();

            assertEquals("step of 7 bytes is less than a value of 8", assertThrows(IllegalArgumentException.class,
                    () -> view.copyDoublesTo(rubbish(99), 0, 7)).getMessage());
            assertEquals("step of 3 bytes is less than a value of 4", assertThrows(IllegalArgumentException.class,
                    () -> view.copyFloatsTo(rubbish(99), 0, 3)).getMessage());
            assertThrows(IllegalArgumentException.class, () -> view.copyFloatsTo(rubbish(99), 0, -4));
        }

        @Test
        void readOnlyMemoryIsRefused() {
            RealView view = Stored.ofDoubles(1).reals();

            assertThrows(IllegalArgumentException.class, () -> view.copyDoublesTo(rubbish(8).asReadOnly()));
            assertThrows(IllegalArgumentException.class, () -> view.copyFloatsTo(rubbish(8).asReadOnly()));
        }
    }

    @Nested
    class Gathering {

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void valuesComeInTheOrderOfTheIndexes(Stored stored) {
            int[] indexes = new Random(1).ints(stored.size() == 0 ? 0 : 40, 0, Math.max(1, stored.size())).toArray();
            double[] doubles = untouchedDoubles(41);
            float[] floats = untouchedFloats(41);
            stored.reals().gather(indexes, doubles);
            stored.reals().gather(indexes, floats);
            double[] byView = untouchedDoubles(41);
            float[] floatsByView = untouchedFloats(41);
            IntegerView numbers = Stored.ofInts(Arrays.stream(indexes).map(i -> i + 1).toArray()).integerView();
            stored.reals().gather(numbers.plus(-1), byView);
            stored.reals().gather(numbers.plus(-1), floatsByView);

            for (int i = 0; i < 41; i++) {
                assertEquals(i < indexes.length ? stored.real(indexes[i]) : UNTOUCHED, doubles[i]);
                assertEquals(i < indexes.length ? stored.realFloat(indexes[i]) : (float) UNTOUCHED, floats[i]);
            }
            assertArrayEquals(doubles, byView);
            assertArrayEquals(floats, floatsByView);
        }

        @ParameterizedTest
        @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
        void anIndexOutsideIsRefused(int index) {
            RealView view = Stored.ofFloats(1, 2, 3).reals();
            int[] indexes = {0, index};
            IntegerView stored = Stored.ofInts(indexes).integerView();
            String message = "Index " + index + " out of bounds for length 3";

            assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                    () -> view.gather(indexes, new double[2])).getMessage());
            assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                    () -> view.gather(indexes, new float[2])).getMessage());
            assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                    () -> view.gather(stored, new double[2])).getMessage());
            assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                    () -> view.gather(stored, new float[2])).getMessage());
        }

        @Test
        void tooShortAnArrayIsRefused() {
            RealView view = Stored.ofDoubles(1, 2, 3).reals();
            int[] indexes = {0, 1};
            IntegerView stored = Stored.ofInts(indexes).integerView();
            String message = "2 values at offset 0 with step 1 do not fit into an array of 1";

            assertEquals(message, assertThrows(IndexOutOfBoundsException.class,
                    () -> view.gather(indexes, new double[1])).getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> view.gather(indexes, new float[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> view.gather(stored, new double[1]));
            assertThrows(IndexOutOfBoundsException.class, () -> view.gather(stored, new float[1]));
        }
    }
}
