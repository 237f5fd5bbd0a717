package dev.exodusii.netcdf.write;

import dev.exodusii.view.ElementType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Turns values into the bytes that are stored: converted where the types differ, big-endian, one after another.
///
/// Integers are never cut: one that the stored type cannot hold is refused, as is a real number that is no integer where
/// integers are stored. A double becomes the nearest float; one beyond the range of float is refused.
///
/// Each pair of types that is common has a loop of its own, which the compiler can turn into vector code. Others go through
/// arrays of a few kilobytes. Not safe for use by several threads: the arrays are used again.
final class Conversion {

    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /// How many values are converted at a time.
    static final int PIECE = 2_048;

    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private final double[] doubles = new double[PIECE];
    private final long[] longs = new long[PIECE];
    private float[] floats = new float[0];
    private int[] ints = new int[0];

    double[] doubles() {
        return doubles;
    }

    long[] longs() {
        return longs;
    }

    /// Stores values that lie in memory.
    ///
    /// @param from  the memory
    /// @param given the type of its values
    /// @param order their byte order
    /// @param first the 0-based index of the first value in the memory
    /// @param index the index of the first value for messages
    /// @param count how many
    /// @param type  the type that is stored
    /// @param to    where the bytes go
    /// @param at    the offset of the first
    /// @throws ArithmeticException when a value does not fit; its index is named
    void memory(MemorySegment from, ElementType given, ByteOrder order, long first, long index, int count,
            ElementType type, MemorySegment to, long at) {
        if (given == type || isText(given) && type.byteSize() == 1 && isText(type)) {
            copy(from, order, first * type.byteSize(), count, type.byteSize(), to, at);
            return;
        }
        checkKind(given, type);
        for (int done = 0; done < count; done += PIECE) {
            int piece = Math.min(PIECE, count - done);
            long toAt = at + (long) done * type.byteSize();
            if (given.isReal()) {
                readReals(from, given, order, first + done, piece);
                reals(doubles, index + done, piece, type, to, toAt);
            } else {
                readIntegers(from, given, order, first + done, piece);
                integers(longs, given, index + done, piece, type, to, toAt);
            }
        }
    }

    /// Text and bytes without a meaning of their own are the same bytes.
    private static boolean isText(ElementType type) {
        return type == ElementType.CHAR || type == ElementType.BYTE || type == ElementType.UBYTE;
    }

    /// Says why values of one type cannot be stored as another, if so.
    static void checkKind(ElementType given, ElementType type) {
        if ((given == ElementType.CHAR) != (type == ElementType.CHAR)
                && !(given.byteSize() == 1 && type.byteSize() == 1)) {
            throw new IllegalArgumentException("values of type " + given.label() + " cannot be stored as "
                    + type.label());
        }
    }

    private static void copy(MemorySegment from, ByteOrder order, long fromAt, long count, int width, MemorySegment to,
            long at) {
        switch (width) {
            case 1 -> MemorySegment.copy(from, fromAt, to, at, count);
            case Short.BYTES -> MemorySegment.copy(from, SHORT.withOrder(order), fromAt, to, SHORT, at, count);
            case Integer.BYTES -> MemorySegment.copy(from, INT.withOrder(order), fromAt, to, INT, at, count);
            default -> MemorySegment.copy(from, LONG.withOrder(order), fromAt, to, LONG, at, count);
        }
    }

    private void readReals(MemorySegment from, ElementType given, ByteOrder order, long index, int count) {
        if (given == ElementType.DOUBLE) {
            MemorySegment.copy(from, DOUBLE.withOrder(order), index * Double.BYTES, doubles, 0, count);
            return;
        }
        if (floats.length == 0) {
            floats = new float[PIECE];
        }
        MemorySegment.copy(from, FLOAT.withOrder(order), index * Float.BYTES, floats, 0, count);
        for (int i = 0; i < count; i++) {
            doubles[i] = floats[i];
        }
    }

    private void readIntegers(MemorySegment from, ElementType given, ByteOrder order, long index, int count) {
        long at = index * given.byteSize();
        switch (given) {
            case INT -> readInts(from, order, at, count);
            case INT64, UINT64 -> MemorySegment.copy(from, LONG.withOrder(order), at, longs, 0, count);
            case UINT -> {
                readInts(from, order, at, count);
                for (int i = 0; i < count; i++) {
                    longs[i] &= 0xFFFF_FFFFL;
                }
            }
            case SHORT, USHORT -> {
                ValueLayout.OfShort layout = SHORT.withOrder(order);
                long mask = given == ElementType.SHORT ? -1 : 0xFFFF;
                for (int i = 0; i < count; i++) {
                    longs[i] = from.get(layout, at + (long) i * Short.BYTES) & mask;
                }
            }
            default -> {
                long mask = given == ElementType.BYTE ? -1 : 0xFF;
                for (int i = 0; i < count; i++) {
                    longs[i] = from.get(BYTE, at + i) & mask;
                }
            }
        }
    }

    private void readInts(MemorySegment from, ByteOrder order, long at, int count) {
        if (ints.length == 0) {
            ints = new int[PIECE];
        }
        MemorySegment.copy(from, INT.withOrder(order), at, ints, 0, count);
        for (int i = 0; i < count; i++) {
            longs[i] = ints[i];
        }
    }

    /// Stores real numbers.
    ///
    /// @param values the numbers, from the first element on
    /// @param index  the index of the first, for messages
    /// @param count  how many
    /// @param type   the type that is stored
    /// @param to     where the bytes go
    /// @param at     the offset of the first
    /// @throws ArithmeticException when a value does not fit; its index is named
    void reals(double[] values, long index, int count, ElementType type, MemorySegment to, long at) {
        switch (type) {
            case DOUBLE -> MemorySegment.copy(values, 0, to, DOUBLE, at, count);
            case FLOAT -> {
                boolean fits = true;
                for (int i = 0; i < count; i++) {
                    float value = (float) values[i];
                    // Only an infinity that was none before differs from itself in this way.
                    fits &= Math.abs(value) <= Float.MAX_VALUE || !(Math.abs(values[i]) <= Double.MAX_VALUE);
                    to.set(FLOAT, at + (long) i * Float.BYTES, value);
                }
                if (!fits) {
                    throw tooLargeForFloat(values, index, count);
                }
            }
            default -> {
                checkKind(ElementType.DOUBLE, type);
                ElementType whole = type == ElementType.UINT64 ? ElementType.UINT64 : ElementType.INT64;
                for (int i = 0; i < count; i++) {
                    longs[i] = whole(values[i], index + i, type);
                }
                integers(longs, whole, index, count, type, to, at);
            }
        }
    }

    /// Returns a real number that is an integer as such; of one that only unsigned integers can be, the bits.
    private static long whole(double value, long index, ElementType type) {
        boolean isUnsigned = type == ElementType.UINT64;
        double least = isUnsigned ? 0 : -0x1p63;
        double end = isUnsigned ? 0x1p64 : 0x1p63;
        // NaN is not equal to itself, and no infinity is below the end.
        if (value != Math.rint(value) || value < least || value >= end) {
            throw misfit(Double.toString(value), index, type);
        }
        return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) ^ Long.MIN_VALUE;
    }

    private static ArithmeticException tooLargeForFloat(double[] values, long index, int count) {
        for (int i = 0; i < count; i++) {
            if (Float.isInfinite((float) values[i]) && !Double.isInfinite(values[i])) {
                return misfit(Double.toString(values[i]), index + i, ElementType.FLOAT);
            }
        }
        throw new AssertionError("all values fit");
    }

    /// Stores integers.
    ///
    /// @param values the integers, from the first element on
    /// @param given  what they are: of `UINT64` the bits of unsigned ones
    /// @param index  the index of the first, for messages
    /// @param count  how many
    /// @param type   the type that is stored
    /// @param to     where the bytes go
    /// @param at     the offset of the first
    /// @throws ArithmeticException when a value does not fit; its index is named
    void integers(long[] values, ElementType given, long index, int count, ElementType type, MemorySegment to,
            long at) {
        checkKind(given, type);
        boolean fits = true;
        switch (type) {
            case INT -> {
                for (int i = 0; i < count; i++) {
                    fits &= (int) values[i] == values[i];
                    to.set(INT, at + (long) i * Integer.BYTES, (int) values[i]);
                }
            }
            case UINT -> {
                for (int i = 0; i < count; i++) {
                    fits &= values[i] >>> Integer.SIZE == 0;
                    to.set(INT, at + (long) i * Integer.BYTES, (int) values[i]);
                }
            }
            case INT64, UINT64 -> {
                for (int i = 0; i < count; i++) {
                    fits &= values[i] >= 0 || given == type || type == ElementType.INT64 && given != ElementType.UINT64;
                }
                MemorySegment.copy(values, 0, to, LONG, at, count);
            }
            case SHORT, USHORT -> {
                for (int i = 0; i < count; i++) {
                    fits &= values[i] == (type == ElementType.SHORT ? (short) values[i] : values[i] & 0xFFFF);
                    to.set(SHORT, at + (long) i * Short.BYTES, (short) values[i]);
                }
            }
            case BYTE, UBYTE, CHAR -> {
                for (int i = 0; i < count; i++) {
                    fits &= values[i] == (type == ElementType.BYTE ? (byte) values[i] : values[i] & 0xFF);
                    to.set(BYTE, at + i, (byte) values[i]);
                }
            }
            case FLOAT, DOUBLE -> integersAsReals(values, given, index, count, type, to, at);
        }
        if (!fits) {
            throw firstMisfit(values, given, index, count, type);
        }
    }

    /// An integer is stored as a real number only where that is the same number.
    private static void integersAsReals(long[] values, ElementType given, long index, int count, ElementType type,
            MemorySegment to, long at) {
        for (int i = 0; i < count; i++) {
            long value = values[i];
            double real = type == ElementType.FLOAT ? (float) value : value;
            if ((long) real != value || real == 0x1p63 || value < 0 && given == ElementType.UINT64) {
                throw misfit(text(value, given), index + i, type);
            }
            if (type == ElementType.FLOAT) {
                to.set(FLOAT, at + (long) i * Float.BYTES, (float) real);
            } else {
                to.set(DOUBLE, at + (long) i * Double.BYTES, real);
            }
        }
    }

    private static ArithmeticException firstMisfit(long[] values, ElementType given, long index, int count,
            ElementType type) {
        for (int i = 0; i < count; i++) {
            if (!fits(values[i], given, type)) {
                return misfit(text(values[i], given), index + i, type);
            }
        }
        throw new AssertionError("all values fit");
    }

    private static boolean fits(long value, ElementType given, ElementType type) {
        boolean isHuge = given == ElementType.UINT64 && value < 0;
        return switch (type) {
            case BYTE -> (byte) value == value && !isHuge;
            case UBYTE, CHAR -> (value & 0xFF) == value;
            case SHORT -> (short) value == value && !isHuge;
            case USHORT -> (value & 0xFFFF) == value;
            case INT -> (int) value == value && !isHuge;
            case UINT -> value >>> Integer.SIZE == 0;
            case INT64 -> !isHuge;
            case UINT64 -> value >= 0 || isHuge;
            case FLOAT, DOUBLE -> true;
        };
    }

    private static String text(long value, ElementType given) {
        return given == ElementType.UINT64 ? Long.toUnsignedString(value) : Long.toString(value);
    }

    private static ArithmeticException misfit(String value, long index, ElementType type) {
        return new ArithmeticException("the value " + value + " at index " + index + " does not fit into the type "
                + type.label());
    }
}
