package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.LostDataException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.Optional;

/// Real numbers in rows and columns lying in memory, both evenly spaced: all steps of a variable, attributes.
///
/// Rows and columns are views again; indexes are 0-based. As with [RealView], two matrices are equal when they read the
/// same bytes in the same way.
///
/// Immutable and safe for use by many threads. Every access throws [IllegalStateException] once the file that the matrix
/// came from is closed.
public final class RealMatrix {

    private final Origin origin;
    private final MemorySegment segment;
    private final ElementType type;
    private final long base;
    private final long rows;
    private final long columns;
    private final long rowStride;
    private final long columnStride;

    RealMatrix(Origin origin, MemorySegment segment, ElementType type, long base, long rows, long columns,
            long rowStride, long columnStride) {
        this.origin = origin;
        this.segment = segment;
        this.type = type;
        this.base = base;
        this.rows = rows;
        this.columns = columns;
        this.rowStride = rowStride;
        this.columnStride = columnStride;
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

    /// Returns one value, widened to double.
    ///
    /// @param row    the 0-based row
    /// @param column the 0-based column
    /// @return the value
    /// @throws IndexOutOfBoundsException when there is no such row or column
    public double get(long row, long column) {
        long at = base + Objects.checkIndex(row, rows) * rowStride + Objects.checkIndex(column, columns) * columnStride;
        return switch (type) {
            case DOUBLE -> segment.get(Layouts.DOUBLE, at);
            case FLOAT -> segment.get(Layouts.FLOAT, at);
            default -> Layouts.real(segment, type, at);
        };
    }

    /// Returns one row.
    ///
    /// @param row the 0-based row
    /// @return a view of all its columns
    /// @throws IndexOutOfBoundsException when there is no such row
    public RealView row(long row) {
        return new RealView(origin, segment, type, base + Objects.checkIndex(row, rows) * rowStride, columns, columnStride);
    }

    /// Returns one column.
    ///
    /// @param column the 0-based column
    /// @return a view of it in all rows
    /// @throws IndexOutOfBoundsException when there is no such column
    public RealView column(long column) {
        return new RealView(origin, segment, type, base + Objects.checkIndex(column, columns) * columnStride, rows, rowStride);
    }

    /// Restricts the matrix to a range of rows, such as time steps.
    ///
    /// @param from  the first 0-based row that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside
    public RealMatrix sliceRows(long from, long count) {
        Objects.checkFromIndexSize(from, count, rows);
        return new RealMatrix(origin, segment, type, base + (count == 0 ? 0 : from * rowStride), count, columns, rowStride,
                columnStride);
    }

    /// Restricts the matrix to a range of columns, such as some of the nodes.
    ///
    /// @param from  the first 0-based column that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside
    public RealMatrix sliceColumns(long from, long count) {
        Objects.checkFromIndexSize(from, count, columns);
        return new RealMatrix(origin, segment, type, base + (count == 0 ? 0 : from * columnStride), rows, count, rowStride,
                columnStride);
    }

    /// Exchanges rows and columns; nothing moves.
    public RealMatrix transposed() {
        return new RealMatrix(origin, segment, type, base, columns, rows, columnStride, rowStride);
    }

    /// Returns all values as one row after the other, when they are evenly spaced from the first to the last.
    ///
    /// @return a view of `rows * columns` values, or nothing when a row ends with a gap of its own
    public Optional<RealView> flattened() {
        boolean even = rows <= 1 || columns <= 1 || rowStride == columns * columnStride;
        long stride = columns == 1 ? rowStride : columnStride;
        return even ? Optional.of(new RealView(origin, segment, type, base, size(), stride)) : Optional.empty();
    }

    /// Copies all values into an array, row after row.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(double[] destination) {
        Bulk.checkRoom(size(), 0, 1, destination.length);
        Optional<RealView> flat = flattened();
        if (flat.isPresent()) {
            flat.get().copyTo(destination);
            return;
        }
        for (int r = 0, at = 0; r < rows && columns > 0; r++, at += (int) columns) {
            row(r).copyTo(destination, at, 1);
        }
    }

    /// Copies all values into an array of floats, row after row; doubles are rounded on the way.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(float[] destination) {
        Bulk.checkRoom(size(), 0, 1, destination.length);
        Optional<RealView> flat = flattened();
        if (flat.isPresent()) {
            flat.get().copyTo(destination);
            return;
        }
        for (int r = 0, at = 0; r < rows && columns > 0; r++, at += (int) columns) {
            row(r).copyTo(destination, at, 1);
        }
    }

    /// Copies all values to memory as doubles in native byte order, row after row from its start.
    ///
    /// @param destination where they go
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyDoublesTo(MemorySegment destination) {
        Bulk.checkRoom(size(), 0, Double.BYTES, Double.BYTES, destination);
        Optional<RealView> flat = flattened();
        if (flat.isPresent()) {
            flat.get().copyDoublesTo(destination);
            return;
        }
        for (long r = 0; r < rows && columns > 0; r++) {
            row(r).copyDoublesTo(destination, r * columns * Double.BYTES, Double.BYTES);
        }
    }

    /// Copies all values to memory as floats in native byte order, row after row from its start.
    ///
    /// @param destination where they go; doubles are rounded on the way
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyFloatsTo(MemorySegment destination) {
        Bulk.checkRoom(size(), 0, Float.BYTES, Float.BYTES, destination);
        Optional<RealView> flat = flattened();
        if (flat.isPresent()) {
            flat.get().copyFloatsTo(destination);
            return;
        }
        for (long r = 0; r < rows && columns > 0; r++) {
            row(r).copyFloatsTo(destination, r * columns * Float.BYTES, Float.BYTES);
        }
    }

    /// Copies some columns, row after row: the histories of some entries, step after step.
    ///
    /// Each row is read from its lowest column to its highest, whatever their order. From the first value on that has to be
    /// waited for, all bytes of as many rows as are read at a time are announced before the first of them is touched; what
    /// is in memory needs no announcement.
    ///
    /// @param columns     the 0-based columns, in the order in which they are wanted; one may be wanted twice
    /// @param destination where the values go: `rows * columns.length` of them
    /// @param offset      the element that gets the first one
    /// @param readAhead   who is told what will be read
    /// @throws IndexOutOfBoundsException when there is no such column or the array is too short; nothing is copied then
    public void copyColumnsTo(long[] columns, double[] destination, int offset, ReadAhead readAhead) {
        try {
            new ColumnCopy(this, columns).run(destination, offset, readAhead);
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    /// Copies some columns as floats, row after row; see [#copyColumnsTo(long[],double[],int,ReadAhead)].
    ///
    /// @param columns     the 0-based columns, in the order in which they are wanted; one may be wanted twice
    /// @param destination where the values go, doubles rounded: `rows * columns.length` of them
    /// @param offset      the element that gets the first one
    /// @param readAhead   who is told what will be read
    /// @throws IndexOutOfBoundsException when there is no such column or the array is too short; nothing is copied then
    public void copyColumnsTo(long[] columns, float[] destination, int offset, ReadAhead readAhead) {
        try {
            new ColumnCopy(this, columns).run(destination, offset, readAhead);
            Faults.settle();
        } catch (InternalError fault) {
            throw lost(fault);
        }
    }

    private LostDataException lost(InternalError fault) {
        return origin.lost(fault, base, size() == 0 ? base : offset(rows - 1, columns - 1) + type.byteSize());
    }

    /// The memory of the file.
    MemorySegment segment() {
        return segment;
    }

    /// Where a value lies in it.
    long offset(long row, long column) {
        return base + row * rowStride + column * columnStride;
    }

    /// Returns all values in a new array, row after row.
    ///
    /// @return the copy
    /// @throws IllegalStateException when there are more values than an array can hold
    public double[] toArray() {
        double[] array = new double[Bulk.arrayLength(size())];
        copyTo(array);
        return array;
    }

    /// Returns the smallest and largest value in one pass over the rows; NaN is counted but not compared.
    public MinMax minMax() {
        Optional<RealView> flat = flattened();
        if (flat.isPresent()) {
            return flat.get().minMax();
        }
        MinMax result = MinMax.NONE;
        for (long r = 0; r < rows && columns > 0; r++) {
            result = result.then(row(r).minMax());
        }
        return result;
    }

    /// Returns the sum of the rows' sums, added up from the first row to the last, however they are stored.
    public double sum() {
        double sum = 0;
        for (long r = 0; r < rows && columns > 0; r++) {
            sum += row(r).sum();
        }
        return sum;
    }

    /// Tells whether another matrix reads the same bytes in the same way.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof RealMatrix matrix && base == matrix.base && rows == matrix.rows
                && columns == matrix.columns && rowStride == matrix.rowStride && columnStride == matrix.columnStride
                && type == matrix.type && SameMemory.is(segment, matrix.segment);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(segment.address() + base) + Long.hashCode(rows)) + Long.hashCode(columns);
    }

    /// Returns type and shape, such as `double[6, 1025]`.
    @Override
    public String toString() {
        return type.label() + "[" + rows + ", " + columns + "]";
    }
}
