package dev.exodusii.netcdf.write;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import dev.exodusii.view.TextView;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values to be written, where the caller has them: an array, a buffer, memory or a view. Nothing is copied before they are
/// put, and then through a small buffer; what is a piece of another file in the type that is wanted goes from file to file.
///
/// The values must not change while they are put.
public abstract sealed class Values permits DerivedValues, MemoryValues, ViewValues {

    Values() {}

    /// Returns the number of values, bytes for text.
    public abstract long size();

    /// The bytes as they are to be stored, where they lie in memory like that already.
    abstract @Nullable MemorySegment stored(ElementType type);

    /// Stores some values.
    abstract void encode(Conversion conversion, long first, int count, ElementType type, MemorySegment to);

    /// Takes an array of doubles.
    ///
    /// @param values the array
    /// @return its values
    public static Values of(double... values) {
        return new MemoryValues(MemorySegment.ofArray(values), ElementType.DOUBLE, ByteOrder.nativeOrder());
    }

    /// Takes an array of floats.
    ///
    /// @param values the array
    /// @return its values
    public static Values of(float... values) {
        return new MemoryValues(MemorySegment.ofArray(values), ElementType.FLOAT, ByteOrder.nativeOrder());
    }

    /// Takes an array of ints.
    ///
    /// @param values the array
    /// @return its values
    public static Values of(int... values) {
        return new MemoryValues(MemorySegment.ofArray(values), ElementType.INT, ByteOrder.nativeOrder());
    }

    /// Takes an array of longs.
    ///
    /// @param values the array
    /// @return its values
    public static Values of(long... values) {
        return new MemoryValues(MemorySegment.ofArray(values), ElementType.INT64, ByteOrder.nativeOrder());
    }

    /// Takes an array of shorts.
    ///
    /// @param values the array
    /// @return its values
    public static Values of(short... values) {
        return new MemoryValues(MemorySegment.ofArray(values), ElementType.SHORT, ByteOrder.nativeOrder());
    }

    /// Takes an array of bytes: signed integers, or text as it is to be stored.
    ///
    /// @param values the array
    /// @return its values
    public static Values of(byte... values) {
        return new MemoryValues(MemorySegment.ofArray(values), ElementType.BYTE, ByteOrder.nativeOrder());
    }

    /// Takes memory in the byte order of the machine.
    ///
    /// @param memory the values, one after another from its start
    /// @param type   their type
    /// @return the values
    /// @throws IllegalArgumentException when the size is no multiple of that of a value
    public static Values of(MemorySegment memory, ElementType type) {
        return of(memory, type, ByteOrder.nativeOrder());
    }

    /// Takes memory in a byte order.
    ///
    /// @param memory the values, one after another from its start
    /// @param type   their type
    /// @param order  their byte order; big-endian is what is stored
    /// @return the values
    /// @throws IllegalArgumentException when the size is no multiple of that of a value
    public static Values of(MemorySegment memory, ElementType type, ByteOrder order) {
        if (memory.byteSize() % type.byteSize() != 0) {
            throw new IllegalArgumentException(memory.byteSize() + " bytes are no whole number of values of type "
                    + type.label());
        }
        return new MemoryValues(memory, type, order);
    }

    /// Takes what remains in a buffer; its position stays.
    ///
    /// @param values the buffer
    /// @return its values
    public static Values of(DoubleBuffer values) {
        return new MemoryValues(MemorySegment.ofBuffer(values), ElementType.DOUBLE, values.order());
    }

    /// Takes what remains in a buffer; its position stays.
    ///
    /// @param values the buffer
    /// @return its values
    public static Values of(FloatBuffer values) {
        return new MemoryValues(MemorySegment.ofBuffer(values), ElementType.FLOAT, values.order());
    }

    /// Takes what remains in a buffer; its position stays.
    ///
    /// @param values the buffer
    /// @return its values
    public static Values of(IntBuffer values) {
        return new MemoryValues(MemorySegment.ofBuffer(values), ElementType.INT, values.order());
    }

    /// Takes what remains in a buffer; its position stays.
    ///
    /// @param values the buffer
    /// @return its values
    public static Values of(LongBuffer values) {
        return new MemoryValues(MemorySegment.ofBuffer(values), ElementType.INT64, values.order());
    }

    /// Takes a row of real numbers of a file.
    ///
    /// @param view the row
    /// @return its values
    public static Values of(RealView view) {
        return view.rawSegment().<Values>map(raw -> of(raw, view.type(), ByteOrder.BIG_ENDIAN))
                .orElseGet(() -> ViewValues.reading(view));
    }

    /// Takes a row of integers of a file.
    ///
    /// @param view the row
    /// @return its values, with what [IntegerView#plus] adds
    public static Values of(IntegerView view) {
        return view.isAsStored() ? view.rawSegment().<Values>map(raw -> of(raw, view.type(), ByteOrder.BIG_ENDIAN))
                .orElseGet(() -> ViewValues.reading(view)) : ViewValues.reading(view);
    }

    /// Takes a matrix of real numbers of a file.
    ///
    /// @param matrix the matrix
    /// @return its values, row by row
    public static Values of(RealMatrix matrix) {
        return matrix.flattened().map(Values::of).orElseGet(() -> ViewValues.reading(matrix));
    }

    /// Takes a matrix of integers of a file.
    ///
    /// @param matrix the matrix
    /// @return its values, row by row
    public static Values of(IntegerMatrix matrix) {
        return matrix.flattened().map(Values::of).orElseGet(() -> ViewValues.reading(matrix));
    }

    /// Takes an array of a file, text as well as numbers.
    ///
    /// @param view the array
    /// @return its values, in storage order
    public static Values of(ArrayView view) {
        return view.rawSegment().<Values>map(raw -> of(raw, view.type(), ByteOrder.BIG_ENDIAN))
                .orElseGet(() -> ViewValues.reading(view));
    }

    /// Takes rows of text of a file, each up to its first NUL and padded with NULs.
    ///
    /// @param view  the rows
    /// @param width the bytes that each row takes where it is put
    /// @return the bytes of all rows
    /// @throws IllegalArgumentException when a row is longer
    public static Values of(TextView view, int width) {
        byte[][] rows = new byte[Math.toIntExact(view.size())][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = view.bytes(row);
        }
        return text(rows, width);
    }

    /// Takes rows of text, in UTF-8 and padded with NULs.
    ///
    /// @param rows  the rows
    /// @param width the bytes that each row takes: the last dimension of the variable
    /// @return the bytes of all rows
    /// @throws IllegalArgumentException when a row is longer
    public static Values text(List<String> rows, int width) {
        return text(rows.stream().map(row -> row.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new), width);
    }

    private static Values text(byte[][] rows, int width) {
        byte[] bytes = new byte[Math.multiplyExact(rows.length, width)];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length > width) {
                throw new IllegalArgumentException("row " + row + " of the text has " + rows[row].length
                        + " bytes, more than the " + width + " that there is room for");
            }
            System.arraycopy(rows[row], 0, bytes, row * width, rows[row].length);
        }
        return new MemoryValues(MemorySegment.ofArray(bytes), ElementType.CHAR, ByteOrder.nativeOrder());
    }

    /// Restricts the values to a range of them.
    ///
    /// @param from  the first 0-based index that stays
    /// @param count how many stay
    /// @return the part
    /// @throws IndexOutOfBoundsException when the range does not lie inside
    public Values slice(long from, long count) {
        Objects.checkFromIndexSize(from, count, size());
        return part(from, count);
    }

    /// Adds a constant to each value, as between 0-based indexes and 1-based numbers.
    ///
    /// @param constant what is added
    /// @return the integers, made when they are put
    public Values plus(long constant) {
        return constant == 0 ? this : DerivedValues.plus(this, constant);
    }

    /// Takes each n-th value, as one component of interleaved ones.
    ///
    /// @param n      how many values there are from one to the next, at least 1
    /// @param offset the 0-based index of the first, less than `n`
    /// @return the values, picked when they are put
    /// @throws IllegalArgumentException  when `n` is less than 1
    /// @throws IndexOutOfBoundsException when the offset is not from 0 to `n - 1`
    public Values every(int n, int offset) {
        if (n < 1) {
            throw new IllegalArgumentException("each " + n + "-th value cannot be taken");
        }
        Objects.checkIndex(offset, n);
        return n == 1 ? this : DerivedValues.every(this, n, offset);
    }

    abstract Values part(long from, long count);
}
