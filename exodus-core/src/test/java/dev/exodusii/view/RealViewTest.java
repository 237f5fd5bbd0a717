package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealViewTest {

    private static final String NUMBERS = "dev.exodusii.view.Stored#numbers";

    private static RealView zeroStride(double value, long size) {
        MemorySegment memory = Stored.ofDoubles(value).memory();
        return ArrayView.of(memory, ElementType.DOUBLE, 4, new long[] {size}, new long[] {0}).reals();
    }

    @Nested
    class Access {

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void getWidensToDouble(Stored stored) {
            RealView view = stored.reals();

            assertEquals(stored.size(), view.size());
            for (int i = 0; i < stored.size(); i++) {
                assertEquals(stored.real(i), view.get(i));
            }
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void getFloatRoundsOnce(Stored stored) {
            RealView view = stored.reals();

            for (int i = 0; i < stored.size(); i++) {
                assertEquals(stored.realFloat(i), view.getFloat(i));
            }
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void indexesOutsideAreRefused(Stored stored) {
            RealView view = stored.reals();

            for (long index : new long[] {-1, stored.size(), Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
                String message = "Index " + index + " out of bounds for length " + stored.size();
                assertEquals(message,
                        assertThrows(IndexOutOfBoundsException.class, () -> view.get(index)).getMessage());
                assertEquals(message,
                        assertThrows(IndexOutOfBoundsException.class, () -> view.getFloat(index)).getMessage());
            }
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void aViewKnowsItsShape(Stored stored) {
            RealView view = stored.reals();

            assertEquals(stored.type(), view.type());
            assertEquals(stored.size() == 0, view.isEmpty());
            assertEquals(stored.size() <= 1 || stored.stride() == stored.type().byteSize(), view.isContiguous());
            assertEquals(stored.type().label() + "[" + stored.size() + "]", view.toString());
        }

        @Test
        void aStrideOfZeroRepeatsOneValueAsOftenAsWanted() {
            RealView view = zeroStride(7.5, Long.MAX_VALUE);

            assertEquals(7.5, view.get(0));
            assertEquals(7.5, view.get(Long.MAX_VALUE - 1));
            assertFalse(view.isContiguous());
            assertEquals(2, view.slice(Long.MAX_VALUE - 2, 2).size());
        }

        @Test
        void memoryOnTheHeapIsReadAlike() {
            Stored stored = Stored.onHeap(ElementType.DOUBLE, 3, 5, Double.doubleToRawLongBits(1.5),
                    Double.doubleToRawLongBits(-2.25));

            assertArrayEquals(new double[] {1.5, -2.25}, stored.reals().toArray());
        }
    }

    @Nested
    class Parts {

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void sliceKeepsARange(Stored stored) {
            int n = stored.size();
            for (int from : new int[] {0, n / 3, n}) {
                for (int count : new int[] {0, (n - from) / 2, n - from}) {
                    RealView part = stored.reals().slice(from, count);
                    assertEquals(count, part.size());
                    for (int i = 0; i < count; i++) {
                        assertEquals(stored.real(from + i), part.get(i));
                    }
                    assertThrows(IndexOutOfBoundsException.class, () -> part.get(count));
                    assertThrows(IndexOutOfBoundsException.class, () -> part.get(-1));
                }
            }
        }

        @Test
        void aSliceOfASliceCountsFromItsOwnStart() {
            RealView view = Stored.ofDoubles(0, 1, 2, 3, 4, 5, 6).reals();

            assertArrayEquals(new double[] {3, 4}, view.slice(1, 5).slice(2, 2).toArray());
        }

        @Test
        void aRangeOutsideIsRefused() {
            RealView view = Stored.ofDoubles(1, 2, 3).reals();

            assertEquals("Range [2, 2 + 2) out of bounds for length 3",
                    assertThrows(IndexOutOfBoundsException.class, () -> view.slice(2, 2)).getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(-1, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(0, -1));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(4, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, Long.MAX_VALUE));
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void everyKeepsTheFirstAndEachNth(Stored stored) {
            for (int n : new int[] {1, 2, 3, 7, 999, 1_000, 1_001}) {
                double[] expected = IntStream.iterate(0, i -> i < stored.size(), i -> i + n)
                        .mapToDouble(stored::real).toArray();
                assertArrayEquals(expected, stored.reals().every(n).toArray());
            }
        }

        @Test
        void everyMayBeWiderThanTheView() {
            assertArrayEquals(new double[] {1}, Stored.ofDoubles(1, 2, 3).reals().every(Long.MAX_VALUE).toArray());
            assertEquals(0, Stored.ofDoubles().reals().every(Long.MAX_VALUE).size());
            assertEquals(2, zeroStride(1, Long.MAX_VALUE).every(Long.MAX_VALUE - 1).size());
        }

        @Test
        void everyAndSliceCombine() {
            RealView view = Stored.ofDoubles(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).reals();

            assertArrayEquals(new double[] {1, 5, 9}, view.slice(1, 9).every(2).every(2).toArray());
            assertArrayEquals(new double[] {4, 6}, view.every(2).slice(2, 2).toArray());
        }

        @ParameterizedTest
        @ValueSource(longs = {0, -1, Long.MIN_VALUE})
        void everyZerothValueMakesNoSense(long n) {
            assertEquals("every " + n + " values: must be at least 1", assertThrows(IllegalArgumentException.class,
                    () -> Stored.ofDoubles(1).reals().every(n)).getMessage());
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void rawSegmentHoldsTheStoredBytes(Stored stored) {
            if (!stored.reals().isContiguous()) {
                assertTrue(stored.reals().rawSegment().isEmpty());
                return;
            }
            MemorySegment raw = stored.reals().rawSegment().orElseThrow();

            assertEquals((long) stored.size() * stored.type().byteSize(), raw.byteSize());
            assertTrue(raw.isReadOnly());
            assertEquals(-1, raw.mismatch(stored.memory().asSlice(stored.base(), raw.byteSize())));
        }

        @Test
        void rawSegmentIsBigEndian() {
            MemorySegment raw = Stored.ofDoubles(1.0).reals().rawSegment().orElseThrow();

            assertArrayEquals(new byte[] {0x3F, (byte) 0xF0, 0, 0, 0, 0, 0, 0}, raw.toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Nested
    class Streams {

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void aStreamGivesAllValuesInOrder(Stored stored) {
            assertArrayEquals(stored.doubles(), stored.reals().stream().toArray());
        }

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void aParallelStreamToo(Stored stored) {
            assertArrayEquals(stored.doubles(), stored.reals().stream().parallel().toArray());
        }

        @Test
        void aStreamIsMadeAnewForEachUse() {
            RealView view = Stored.ofDoubles(1, 2, 3).reals();

            assertEquals(6, view.stream().sum());
            assertEquals(3, view.stream().max().orElseThrow());
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 4, 5, 1_000})
        void splittingLosesNothingAndKeepsSizesExact(int size) {
            double[] values = IntStream.range(0, size).asDoubleStream().toArray();
            List<Double> seen = new ArrayList<>();
            drain(Stored.ofDoubles(values).reals().stream().spliterator(), seen);

            assertEquals(IntStream.range(0, size).asDoubleStream().boxed().toList(), seen);
        }

        /// Splits as far as it goes and walks the leaves, alternately one by one and all at once.
        private static void drain(Spliterator.OfDouble part, List<Double> seen) {
            long size = part.estimateSize();
            assertEquals(size, part.getExactSizeIfKnown());
            Spliterator.OfDouble head = part.trySplit();
            if (head != null) {
                assertEquals(size / 2, head.estimateSize());
                assertEquals(size - size / 2, part.estimateSize());
                drain(head, seen);
                drain(part, seen);
            } else if (seen.size() % 2 == 0) {
                assertTrue(size <= 1);
                part.forEachRemaining((DoubleConsumer) seen::add);
            } else {
                assertEquals(size == 1, part.tryAdvance((DoubleConsumer) seen::add));
                assertFalse(part.tryAdvance((DoubleConsumer) seen::add));
                assertEquals(0, part.estimateSize());
            }
        }

        @Test
        void splittingGoesOnBehindWhatWasRead() {
            Spliterator.OfDouble rest = Stored.ofDoubles(0, 1, 2, 3, 4).reals().stream().spliterator();
            List<Double> seen = new ArrayList<>();
            rest.tryAdvance((DoubleConsumer) seen::add);
            Spliterator.OfDouble head = rest.trySplit();
            head.forEachRemaining((DoubleConsumer) seen::add);
            rest.forEachRemaining((DoubleConsumer) seen::add);

            assertEquals(List.of(0.0, 1.0, 2.0, 3.0, 4.0), seen);
        }

        @Test
        void aStreamKnowsItsNature() {
            Spliterator.OfDouble parts = Stored.ofDoubles(1, 2, 3).reals().stream().spliterator();

            assertTrue(parts.hasCharacteristics(Spliterator.ORDERED | Spliterator.SIZED | Spliterator.SUBSIZED
                    | Spliterator.IMMUTABLE | Spliterator.NONNULL));
            assertFalse(parts.hasCharacteristics(Spliterator.SORTED));
            assertFalse(parts.hasCharacteristics(Spliterator.DISTINCT));
        }
    }

    @Nested
    class WholeArrays {

        @ParameterizedTest
        @MethodSource(NUMBERS)
        void toArrayCopiesEverything(Stored stored) {
            assertArrayEquals(stored.doubles(), stored.reals().toArray());
            assertArrayEquals(stored.floats(), stored.reals().toFloatArray());
        }

        @Test
        void moreThanAnArrayHoldsIsRefused() {
            RealView view = zeroStride(1, Integer.MAX_VALUE - 7L);

            assertEquals("2147483640 values do not fit into one array; copy them in slices",
                    assertThrows(IllegalStateException.class, view::toArray).getMessage());
            assertThrows(IllegalStateException.class, view::toFloatArray);
        }
    }
}
