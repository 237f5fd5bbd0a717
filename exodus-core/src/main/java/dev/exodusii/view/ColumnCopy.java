package dev.exodusii.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/// Copies some columns of a matrix: histories of some nodes, for instance.
///
/// Each row is read from its lowest column to its highest, so that a page that holds several of them is met once, and all
/// pages of some rows are announced before the first of them is touched: while one batch is read, the next one is
/// already on its way. Batches are bounded because announced pages take memory until they are read.
final class ColumnCopy {

    /// Pieces of the file that are announced at a time.
    private static final int BATCH = 1024;

    private final RealMatrix matrix;
    /// The columns in ascending order, and where each goes in a row of the destination.
    private final long[] columns;
    private final int[] places;

    ColumnCopy(RealMatrix matrix, long[] wanted) {
        this.matrix = matrix;
        for (long column : wanted) {
            Objects.checkIndex(column, matrix.columns());
        }
        this.places = inOrder(wanted);
        this.columns = Arrays.stream(places).mapToLong(place -> wanted[place]).toArray();
    }

    private static int[] inOrder(long[] wanted) {
        return IntStream.range(0, wanted.length).boxed().sorted(Comparator.comparingLong(place -> wanted[place]))
                .mapToInt(Integer::intValue).toArray();
    }

    void run(double[] destination, int offset, ReadAhead readAhead) {
        Bulk.checkRoom(Math.multiplyExact(matrix.rows(), columns.length), offset, 1, destination.length);
        inBatches(readAhead, row -> {
            int at = offset + (int) row * columns.length;
            for (int i = 0; i < columns.length; i++) {
                destination[at + places[i]] = matrix.get(row, columns[i]);
            }
        });
    }

    void run(float[] destination, int offset, ReadAhead readAhead) {
        Bulk.checkRoom(Math.multiplyExact(matrix.rows(), columns.length), offset, 1, destination.length);
        inBatches(readAhead, row -> {
            int at = offset + (int) row * columns.length;
            RealView values = matrix.row(row);
            for (int i = 0; i < columns.length; i++) {
                destination[at + places[i]] = values.getFloat(columns[i]);
            }
        });
    }

    /// Reads one row.
    @FunctionalInterface
    private interface RowReader {
        void read(long row);
    }

    private void inBatches(ReadAhead readAhead, RowReader reader) {
        long read = 0;
        long announced = announce(0, readAhead);
        while (read < matrix.rows()) {
            long end = announced;
            announced = announce(end, readAhead);
            for (; read < end; read++) {
                reader.read(read);
            }
        }
    }

    /// @return the row behind the last one that was announced
    private long announce(long from, ReadAhead readAhead) {
        if (columns.length == 0) {
            return matrix.rows();
        }
        Announcement ranges = new Announcement(readAhead);
        int pieces = 0;
        long row = from;
        for (; row < matrix.rows() && pieces < BATCH; row++) {
            for (long column : columns) {
                pieces += ranges.add(matrix.offset(row, column), matrix.type().byteSize()) ? 1 : 0;
            }
        }
        ranges.flush();
        return row;
    }
}
