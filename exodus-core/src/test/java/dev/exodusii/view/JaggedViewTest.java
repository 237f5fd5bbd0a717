package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JaggedViewTest {

    private static JaggedView view(int[] lengths, int... values) {
        return JaggedView.of(Stored.ofInts(lengths).integerView(), Stored.ofInts(values).integerView());
    }

    /// Rows of random lengths over 0, 1, 2, ..., and where each begins.
    private record Sample(int[] lengths, int[] starts, JaggedView view) {

        static Sample of(int rows) {
            int[] lengths = new Random(rows).ints(rows, 0, 9).toArray();
            int[] starts = new int[rows];
            for (int row = 1; row < rows; row++) {
                starts[row] = starts[row - 1] + lengths[row - 1];
            }
            return new Sample(lengths, starts, JaggedViewTest.view(lengths,
                    IntStream.range(0, Arrays.stream(lengths).sum()).toArray()));
        }

        long[] row(int row) {
            return IntStream.range(starts[row], starts[row] + lengths[row]).asLongStream().toArray();
        }
    }

    @Test
    void rowsFollowOneAnother() {
        JaggedView view = view(new int[] {3, 0, 2}, 10, 11, 12, 20, 21);

        assertEquals(3, view.size());
        assertArrayEquals(new long[] {10, 11, 12}, view.row(0).toArray());
        assertArrayEquals(new long[] {}, view.row(1).toArray());
        assertArrayEquals(new long[] {20, 21}, view.row(2).toArray());
        assertEquals("3 rows, 5 values", view.toString());
    }

    @Test
    void lengthsAndValuesAreAtHand() {
        IntegerView lengths = Stored.ofInts(1).integerView();
        IntegerView values = Stored.ofInts(9).integerView();
        JaggedView view = JaggedView.of(lengths, values);

        assertSame(lengths, view.lengths());
        assertSame(values, view.values());
    }

    /// Around the spacing of the rows whose positions are kept.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 127, 128, 129, 1_000})
    void rowsAreFoundInAnyOrder(int rows) {
        Sample sample = Sample.of(rows);
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(7));

        for (int row : order) {
            assertArrayEquals(sample.row(row), sample.view().row(row).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 1_000})
    void forEachRowWalksInOrder(int rows) {
        Sample sample = Sample.of(rows);
        List<Long> seen = new ArrayList<>();
        sample.view().forEachRow((row, values) -> {
            assertArrayEquals(sample.row((int) row), values.toArray());
            seen.add(row);
        });

        assertEquals(IntStream.range(0, rows).asLongStream().boxed().toList(), seen);
    }

    @Test
    void plusIsAddedToTheValuesAlone() {
        JaggedView view = view(new int[] {1, 2}, 5, 6, 7).plus(-1);

        assertArrayEquals(new long[] {5, 6}, view.row(1).toArray());
        assertEquals(2, view.lengths().get(1));
    }

    @Test
    void valuesLeftOverAreRefused() {
        assertEquals("the lengths of 2 rows add up to 2, but there are 3 values", refused(() -> view(
                new int[] {1, 1}, 5, 6, 7)));
    }

    private static String refused(Executable making) {
        return assertThrows(IllegalArgumentException.class, making).getMessage();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2, Long.MAX_VALUE, Long.MIN_VALUE})
    void rowsOutsideAreRefused(long row) {
        assertEquals("Index " + row + " out of bounds for length 2", assertThrows(IndexOutOfBoundsException.class,
                () -> view(new int[] {1, 1}, 5, 6).row(row)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 4, Long.MAX_VALUE, (1L << 32) + 1})
    void aLengthThatDoesNotFitIsNamed(long length) {
        IntegerView lengths = Stored.ofLongs(2, length, 1).integerView();
        IntegerView values = Stored.ofInts(1, 2, 3, 4, 5).integerView();

        assertEquals("row 1 of 3 has length " + length + " where 3 of 5 values are left",
                refused(() -> JaggedView.of(lengths, values)));
    }

    @Test
    void lengthsWhoseSumWouldWrapAroundAreRefused() {
        IntegerView lengths = Stored.ofLongs(1, Long.MAX_VALUE, Long.MAX_VALUE, 3).integerView();

        assertEquals("row 1 of 4 has length 9223372036854775807 where 3 of 4 values are left",
                refused(() -> JaggedView.of(lengths, Stored.ofInts(1, 2, 3, 4).integerView())));
    }

    @Test
    void damageBehindManyRowsIsFound() {
        int[] lengths = new int[1_000];
        Arrays.fill(lengths, 1);
        lengths[999] = 2;

        assertEquals("row 999 of 1000 has length 2 where 1 of 1000 values are left",
                refused(() -> view(lengths, new int[1_000])));
    }

    @Test
    void aSumThatIsSoundAloneDoesNotHideANegativeLength() {
        assertEquals("row 1 of 3 has length -1 where 1 of 3 values are left",
                refused(() -> view(new int[] {2, -1, 2}, 1, 2, 3)));
    }

    @Test
    @Timeout(20)
    void manyThreadsMayReadOneView() throws Exception {
        int threads = 8;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < 20; round++) {
                Sample sample = Sample.of(300);
                CountDownLatch start = new CountDownLatch(threads);
                List<Callable<Boolean>> readers = new ArrayList<>();
                for (int t = 0; t < threads; t++) {
                    int first = t * 37;
                    readers.add(() -> {
                        start.countDown();
                        start.await();
                        return IntStream.range(0, 300).map(i -> (i + first) % 300).allMatch(
                                row -> Arrays.equals(sample.row(row), sample.view().row(row).toArray()));
                    });
                }
                for (Future<Boolean> reader : pool.invokeAll(readers, 10, TimeUnit.SECONDS)) {
                    assertTrue(reader.get());
                }
            }
        }
    }
}
