package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is announced before it is read, and the columns that are copied so.
class ReadAheadTest {

    private static final long BASE = 20;

    /// A range of bytes that was announced.
    private record Range(long from, long bytes) {

        boolean holds(long at) {
            return at >= from && at + Double.BYTES <= from + bytes;
        }
    }

    private final List<Range> announced = new ArrayList<>();

    private void note(long offset, long bytes) {
        announced.add(new Range(offset, bytes));
    }

    /// A matrix whose value at (r, c) is `1000 r + c`, with `rowStride` bytes from row to row.
    private static RealMatrix matrix(int rows, int columns, long rowStride) {
        MemorySegment memory = Arena.ofAuto().allocate(BASE + (rows - 1) * rowStride + columns * (long) Double.BYTES);
        ValueLayout.OfDouble layout = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                memory.set(layout, BASE + r * rowStride + c * (long) Double.BYTES, 1000.0 * r + c);
            }
        }
        return ArrayView.of(memory, ElementType.DOUBLE, BASE, new long[] {rows, columns},
                new long[] {rowStride, Double.BYTES}).realMatrix();
    }

    @Test
    void contiguousValuesAreOneRange() {
        matrix(3, 50, 1 << 16).row(2).announceTo(this::note);

        assertEquals(List.of(new Range(BASE + 2 * (1 << 16), 400)), announced);
    }

    @Test
    void valuesFarApartAreARangeEach() {
        matrix(3, 50, 1 << 16).column(7).announceTo(this::note);

        assertEquals(List.of(new Range(BASE + 56, 8), new Range(BASE + 56 + (1 << 16), 8),
                new Range(BASE + 56 + 2 * (1 << 16), 8)), announced);
    }

    @Test
    void valuesOfNeighbouringPagesAreOneRange() {
        matrix(3, 50, 8192).column(7).announceTo(this::note);

        assertEquals(List.of(new Range(BASE + 56, 2 * 8192 + 8)), announced);
    }

    @Test
    void noValuesAreNoRange() {
        matrix(3, 50, 1 << 16).row(0).slice(4, 0).announceTo(this::note);

        assertEquals(List.of(), announced);
    }

    @Test
    void integersAreAnnouncedLikewise() {
        Stored.ofInts(1, 2, 3).integerView().announceTo(this::note);

        assertEquals(List.of(new Range(4, 12)), announced);
    }

    @Test
    void columnsComeInTheOrderInWhichTheyAreWanted() {
        double[] copy = new double[7];
        Arrays.fill(copy, -1);
        matrix(2, 50, 1 << 16).copyColumnsTo(new long[] {9, 0, 9}, copy, 1, ReadAhead.NONE);

        assertArrayEquals(new double[] {-1, 9, 0, 9, 1009, 1000, 1009}, copy);
    }

    @Test
    void columnsAsFloatsAreTheSame() {
        float[] copy = new float[4];
        matrix(2, 50, 1 << 16).copyColumnsTo(new long[] {9, 0}, copy, 0, ReadAhead.NONE);

        assertArrayEquals(new float[] {9, 0, 1009, 1000}, copy);
    }

    @Test
    void unknownColumnIsRefusedBeforeAnythingIsCopied() {
        double[] copy = {5, 5};

        assertThrows(IndexOutOfBoundsException.class,
                () -> matrix(1, 50, 400).copyColumnsTo(new long[] {0, 50}, copy, 0, ReadAhead.NONE));
        assertArrayEquals(new double[] {5, 5}, copy);
    }

    @Test
    void arrayThatIsTooShortIsRefusedBeforeAnythingIsCopied() {
        double[] copy = {5, 5, 5};

        assertThrows(IndexOutOfBoundsException.class,
                () -> matrix(2, 50, 400).copyColumnsTo(new long[] {0, 1}, copy, 0, ReadAhead.NONE));
        assertArrayEquals(new double[] {5, 5, 5}, copy);
    }

    /// More pages than are announced at a time.
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200})
    void everyValueIsAnnouncedOnceFromFrontToBackAndCopied(int count) {
        int rows = 2500;
        long rowStride = 1 << 16;
        RealMatrix matrix = matrix(rows, 4000, rowStride);
        long[] columns = new Random(count).longs(count, 0, 4000).toArray();
        double[] copy = new double[rows * count];
        copyFromDisk(matrix, columns, copy, this::note);

        int at = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < count; i++) {
                assertEquals(1000.0 * row + columns[i], copy[row * count + i]);
            }
            for (long column : LongStream.of(columns).sorted().toArray()) {
                long place = BASE + row * rowStride + column * Double.BYTES;
                while (!announced.get(at).holds(place)) {
                    at++;
                }
            }
        }
        assertEquals(announced.size(), at + 1);
        long near = IntStream.range(1, announced.size())
                .filter(i -> announced.get(i).from <= announced.get(i - 1).from + announced.get(i - 1).bytes
                        + Announcement.NEAR).count();
        assertTrue(near <= 1, "joined where they are near, but for the end of the first run");
    }

    @Test
    void announcementsStayCloseAheadOfReading() {
        int rows = 5_000;
        RealMatrix matrix = matrix(rows, 1, 1 << 16);
        double[] copy = new double[rows];
        Arrays.fill(copy, -1);
        copyFromDisk(matrix, new long[] {0}, copy, (offset, bytes) -> {
            int row = (int) ((offset - BASE) >> 16);
            assertTrue(row < 2048 || copy[row - 2048] >= 0, "row " + row + " is announced too early");
        });
    }

    @Test
    void nothingButTheFirstRunIsAnnouncedWhileValuesComeAtOnce() {
        double[] copy = new double[20];
        new ColumnCopy(matrix(10, 8000, 1 << 16), new long[] {3, 7000}, () -> 0).run(copy, 0, this::note);

        assertEquals(List.of(new Range(BASE + 24, 8), new Range(BASE + 56_000, 8)), announced);
        assertEquals(9 * 1000 + 7000, copy[19]);
    }

    /// 300 columns are read in three runs, with a look at the clock after each.
    @Test
    void everythingBehindTheFirstWaitIsAnnounced() {
        long[] columns = LongStream.range(0, 300).map(i -> i * 5000).toArray();
        double[] copy = new double[3 * 300];
        long[] looks = {0};
        new ColumnCopy(matrix(3, 1_500_000, 12_500_000), columns, () -> looks[0]++ < 5 ? 0 : 1_000_000)
                .run(copy, 0, this::note);

        List<Range> expected = new ArrayList<>();
        for (int value = 0; value < 3 * 300; value++) {
            // The first run for certain; the one in the middle of the second row was waited for.
            if (value < 128 || value >= 300 + 256) {
                expected.add(new Range(BASE + value / 300 * 12_500_000L + value % 300 * 40_000L, 8));
            }
        }
        assertEquals(expected, announced);
        assertEquals(2000.0 + 299 * 5000, copy[3 * 300 - 1]);
    }

    /// Each look at the clock finds that a millisecond has passed.
    private static void copyFromDisk(RealMatrix matrix, long[] columns, double[] copy, ReadAhead readAhead) {
        AtomicLong nanos = new AtomicLong();
        new ColumnCopy(matrix, columns, () -> nanos.addAndGet(1_000_000)).run(copy, 0, readAhead);
    }
}
