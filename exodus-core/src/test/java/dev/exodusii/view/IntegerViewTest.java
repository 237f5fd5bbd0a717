package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IntegerViewTest {

    private static final String INTEGERS = "dev.exodusii.view.Stored#integers";

    @Nested
    class Access {

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void getWidensToLong(Stored stored) {
            IntegerView view = stored.integerView();

            assertEquals(stored.size(), view.size());
            for (int i = 0; i < stored.size(); i++) {
                assertEquals(stored.integer(i), view.get(i));
            }
        }

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void getIntIsExactOrFails(Stored stored) {
            IntegerView view = stored.integerView();

            for (int i = 0; i < stored.size(); i++) {
                int index = i;
                long value = stored.integer(i);
                if (value == (int) value) {
                    assertEquals(value, view.getInt(i));
                } else {
                    assertEquals("value " + value + " at index " + i + " does not fit into an int",
                            assertThrows(ArithmeticException.class, () -> view.getInt(index)).getMessage());
                }
            }
        }

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void indexesOutsideAreRefused(Stored stored) {
            IntegerView view = stored.integerView();

            for (long index : new long[] {-1, stored.size(), Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32}) {
                String message = "Index " + index + " out of bounds for length " + stored.size();
                assertEquals(message,
                        assertThrows(IndexOutOfBoundsException.class, () -> view.get(index)).getMessage());
                assertEquals(message,
                        assertThrows(IndexOutOfBoundsException.class, () -> view.getInt(index)).getMessage());
            }
        }

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void aViewKnowsItsShape(Stored stored) {
            IntegerView view = stored.integerView();

            assertEquals(stored.type(), view.type());
            assertEquals(stored.size() == 0, view.isEmpty());
            assertEquals(stored.size() <= 1 || stored.stride() == stored.type().byteSize(), view.isContiguous());
            assertEquals(stored.type().label() + "[" + stored.size() + "]", view.toString());
        }

        @ParameterizedTest
        @CsvSource({
            "BYTE, 0x80, -128", "BYTE, 0x7F, 127", "UBYTE, 0x80, 128", "UBYTE, 0xFF, 255",
            "SHORT, 0x8000, -32768", "USHORT, 0xFFFF, 65535", "INT, 0x80000000, -2147483648",
            "UINT, 0xFFFFFFFF, 4294967295", "UINT, 0x80000000, 2147483648",
            "INT64, 0x8000000000000000, -9223372036854775808", "INT64, 0x7FFFFFFFFFFFFFFF, 9223372036854775807",
            "UINT64, 0x7FFFFFFFFFFFFFFF, 9223372036854775807"
        })
        void theSignIsTheTypes(ElementType type, String bits, long value) {
            assertEquals(value, Stored.of(type, 1, 0, Long.parseUnsignedLong(bits.substring(2), 16))
                    .integerView().get(0));
        }

        @Test
        void unsigned64BitValuesKeepTheirBits() {
            IntegerView view = Stored.of(ElementType.UINT64, 0, 0, Long.MIN_VALUE, -1).integerView();

            assertEquals("9223372036854775808", Long.toUnsignedString(view.get(0)));
            assertEquals("18446744073709551615", Long.toUnsignedString(view.get(1)));
        }

        @Test
        void indexOfFindsTheFirst() {
            IntegerView ids = Stored.ofLongs(10, 0, 30, 0, 1L << 40).integerView();

            assertEquals(1, ids.indexOf(0));
            assertEquals(4, ids.indexOf(1L << 40));
            assertEquals(-1, ids.indexOf(11));
            assertEquals(2, ids.plus(-1).indexOf(29));
            assertEquals(-1, Stored.ofInts().integerView().indexOf(0));
        }
    }

    @Nested
    class Constants {

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void plusIsAddedToEachValueAsItIsRead(Stored stored) {
            for (long constant : new long[] {-1, 1, Integer.MIN_VALUE, 1L << 33}) {
                IntegerView view = stored.integerView().plus(constant);
                for (int i = 0; i < stored.size(); i++) {
                    int index = i;
                    long sum = stored.integer(i) + constant;
                    boolean overflows = stored.integer(i) > 0 == constant > 0 && sum > 0 != constant > 0
                            && stored.integer(i) != 0;
                    if (overflows) {
                        assertThrows(ArithmeticException.class, () -> view.get(index));
                    } else {
                        assertEquals(sum, view.get(i));
                    }
                }
            }
        }

        @Test
        void constantsAddUp() {
            IntegerView view = Stored.ofInts(5).integerView().plus(Long.MAX_VALUE).plus(-Long.MAX_VALUE).plus(-1);

            assertEquals(4, view.get(0));
            assertArrayEquals(new int[] {4}, view.toIntArray());
        }

        @Test
        void constantsThatOverflowTogetherAreRefused() {
            IntegerView view = Stored.ofInts(5).integerView().plus(Long.MAX_VALUE);

            assertEquals("long overflow", assertThrows(ArithmeticException.class, () -> view.plus(1)).getMessage());
        }

        @Test
        void aSumThatOverflowsALongIsRefusedByEveryOperation() {
            IntegerView view = Stored.ofLongs(7, Long.MIN_VALUE).integerView().plus(-1);

            assertEquals(6, view.get(0));
            assertEquals("value -9223372036854775808 at index 1 plus -1 does not fit into a long",
                    assertThrows(ArithmeticException.class, () -> view.get(1)).getMessage());
            assertThrows(ArithmeticException.class, () -> view.getInt(1));
            assertThrows(ArithmeticException.class, view::toArray);
            assertThrows(ArithmeticException.class, view::toIntArray);
            assertThrows(ArithmeticException.class, view::minMax);
            assertThrows(ArithmeticException.class, view::sum);
            assertThrows(ArithmeticException.class, () -> view.indexOf(0));
            assertThrows(ArithmeticException.class, () -> view.copyLongsTo(MemorySegment.ofArray(new long[2])));
            assertThrows(ArithmeticException.class, () -> view.copyIntsTo(MemorySegment.ofArray(new int[2])));
            assertThrows(ArithmeticException.class, () -> Stored.ofInts(1).integerView().plus(Long.MAX_VALUE).get(0));
            assertThrows(ArithmeticException.class,
                    () -> Stored.ofInts(1).integerView().plus(Long.MAX_VALUE).toArray());
        }

        @Test
        void slicesKeepTheConstant() {
            assertArrayEquals(new long[] {1, 2},
                    Stored.ofInts(1, 2, 3, 4).integerView().plus(-1).slice(1, 2).toArray());
        }

        @Test
        void theBytesAreWithoutTheConstant() {
            MemorySegment raw = Stored.ofInts(1).integerView().plus(-1).rawSegment().orElseThrow();

            assertArrayEquals(new byte[] {0, 0, 0, 1}, raw.toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Nested
    class Parts {

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void sliceKeepsARange(Stored stored) {
            int n = stored.size();
            for (int from : new int[] {0, n / 3, n}) {
                for (int count : new int[] {0, (n - from) / 2, n - from}) {
                    IntegerView part = stored.integerView().slice(from, count);
                    assertArrayEquals(Arrays.copyOfRange(stored.longs(), from, from + count), part.toArray());
                    assertThrows(IndexOutOfBoundsException.class, () -> part.get(count));
                }
            }
        }

        @Test
        void aRangeOutsideIsRefused() {
            IntegerView view = Stored.ofInts(1, 2, 3).integerView();

            assertEquals("Range [2, 2 + 2) out of bounds for length 3",
                    assertThrows(IndexOutOfBoundsException.class, () -> view.slice(2, 2)).getMessage());
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(-1, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(0, -1));
            assertThrows(IndexOutOfBoundsException.class, () -> view.slice(1, Long.MAX_VALUE));
        }

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void rawSegmentHoldsTheStoredBytes(Stored stored) {
            if (!stored.integerView().isContiguous()) {
                assertTrue(stored.integerView().rawSegment().isEmpty());
                return;
            }
            MemorySegment raw = stored.integerView().rawSegment().orElseThrow();

            assertTrue(raw.isReadOnly());
            assertEquals(-1, raw.mismatch(stored.memory().asSlice(stored.base(),
                    (long) stored.size() * stored.type().byteSize())));
        }

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void aStreamGivesAllValuesInOrder(Stored stored) {
            assertArrayEquals(stored.longs(), stored.integerView().stream().toArray());
            assertArrayEquals(stored.longs(), stored.integerView().stream().parallel().toArray());
        }
    }

    @Nested
    class Reductions {

        @ParameterizedTest
        @MethodSource(INTEGERS)
        void minMaxFindsTheExtremes(Stored stored) {
            IntegerRange range = stored.integerView().minMax();

            assertEquals(Arrays.stream(stored.longs()).min().orElse(Long.MAX_VALUE), range.min());
            assertEquals(Arrays.stream(stored.longs()).max().orElse(Long.MIN_VALUE), range.max());
            assertEquals(stored.size(), range.count());
            assertEquals(stored.size() == 0, range.isEmpty());
        }

        @Test
        void minMaxIsOfTheValuesAsRead() {
            assertEquals(new IntegerRange(-4, 8, 3), Stored.ofInts(1, -3, 9).integerView().plus(-1).minMax());
        }

        @Test
        void rangesCombine() {
            IntegerRange one = Stored.ofInts(4, 2).integerView().minMax();
            IntegerRange other = Stored.ofInts(-1).integerView().minMax();
            IntegerRange none = Stored.ofInts().integerView().minMax();

            assertEquals(new IntegerRange(-1, 4, 3), one.and(other));
            assertEquals(one, one.and(none));
            assertEquals(one, none.and(one));
            assertTrue(none.and(none).isEmpty());
        }

        @Test
        void sumIsExact() {
            assertEquals(6, Stored.ofInts(1, 2, 3).integerView().sum());
            assertEquals(3, Stored.ofInts(1, 2, 3).integerView().plus(-1).sum());
            assertEquals(4L * Integer.MAX_VALUE, Stored.ofInts(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE,
                    Integer.MAX_VALUE).integerView().sum());
            assertEquals(0, Stored.ofInts().integerView().sum());
        }

        @Test
        void aSumThatDoesNotFitIsRefused() {
            IntegerView view = Stored.ofLongs(Long.MAX_VALUE, 1).integerView();

            assertEquals("the sum of the first 2 values does not fit into a long",
                    assertThrows(ArithmeticException.class, view::sum).getMessage());
            assertEquals(Long.MAX_VALUE, Stored.ofLongs(Long.MAX_VALUE, 1, -1).integerView().slice(0, 1).sum());
            assertThrows(ArithmeticException.class, () -> Stored.ofLongs(-1, Long.MIN_VALUE).integerView().sum());
        }
    }
}
