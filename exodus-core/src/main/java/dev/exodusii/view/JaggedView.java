package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import java.util.Objects;

/// Rows of integers of different lengths, stored one after another: the nodes of polygons, the faces of polyhedra.
///
/// Making the view reads all lengths once and keeps the position of every 64th row; the values are read when they are
/// asked for. Rows and indexes are 0-based. Immutable and safe for use by many threads.
public final class JaggedView {

    private static final int SPACING_BITS = 6;

    private final IntegerView lengths;
    private final IntegerView values;
    private final long[] landmarks;

    private JaggedView(IntegerView lengths, IntegerView values, long[] landmarks) {
        this.lengths = lengths;
        this.values = values;
        this.landmarks = landmarks;
    }

    /// Makes a view.
    ///
    /// @param lengths the number of values in each row
    /// @param values  the values of all rows
    /// @return the rows
    /// @throws IllegalArgumentException when a length is negative or the lengths do not add up to the values
    public static JaggedView of(IntegerView lengths, IntegerView values) {
        long[] landmarks = new long[Bulk.arrayLength((lengths.size() >>> SPACING_BITS) + 1)];
        try {
            try {
                long start = 0;
                for (long row = 0; row < lengths.size(); row++) {
                    if ((row & (1 << SPACING_BITS) - 1) == 0) {
                        landmarks[(int) (row >>> SPACING_BITS)] = start;
                    }
                    long length = lengths.get(row);
                    if (length < 0 || length > values.size() - start) {
                        throw new IllegalArgumentException("row " + row + " of " + lengths.size() + " has length " + length
                                + " where " + (values.size() - start) + " of " + values.size() + " values are left");
                    }
                    start += length;
                }
                if (start != values.size()) {
                    throw new IllegalArgumentException("the lengths of " + lengths.size() + " rows add up to " + start
                            + ", but there are " + values.size() + " values");
                }
                return new JaggedView(lengths, values, landmarks);
            } finally {
                // What is refused may be something that was never read.
                Faults.settle();
            }
        } catch (InternalError fault) {
            throw lengths.lost(fault);
        }
    }

    /// Returns the number of rows.
    public long size() {
        return lengths.size();
    }

    /// Returns the number of values in each row, as stored.
    public IntegerView lengths() {
        return lengths;
    }

    /// Returns the values of all rows one after another.
    public IntegerView values() {
        return values;
    }

    /// Adds a constant to every value as it is read: `plus(-1)` turns stored numbers into indexes.
    ///
    /// @param constant what is added
    /// @return a view of the same memory
    public JaggedView plus(long constant) {
        return new JaggedView(lengths, values.plus(constant), landmarks);
    }

    /// Returns one row.
    ///
    /// @param row the 0-based row
    /// @return a view of its values
    /// @throws IndexOutOfBoundsException when there is no such row
    public IntegerView row(long row) {
        Objects.checkIndex(row, size());
        long start = landmarks[(int) (row >>> SPACING_BITS)];
        for (long before = row >>> SPACING_BITS << SPACING_BITS; before < row; before++) {
            start += lengths.get(before);
        }
        return values.slice(start, lengths.get(row));
    }

    /// Calls back for each row in order.
    ///
    /// @param action gets the 0-based row and a view of its values
    public void forEachRow(RowAction action) {
        try {
            long start = 0;
            for (long row = 0; row < size(); row++) {
                long length = lengths.get(row);
                action.accept(row, values.slice(start, length));
                start += length;
            }
            Faults.settle();
        } catch (InternalError fault) {
            throw values.lost(fault);
        }
    }

    /// Returns the number of rows and values, such as `12 rows, 96 values`.
    @Override
    public String toString() {
        return size() + " rows, " + values.size() + " values";
    }

    /// What is done with each row.
    @FunctionalInterface
    public interface RowAction {

        /// Takes one row.
        ///
        /// @param row    the 0-based row
        /// @param values its values
        void accept(long row, IntegerView values);
    }
}
