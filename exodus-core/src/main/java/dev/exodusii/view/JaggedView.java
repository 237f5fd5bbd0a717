package dev.exodusii.view;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Rows of integers of different lengths, stored one after another: the nodes of polygons, the faces of polyhedra.
///
/// The first call of [#row] reads all lengths once and keeps the position of every 64th row; walking with
/// [#forEachRow] needs not even that. Rows and indexes are 0-based. Safe for use by many threads.
public final class JaggedView {

    private static final int SPACING_BITS = 6;

    private final IntegerView lengths;
    private final IntegerView values;
    private volatile long @Nullable [] landmarks;

    /// Makes a view; nothing is read.
    ///
    /// @param lengths the number of values in each row
    /// @param values  the values of all rows
    public JaggedView(IntegerView lengths, IntegerView values) {
        this.lengths = lengths;
        this.values = values;
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
        return new JaggedView(lengths, values.plus(constant));
    }

    /// Returns one row.
    ///
    /// @param row the 0-based row
    /// @return a view of its values
    /// @throws IndexOutOfBoundsException when there is no such row
    /// @throws IllegalStateException when the lengths and the values do not match
    public IntegerView row(long row) {
        Objects.checkIndex(row, size());
        long start = landmarks()[(int) (row >>> SPACING_BITS)];
        for (long before = row >>> SPACING_BITS << SPACING_BITS; before < row; before++) {
            start += lengths.get(before);
        }
        return values.slice(start, lengths.get(row));
    }

    /// Calls back for each row in order.
    ///
    /// @param action gets the 0-based row and a view of its values
    /// @throws IllegalStateException when the lengths and the values do not match
    public void forEachRow(RowAction action) {
        long start = 0;
        for (long row = 0; row < size(); row++) {
            long length = lengths.get(row);
            if (length < 0 || length > values.size() - start) {
                throw mismatch(row);
            }
            action.accept(row, values.slice(start, length));
            start += length;
        }
    }

    private long[] landmarks() {
        long[] known = landmarks;
        if (known == null) {
            known = new long[Bulk.arrayLength((size() >>> SPACING_BITS) + 1)];
            long start = 0;
            for (long row = 0; row < size(); row++) {
                if ((row & (1 << SPACING_BITS) - 1) == 0) {
                    known[(int) (row >>> SPACING_BITS)] = start;
                }
                long length = lengths.get(row);
                if (length < 0 || length > values.size() - start) {
                    throw mismatch(row);
                }
                start += length;
            }
            landmarks = known;
        }
        return known;
    }

    private IllegalStateException mismatch(long row) {
        return new IllegalStateException("row " + row + " of " + size() + " has length " + lengths.get(row)
                + ", which does not fit into the " + values.size() + " values that are stored");
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
