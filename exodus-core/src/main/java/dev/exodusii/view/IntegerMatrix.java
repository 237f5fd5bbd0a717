package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/// Integers in rows and columns lying in memory, both evenly spaced: the connectivity of a block, a truth table.
///
/// Rows and columns are views again; indexes are 0-based. Immutable and safe for use by many threads. Every access
/// throws [IllegalStateException] once the file that the matrix came from is closed.
public final class IntegerMatrix {

    private final Origin origin;
    private final MemorySegment segment;
    private final ElementType type;
    private final long base;
    private final long rows;
    private final long columns;
    private final long rowStride;
    private final long columnStride;
    private final long added;

    IntegerMatrix(Origin origin, MemorySegment segment, ElementType type, long base, long rows, long columns,
            long rowStride, long columnStride, long added) {
        this.origin = origin;
        this.segment = segment;
        this.type = type;
        this.base = base;
        this.rows = rows;
        this.columns = columns;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
        this.added = added;
    }

    /// Returns the number of rows.
    public long rows() {
        return rows;
    }

    /// Returns the number of columns.
    public long columns() {
        return columns;
    }

    /// Returns the number of values.
    public long size() {
        return Math.multiplyExact(rows, columns);
    }

    /// Returns the type in which the values are stored.
    public ElementType type() {
        return type;
    }

    /// Returns one value.
    ///
    /// @param row    the 0-based row
    /// @param column the 0-based column
    /// @return the value
    /// @throws IndexOutOfBoundsException when there is no such row or column
    /// @throws ArithmeticException when adding the constant overflows a long
    public long get(long row, long column) {
        long at = base + Objects.checkIndex(row, rows) * rowStride + Objects.checkIndex(column, columns) * columnStride;
        return Bulk.add(switch (type) {
            case INT -> segment.get(Layouts.INT, at);
            case INT64 -> segment.get(Layouts.LONG, at);
            default -> Layouts.integer(segment, type, at);
        }, added, row * columns + column);
    }

    /// Adds a constant to every value as it is read: `plus(-1)` turns stored numbers into indexes.
    ///
    /// @param constant what is added
    /// @return a view of the same memory
    /// @throws ArithmeticException when the constants of several calls together overflow a long
    public IntegerMatrix plus(long constant) {
        return new IntegerMatrix(origin, segment, type, base, rows, columns, rowStride, columnStride,
                Math.addExact(added, constant));
    }

    /// Returns one row, such as the nodes of one element.
    ///
    /// @param row the 0-based row
    /// @return a view of all its columns
    /// @throws IndexOutOfBoundsException when there is no such row
    public IntegerView row(long row) {
        return new IntegerView(origin, segment, type, base + Objects.checkIndex(row, rows) * rowStride, columns, columnStride,
                added);
    }

    /// Returns one column, such as the first node of every element.
    ///
    /// @param column the 0-based column
    /// @return a view of it in all rows
    /// @throws IndexOutOfBoundsException when there is no such column
    public IntegerView column(long column) {
        return new IntegerView(origin, segment, type, base + Objects.checkIndex(column, columns) * columnStride, rows,
                rowStride, added);
    }

    /// Restricts the matrix to a range of rows.
    ///
    /// @param from  the first 0-based row that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside
    public IntegerMatrix sliceRows(long from, long count) {
        Objects.checkFromIndexSize(from, count, rows);
        return new IntegerMatrix(origin, segment, type, base + (count == 0 ? 0 : from * rowStride), count, columns, rowStride,
                columnStride, added);
    }

    /// Returns all values as one row after the other, when they are evenly spaced from the first to the last.
    ///
    /// @return a view of `rows * columns` values, or nothing when a row ends with a gap of its own
    public Optional<IntegerView> flattened() {
        boolean even = rows <= 1 || columns <= 1 || rowStride == columns * columnStride;
        long stride = columns == 1 ? rowStride : columnStride;
        return even ? Optional.of(new IntegerView(origin, segment, type, base, size(), stride, added)) : Optional.empty();
    }

    /// Copies all values into an array of ints, row after row.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    /// @throws ArithmeticException when a value does not fit; what the array holds then is not specified
    public void copyTo(int[] destination) {
        Bulk.checkRoom(size(), 0, 1, destination.length);
        Optional<IntegerView> flat = flattened();
        if (flat.isPresent()) {
            flat.get().copyTo(destination);
            return;
        }
        for (int r = 0, at = 0; r < rows && columns > 0; r++, at += (int) columns) {
            row(r).copyTo(destination, at, 1);
        }
    }

    /// Copies all values into an array of longs, row after row.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(long[] destination) {
        Bulk.checkRoom(size(), 0, 1, destination.length);
        Optional<IntegerView> flat = flattened();
        if (flat.isPresent()) {
            flat.get().copyTo(destination);
            return;
        }
        for (int r = 0, at = 0; r < rows && columns > 0; r++, at += (int) columns) {
            row(r).copyTo(destination, at, 1);
        }
    }

    /// Copies numbers, which count from 1, into an array as indexes, which count from 0, row after row. Unlike
    /// [`plus(-1)`][#plus], this takes any number: the least of all becomes an index that is nowhere.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyIndexesTo(long[] destination) {
        copyTo(destination);
        for (int i = 0; i < size(); i++) {
            destination[i]--;
        }
    }

    /// Returns all values in a new array, row after row.
    ///
    /// @return the copy
    /// @throws IllegalStateException when there are more values than an array can hold
    public long[] toArray() {
        long[] array = new long[Bulk.arrayLength(size())];
        copyTo(array);
        return array;
    }

    /// Returns all values in a new array of ints, row after row.
    ///
    /// @return the copy
    /// @throws IllegalStateException when there are more values than an array can hold
    /// @throws ArithmeticException when a value does not fit
    public int[] toIntArray() {
        int[] array = new int[Bulk.arrayLength(size())];
        copyTo(array);
        return array;
    }

    /// Returns the smallest and largest value in one pass.
    public IntegerRange minMax() {
        Optional<IntegerView> flat = flattened();
        if (flat.isPresent()) {
            return flat.get().minMax();
        }
        IntegerRange range = IntegerRange.NONE;
        for (long r = 0; r < rows && columns > 0; r++) {
            range = range.and(row(r).minMax());
        }
        return range;
    }

    /// Returns type and shape, such as `int[920, 4]`.
    @Override
    public String toString() {
        return type.label() + "[" + rows + ", " + columns + "]";
    }
}
