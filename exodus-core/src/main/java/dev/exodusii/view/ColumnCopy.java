package dev.exodusii.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/// Copies some columns of a matrix: histories of some nodes, for instance.
///
/// Each row is read from its lowest column to its highest, so that a page that holds several of them is met once. As long
/// as values come at the speed of memory nothing is announced, since each announcement is a call of the system. From the
/// first wait on, all pages of some rows are announced before the first of them is touched: while one batch is read, the
/// next one is already on its way. Batches are bounded because announced pages take memory until they are read.
final class ColumnCopy {

    /// Pieces of the file that are announced at a time.
    private static final int BATCH = 1024;
    /// Values that are read between two looks at the clock.
    private static final int RUN = 32;
    // What a run takes from a disk at least, and in memory at most: there each value may be the first one of its page.
    private static final long WAIT_NANOS = 40_000;
    private static final long TOUCH_NANOS = 2_000;

    private final RealMatrix matrix;
    private final LongSupplier clock;
    /// The columns in ascending order, and where each goes in a row of the destination.
    private final long[] columns;
    private final int[] places;

    ColumnCopy(RealMatrix matrix, long[] wanted) {
        this(matrix, wanted, System::nanoTime);
    }

    /// @param clock tells nanoseconds
    ColumnCopy(RealMatrix matrix, long[] wanted, LongSupplier clock) {
        this.matrix = matrix;
        this.clock = clock;
        for (long column : wanted) {
            Objects.checkIndex(column, matrix.columns());
        }
        this.places = inOrder(wanted);
        this.columns = Arrays.stream(places).mapToLong(place -> wanted[place]).toArray();
    }

    private static int[] inOrder(long[] wanted) {
        IntStream places = IntStream.range(0, wanted.length);
        return isAscending(wanted) ? places.toArray() : places.boxed()
                .sorted(Comparator.comparingLong(place -> wanted[place])).mapToInt(Integer::intValue).toArray();
    }

    private static boolean isAscending(long[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (wanted[i] < wanted[i - 1]) {
                return false;
            }
        }
        return true;
    }

    void run(double[] destination, int offset, ReadAhead readAhead) {
        Bulk.checkRoom(Math.multiplyExact(matrix.rows(), columns.length), offset, 1, destination.length);
        run(readAhead, (row, from, end) -> {
            int at = offset + (int) row * columns.length;
            for (int i = from; i < end; i++) {
                destination[at + places[i]] = matrix.get(row, columns[i]);
            }
        });
    }

    void run(float[] destination, int offset, ReadAhead readAhead) {
        Bulk.checkRoom(Math.multiplyExact(matrix.rows(), columns.length), offset, 1, destination.length);
        run(readAhead, (row, from, end) -> {
            int at = offset + (int) row * columns.length;
            RealView values = matrix.row(row);
            for (int i = from; i < end; i++) {
                destination[at + places[i]] = values.getFloat(columns[i]);
            }
        });
    }

    /// Reads the columns of one row from one position in their order to another.
    @FunctionalInterface
    private interface RowReader {
        void read(long row, int from, int end);
    }

    private void run(ReadAhead readAhead, RowReader reader) {
        if (columns.length > 0 && matrix.rows() > 0) {
            readAhead(readInMemory(readAhead, reader), readAhead, reader);
        }
    }

    /// Reads as long as nothing has to be waited for. Only the first row is announced, since it may be on a disk as well.
    ///
    /// @return the row that comes next, all of which is announced
    private long readInMemory(ReadAhead readAhead, RowReader reader) {
        announce(0, 0, 1, readAhead);
        for (long row = 0; row < matrix.rows(); row++) {
            for (int from = 0; from < columns.length; from += RUN) {
                int end = Math.min(columns.length, from + RUN);
                long begun = clock.getAsLong();
                reader.read(row, from, end);
                if (clock.getAsLong() - begun > WAIT_NANOS + (end - from) * TOUCH_NANOS) {
                    announce(row, row == 0 ? columns.length : end, row + 1, readAhead);
                    reader.read(row, end, columns.length);
                    return row + 1;
                }
            }
        }
        return matrix.rows();
    }

    private void readAhead(long first, ReadAhead readAhead, RowReader reader) {
        long read = first;
        long announced = announce(first, 0, matrix.rows(), readAhead);
        while (read < matrix.rows()) {
            long end = announced;
            announced = announce(end, 0, matrix.rows(), readAhead);
            for (; read < end; read++) {
                reader.read(read, 0, columns.length);
            }
        }
    }

    /// @param column the position of the first column in the first row
    /// @return the row behind the last one that was announced
    private long announce(long first, int column, long end, ReadAhead readAhead) {
        Announcement ranges = new Announcement(readAhead);
        int pieces = 0;
        long row = first;
        for (int i = column; row < end && pieces < BATCH; row++, i = 0) {
            for (; i < columns.length; i++) {
                pieces += ranges.add(matrix.offset(row, columns[i]), matrix.type().byteSize()) ? 1 : 0;
            }
        }
        ranges.flush();
        return row;
    }
}
