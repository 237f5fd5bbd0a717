package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
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
    private static final int RUN = 128;
    // What a run takes from a disk at least, and in memory at most: there each value may be the first one of its page.
    private static final long WAIT_NANOS = 40_000;
    private static final long TOUCH_NANOS = 1_000;

    private final RealMatrix matrix;
    private final LongSupplier clock;
    /// The columns in ascending order, and where each goes in a row of the destination.
    private final long[] columns;
    private final int[] places;
    private final boolean isInOrder;
    /// Bytes from the first column to each of these.
    private final long[] offsets;

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
        this.isInOrder = isAscending(wanted);
        this.places = isInOrder ? IntStream.range(0, wanted.length).toArray() : inOrder(wanted);
        this.columns = Arrays.stream(places).mapToLong(place -> wanted[place]).toArray();
        this.offsets = Arrays.stream(columns).map(column -> matrix.offset(0, column) - matrix.offset(0, 0)).toArray();
    }

    private static int[] inOrder(long[] wanted) {
        return IntStream.range(0, wanted.length).boxed().sorted(Comparator.comparingLong(place -> wanted[place]))
                .mapToInt(Integer::intValue).toArray();
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
        double[] run = new double[isInOrder ? 0 : RUN];
        run(readAhead, (row, first, end) -> {
            int at = offset + (int) row * columns.length;
            if (isInOrder) {
                read(row, first, end, destination, at + first);
                return;
            }
            for (int from = first; from < end; from += RUN) {
                int to = Math.min(end, from + RUN);
                read(row, from, to, run, 0);
                for (int i = from; i < to; i++) {
                    destination[at + places[i]] = run[i - from];
                }
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

    private void read(long row, int from, int end, double[] to, int at) {
        switch (matrix.type()) {
            case DOUBLE -> doubles(matrix.offset(row, 0), from, end, to, at);
            case FLOAT -> floats(matrix.offset(row, 0), from, end, to, at);
            default -> {
                for (int i = from; i < end; i++) {
                    to[at + i - from] = matrix.get(row, columns[i]);
                }
            }
        }
    }

    /// Four at a time: each comes from a page of its own, and so the processor looks for four pages at once.
    private void doubles(long base, int from, int end, double[] to, int at) {
        MemorySegment segment = matrix.segment();
        int i = from;
        int next = at;
        for (; i < end - 3; i += 4, next += 4) {
            double a = segment.get(Layouts.DOUBLE, base + offsets[i]);
            double b = segment.get(Layouts.DOUBLE, base + offsets[i + 1]);
            double c = segment.get(Layouts.DOUBLE, base + offsets[i + 2]);
            double d = segment.get(Layouts.DOUBLE, base + offsets[i + 3]);
            to[next] = a;
            to[next + 1] = b;
            to[next + 2] = c;
            to[next + 3] = d;
        }
        for (; i < end; i++) {
            to[next++] = segment.get(Layouts.DOUBLE, base + offsets[i]);
        }
    }

    private void floats(long base, int from, int end, double[] to, int at) {
        MemorySegment segment = matrix.segment();
        int i = from;
        int next = at;
        for (; i < end - 3; i += 4, next += 4) {
            float a = segment.get(Layouts.FLOAT, base + offsets[i]);
            float b = segment.get(Layouts.FLOAT, base + offsets[i + 1]);
            float c = segment.get(Layouts.FLOAT, base + offsets[i + 2]);
            float d = segment.get(Layouts.FLOAT, base + offsets[i + 3]);
            to[next] = a;
            to[next + 1] = b;
            to[next + 2] = c;
            to[next + 3] = d;
        }
        for (; i < end; i++) {
            to[next++] = segment.get(Layouts.FLOAT, base + offsets[i]);
        }
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

    /// Reads as long as nothing has to be waited for. Only the first run is announced, since it may be on a disk as well.
    ///
    /// @return the row that comes next
    private long readInMemory(ReadAhead readAhead, RowReader reader) {
        announce(0, 0, Math.min(columns.length, RUN), readAhead);
        long before = clock.getAsLong();
        for (long row = 0; row < matrix.rows(); row++) {
            for (int from = 0; from < columns.length; from += RUN) {
                int end = Math.min(columns.length, from + RUN);
                reader.read(row, from, end);
                long now = clock.getAsLong();
                if (now - before > WAIT_NANOS + (end - from) * TOUCH_NANOS) {
                    announce(row, end, columns.length, readAhead);
                    reader.read(row, end, columns.length);
                    return row + 1;
                }
                before = now;
            }
        }
        return matrix.rows();
    }

    private void readAhead(long first, ReadAhead readAhead, RowReader reader) {
        long read = first;
        long announced = announceRows(first, readAhead);
        while (read < matrix.rows()) {
            long end = announced;
            announced = announceRows(end, readAhead);
            for (; read < end; read++) {
                reader.read(read, 0, columns.length);
            }
        }
    }

    /// Announces as many rows as make up a batch.
    ///
    /// @return the row behind the last one of them
    private long announceRows(long first, ReadAhead readAhead) {
        Announcement ranges = new Announcement(readAhead);
        long row = first;
        for (int pieces = 0; row < matrix.rows() && pieces < BATCH; row++) {
            pieces += add(ranges, row, 0, columns.length);
        }
        ranges.flush();
        return row;
    }

    private void announce(long row, int from, int end, ReadAhead readAhead) {
        Announcement ranges = new Announcement(readAhead);
        add(ranges, row, from, end);
        ranges.flush();
    }

    private int add(Announcement ranges, long row, int from, int end) {
        int pieces = 0;
        for (int i = from; i < end; i++) {
            pieces += ranges.add(matrix.offset(row, columns[i]), matrix.type().byteSize()) ? 1 : 0;
        }
        return pieces;
    }
}
