package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The algebra of shapes. The memory holds 0, 1, 2, ... as ints, so that a value tells its place.
class ArrayViewTest {

    private static final long MOST = Long.MAX_VALUE;

    private final MemorySegment counting = Stored.of(ElementType.INT, 0, 0,
            IntStream.range(0, 120).asLongStream().toArray()).memory();

    private ArrayView contiguous(long... shape) {
        return ArrayView.contiguous(counting, ElementType.INT, 0, shape);
    }

    private ArrayView strided(long base, long[] shape, long... strides) {
        return ArrayView.of(counting, ElementType.INT, base, shape, strides);
    }

    private static long[] shape(long... lengths) {
        return lengths;
    }

    private static long[] values(ArrayView view) {
        return view.integers().toArray();
    }

    @Nested
    class Construction {

        @Test
        void contiguousValuesFollowStorageOrder() {
            ArrayView view = contiguous(2, 3, 4);

            assertEquals(3, view.rank());
            assertArrayEquals(shape(2, 3, 4), view.shape());
            assertEquals(3, view.length(1));
            assertEquals(24, view.count());
            assertEquals(ElementType.INT, view.type());
            assertTrue(view.isContiguous());
            assertEquals("int[2, 3, 4]", view.toString());
            assertArrayEquals(IntStream.range(0, 24).asLongStream().toArray(), values(view));
        }

        @Test
        void noDimensionsMeanASingleValue() {
            ArrayView view = ArrayView.contiguous(counting, ElementType.INT, 28);

            assertEquals(0, view.rank());
            assertEquals(1, view.count());
            assertEquals("int[]", view.toString());
            assertArrayEquals(shape(7), values(view));
            assertEquals(7.0, view.reals().get(0));
        }

        @Test
        void theShapeIsCopiedInAndOut() {
            long[] shape = {2, 3};
            ArrayView view = ArrayView.contiguous(counting, ElementType.INT, 0, shape);
            shape[0] = 99;
            view.shape()[1] = 99;

            assertArrayEquals(shape(2, 3), view.shape());
        }

        @Test
        void aViewMayEndWithTheMemoryButNotBehind() {
            assertEquals(119, contiguous(120).integers().get(119));
            IndexOutOfBoundsException e = assertThrows(IndexOutOfBoundsException.class, () -> contiguous(121));

            assertEquals("a view of int[121] at byte 0 with strides [4] does not fit into 480 bytes", e.getMessage());
        }

        @Test
        void theLastStrideNeedsNoRoomBehindTheLastValue() {
            assertArrayEquals(shape(0, 118), values(strided(0, shape(2), 472)));
            assertArrayEquals(shape(1, 119), values(strided(4, shape(2), 472)));
            assertThrows(IndexOutOfBoundsException.class, () -> strided(5, shape(2), 472));
        }

        @ParameterizedTest
        @EnumSource
        void everyTypeIsMeasuredInItsOwnSize(ElementType type) {
            MemorySegment memory = Arena.ofAuto().allocate(10L * type.byteSize() + 1);

            assertEquals(10, ArrayView.contiguous(memory, type, 1, 10).count());
            assertThrows(IndexOutOfBoundsException.class, () -> ArrayView.contiguous(memory, type, 2, 10));
        }

        @Test
        void theBaseMustLieInsideEvenForNoValues() {
            assertEquals(0, strided(480, shape(0), 4).count());
            assertThrows(IndexOutOfBoundsException.class, () -> strided(481, shape(0), 4));
            assertThrows(IndexOutOfBoundsException.class, () -> strided(-1, shape(0), 4));
            assertThrows(IndexOutOfBoundsException.class, () -> strided(-4, shape(2), 4));
            assertThrows(IndexOutOfBoundsException.class, () -> strided(MOST, shape(1), 4));
        }

        @Test
        void ranksMustAgree() {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> strided(0, shape(2, 3), 4));

            assertEquals("2 lengths but 1 strides", e.getMessage());
        }

        @Test
        void lengthsAndStridesAreNotNegative() {
            assertEquals("negative length or stride: shape [2, -3], strides [12, 4]",
                    assertThrows(IllegalArgumentException.class, () -> strided(0, shape(2, -3), 12, 4)).getMessage());
            assertEquals("negative length or stride: shape [2], strides [-4]",
                    assertThrows(IllegalArgumentException.class, () -> strided(4, shape(2), -4)).getMessage());
            assertThrows(IllegalArgumentException.class, () -> contiguous(-1));
            // Also where there is nothing to reach.
            assertThrows(IllegalArgumentException.class, () -> strided(0, shape(0, -1), 4, 4));
        }

        @Test
        void memoryIsNotWrittenThroughAView() {
            assertTrue(contiguous(3).rawSegment().orElseThrow().isReadOnly());
        }
    }

    /// Sizes as a hostile header may declare them: no sum or product may wrap around into the memory.
    @Nested
    class Overflow {

        private void refused(long base, long[] shape, long... strides) {
            IndexOutOfBoundsException e = assertThrows(IndexOutOfBoundsException.class,
                    () -> strided(base, shape, strides));
            assertTrue(e.getMessage().startsWith("a view of int["), e.getMessage());
            assertTrue(e.getMessage().endsWith("does not fit into 480 bytes"), e.getMessage());
            assertInstanceOf(ArithmeticException.class, e.getCause());
        }

        @Test
        void ofOneExtent() {
            refused(0, shape(MOST), 4);
            refused(0, shape(3), MOST);
            refused(0, shape(1L << 32), 1L << 32);
            refused(0, shape((1L << 62) + 1), 4);
        }

        @Test
        void ofSeveralExtentsTogether() {
            refused(0, shape(2, 2, 2), 1L << 62, 1L << 62, 1L << 62);
            refused(400, shape(2), MOST - 100);
        }

        @Test
        void ofTheLastValuesEnd() {
            refused(MOST - 1, shape(1), 4);
        }

        @Test
        void ofTheCountWhereStridesAreZero() {
            assertEquals(MOST, strided(0, shape(MOST), 0).count());
            refused(0, shape(MOST, 2), 0, 0);
            refused(0, shape(1L << 32, 1L << 32), 0, 0);
        }

        @ParameterizedTest
        @CsvSource({"0, 1, 2", "1, 0, 2", "1, 2, 0"})
        void ofTheCountBesideADimensionOfLengthZero(int zero, int one, int other) {
            long[] shape = new long[3];
            shape[zero] = 0;
            shape[one] = MOST;
            shape[other] = 2;
            refused(0, shape, 0, 0, 0);

            shape[one] = MOST / 2;
            ArrayView view = strided(0, shape, 4, 4, 4);
            assertEquals(0, view.count());
            assertTrue(view.isContiguous());
            assertTrue(view.transposed(0, 2).isContiguous());
            assertEquals(0, view.realMatrix().size());
        }

        @Test
        void ofContiguousBytes() {
            assertEquals("too many values: [" + MOST + "]",
                    assertThrows(IllegalArgumentException.class, () -> contiguous(MOST)).getMessage());
            assertThrows(IllegalArgumentException.class, () -> contiguous(1L << 32, 1L << 32));
            assertThrows(IllegalArgumentException.class, () -> contiguous(1L << 61, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> contiguous(1L << 60, 1));
        }

        @Test
        void ofRepetitions() {
            assertEquals(MOST, contiguous(1).repeated(MOST).count());
            assertThrows(IndexOutOfBoundsException.class, () -> contiguous(2).repeated(MOST));
            assertThrows(IllegalArgumentException.class, () -> contiguous(2).repeated(-1));
        }

        @Test
        void ofANewShape() {
            assertThrows(IllegalArgumentException.class, () -> contiguous(6).reshaped(MOST, 2));
            // 2^32 * 2^32 wraps to 0.
            assertThrows(IllegalArgumentException.class, () -> contiguous(0).reshaped(1L << 32, 1L << 32));
        }
    }

    @Nested
    class Selection {

        @Test
        void selectFixesOneIndex() {
            ArrayView view = contiguous(2, 3, 4);

            assertArrayEquals(shape(12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23), values(view.select(0, 1)));
            assertArrayEquals(shape(2, 4), view.select(1, 2).shape());
            assertArrayEquals(shape(20, 21, 22, 23), values(view.select(1, 2).select(0, 1)));
            assertArrayEquals(shape(1, 5, 9), values(view.select(2, 1).select(0, 0)));
            assertArrayEquals(shape(23), values(view.select(0, 1).select(0, 2).select(0, 3)));
        }

        @Test
        void sliceRestrictsOneDimension() {
            ArrayView view = contiguous(4, 5).slice(0, 1, 2).slice(1, 3, 2);

            assertArrayEquals(shape(2, 2), view.shape());
            assertArrayEquals(shape(8, 9), values(view.select(0, 0)));
            assertArrayEquals(shape(13, 14), values(view.select(0, 1)));
            assertFalse(view.isContiguous());
        }

        @Test
        void aSliceMayBeEmptyAtEitherEnd() {
            assertEquals(0, contiguous(5).slice(0, 0, 0).count());
            assertEquals(0, contiguous(5).slice(0, 5, 0).count());
            assertEquals(0, contiguous(5).slice(0, 5, 0).rawSegment().orElseThrow().byteSize());
        }

        @Test
        void indexesAreChecked() {
            ArrayView view = contiguous(2, 3);

            assertEquals("Index 2 out of bounds for length 2",
                    assertThrows(IndexOutOfBoundsException.class, () -> view.select(0, 2)).getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> view.select(0, -1));
            assertThrows(IndexOutOfBoundsException.class, () -> view.select(2, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> view.select(-1, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> view.length(2));
            assertThrows(IndexOutOfBoundsException.class, () -> view.transposed(0, 2));
            assertThrows(IndexOutOfBoundsException.class, () -> view.transposed(2, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(2, 0, 0));
            assertEquals("Range [1, 1 + 3) out of bounds for length 3",
                    assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, 1, 3)).getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, -1, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, 1, -1));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, MOST, MOST));
        }

        @Test
        void anIndexBesideADimensionOfLengthZeroLeadsNowhere() {
            ArrayView none = ArrayView.contiguous(counting, ElementType.INT, 480, 5, 0, 1_000);

            assertEquals(0, none.select(0, 4).rawSegment().orElseThrow().byteSize());
            assertEquals(0, none.select(2, 999).rawSegment().orElseThrow().byteSize());
            assertEquals(0, none.select(0, 4).select(1, 999).integers().rawSegment().orElseThrow().byteSize());
            assertEquals(0, none.transposed(0, 1).realMatrix().column(4_999).rawSegment().orElseThrow().byteSize());
            assertEquals(0, none.slice(2, 999, 1).reshaped(0, 7).count());
        }
    }

    @Nested
    class Rearrangement {

        @Test
        void transposedExchangesTwoDimensions() {
            ArrayView view = contiguous(2, 3, 4).transposed(0, 2);

            assertArrayEquals(shape(4, 3, 2), view.shape());
            assertArrayEquals(shape(3, 15), values(view.select(0, 3).select(0, 0)));
            assertFalse(view.isContiguous());
            assertTrue(view.transposed(2, 0).isContiguous());
            assertTrue(contiguous(1, 5).transposed(0, 1).isContiguous());
        }

        @Test
        void repeatedReadsTheSameValuesAgain() {
            ArrayView view = contiguous(3).repeated(4);

            assertArrayEquals(shape(4, 3), view.shape());
            assertArrayEquals(shape(0, 1, 2), values(view.select(0, 3)));
            assertArrayEquals(shape(2, 2, 2, 2), values(view.select(1, 2)));
            assertFalse(view.isContiguous());
            assertEquals(0, contiguous(3).repeated(0).count());
        }

        @Test
        void asColumnMakesAMatrixOfOneColumn() {
            IntegerMatrix column = strided(4, shape(3), 40).asColumn().integerMatrix();

            assertEquals("int[3, 1]", column.toString());
            assertArrayEquals(shape(1, 11, 21), column.toArray());
        }

        @Test
        void reshapedKeepsTheOrder() {
            assertArrayEquals(shape(4, 5), values(contiguous(6).reshaped(3, 2).select(0, 2)));
            assertArrayEquals(shape(3, 4, 5), values(contiguous(3, 2).reshaped(2, 3).select(0, 1)));
            assertEquals(0, contiguous(6).slice(0, 2, 1).reshaped().rank());
            assertArrayEquals(shape(2), values(strided(8, shape(1), 100).reshaped(1, 1, 1)));
            assertArrayEquals(shape(0, 9), contiguous(3, 0).reshaped(0, 9).shape());
        }

        @Test
        void reshapedNeedsTheSameNumberOfValues() {
            assertEquals("int[6] cannot become int[4, 2]", assertThrows(IllegalArgumentException.class,
                    () -> contiguous(6).reshaped(4, 2)).getMessage());
            // More than the memory holds: still the argument's fault.
            assertEquals("int[6] cannot become int[1000]", assertThrows(IllegalArgumentException.class,
                    () -> contiguous(6).reshaped(1_000)).getMessage());
            assertThrows(IllegalArgumentException.class, () -> contiguous(6).reshaped());
            assertThrows(IllegalArgumentException.class, () -> contiguous(6).reshaped(-2, -3));
        }

        @Test
        void reshapedNeedsValuesWithoutGaps() {
            assertEquals("int[6] cannot become int[2, 3]", assertThrows(IllegalArgumentException.class,
                    () -> strided(0, shape(6), 8).reshaped(2, 3)).getMessage());
            assertThrows(IllegalArgumentException.class, () -> contiguous(3, 4).slice(1, 0, 2).reshaped(6));
        }

        @Test
        void flattenedJoinsTheInnerDimensions() {
            ArrayView records = strided(0, shape(3, 2, 2), 40, 8, 4);

            assertArrayEquals(shape(3, 4), records.flattened(1).shape());
            assertArrayEquals(shape(20, 21, 22, 23), values(records.flattened(1).select(0, 2)));
            assertArrayEquals(shape(3, 2, 2), records.flattened(2).shape());
            assertArrayEquals(shape(3, 2, 2, 1), records.flattened(3).shape());
            assertEquals("int[1]", contiguous().flattened(0).toString());
        }

        @Test
        void flattenedNeedsValuesWithoutGaps() {
            ArrayView records = strided(0, shape(3, 2, 2), 40, 8, 4);

            assertEquals("the values of int[3, 2, 2] are not contiguous from dimension 0 on; "
                    + "select an index of an outer dimension first",
                    assertThrows(IllegalArgumentException.class, () -> records.flattened(0)).getMessage());
            assertThrows(IllegalArgumentException.class, records::reals);
            assertThrows(IndexOutOfBoundsException.class, () -> records.flattened(4));
            assertThrows(IndexOutOfBoundsException.class, () -> records.flattened(-1));
            assertThrows(IndexOutOfBoundsException.class, () -> contiguous().flattened(-1));
        }

        @Test
        void aSingleRecordHasNoGaps() {
            assertTrue(strided(0, shape(1, 2, 2), 400, 8, 4).isContiguous());
            assertTrue(strided(0, shape(2, 1, 2), 8, 400, 4).isContiguous());
            assertFalse(strided(0, shape(2, 2), 12, 4).isContiguous());
        }
    }

    @Nested
    class TypedViews {

        @Test
        void theFirstDimensionGivesTheRows() {
            assertEquals("int[2, 12]", contiguous(2, 3, 4).integerMatrix().toString());
            assertEquals("int[2, 12]", contiguous(2, 3, 4).realMatrix().toString());
            assertEquals(23, contiguous(2, 3, 4).integerMatrix().get(1, 11));
        }

        @Test
        void aVectorIsNoMatrix() {
            assertEquals("int[4] is not a matrix",
                    assertThrows(IllegalArgumentException.class, () -> contiguous(4).realMatrix()).getMessage());
            assertEquals("int[] is not a matrix",
                    assertThrows(IllegalArgumentException.class, () -> contiguous().integerMatrix()).getMessage());
        }

        @Test
        void textIsNoNumber() {
            ArrayView text = ArrayView.contiguous(counting, ElementType.CHAR, 0, 3, 4);

            assertEquals("values of type char are text, not numbers",
                    assertThrows(IllegalArgumentException.class, text::reals).getMessage());
            assertThrows(IllegalArgumentException.class, text::realMatrix);
            assertEquals("values of type char are not integers",
                    assertThrows(IllegalArgumentException.class, text::integers).getMessage());
            assertThrows(IllegalArgumentException.class, text::integerMatrix);
        }

        @ParameterizedTest
        @EnumSource(names = {"FLOAT", "DOUBLE"})
        void realNumbersAreNoIntegers(ElementType type) {
            ArrayView reals = ArrayView.contiguous(counting, type, 0, 3, 4);

            assertEquals("values of type " + type.label() + " are not integers",
                    assertThrows(IllegalArgumentException.class, reals::integers).getMessage());
            assertThrows(IllegalArgumentException.class, reals::integerMatrix);
        }

        @ParameterizedTest
        @EnumSource(names = {"CHAR", "BYTE", "UBYTE"}, mode = EnumSource.Mode.EXCLUDE)
        void widerValuesAreNoText(ElementType type) {
            ArrayView wide = ArrayView.contiguous(counting, type, 0, 3);

            assertEquals("values of type " + type.label() + " are not text",
                    assertThrows(IllegalArgumentException.class, wide::text).getMessage());
        }

        @Test
        void rawSegmentIsBigEndian() {
            MemorySegment raw = contiguous(120).slice(0, 5, 3).rawSegment().orElseThrow();

            assertEquals(12, raw.byteSize());
            assertEquals(6, raw.get(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 4));
            assertTrue(strided(0, shape(3), 8).rawSegment().isEmpty());
        }
    }
}
