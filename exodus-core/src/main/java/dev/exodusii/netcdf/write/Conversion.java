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
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /// How many values are converted at a time.
    static final int PIECE = 2_048;

    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    // In the byte order of the machine.
    private static final ValueLayout.OfInt INT_HERE = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfLong LONG_HERE = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfFloat FLOAT_HERE = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfDouble DOUBLE_HERE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private final double[] doubles = new double[PIECE];
    private final long[] longs = new long[PIECE];
    private final float[] floats = new float[PIECE];
    private final int[] ints = new int[PIECE];
    private final MemorySegment longBits = MemorySegment.ofArray(longs);
    private final MemorySegment intBits = MemorySegment.ofArray(ints);

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
        if (given == type || isText(given, type)) {
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

    /// Text has no sign: it is the same bytes as those with and those without one, which are not the same to each other.
    private static boolean isText(ElementType given, ElementType type) {
        return given.byteSize() == 1 && type.byteSize() == 1 && (given == ElementType.CHAR || type == ElementType.CHAR);
    }

    /// Says why values of one type cannot be stored as another, if so.
    static void checkKind(ElementType given, ElementType type) {
        if ((given == ElementType.CHAR) != (type == ElementType.CHAR)
                && !(given.byteSize() == 1 && type.byteSize() == 1)) {
            throw new IllegalArgumentException("values of type " + given.label() + " cannot be stored as "
                    + type.label());
        }
    }

    private void copy(MemorySegment from, ByteOrder order, long fromAt, long count, int width, MemorySegment to,
            long at) {
        switch (width) {
            case 1 -> MemorySegment.copy(from, fromAt, to, at, count);
            case Short.BYTES -> MemorySegment.copy(from, SHORT.withOrder(order), fromAt, to, SHORT, at, count);
            case Integer.BYTES -> {
                for (long done = 0; done < count; done += PIECE) {
                    int piece = (int) Math.min(PIECE, count - done);
                    readInts(from, order, fromAt + done * Integer.BYTES, piece);
                    storeInts(piece, to, at + done * Integer.BYTES);
                }
            }
            default -> {
                for (long done = 0; done < count; done += PIECE) {
                    int piece = (int) Math.min(PIECE, count - done);
                    readLongs(from, order, fromAt + done * Long.BYTES, piece);
                    storeLongs(piece, to, at + done * Long.BYTES);
                }
            }
        }
    }

    // Bytes are swapped in arrays of this object, which the compiler turns into vector code; what copies and swaps in one go
    // takes values one by one.

    private void readInts(MemorySegment from, ByteOrder order, long at, int count) {
        MemorySegment.copy(from, INT_HERE, at, ints, 0, count);
        if (order != ByteOrder.nativeOrder()) {
            swapInts(count);
        }
    }

    private void readLongs(MemorySegment from, ByteOrder order, long at, int count) {
        MemorySegment.copy(from, LONG_HERE, at, longs, 0, count);
        if (order != ByteOrder.nativeOrder()) {
            swapLongs(count);
        }
    }

    private void storeInts(int count, MemorySegment to, long at) {
        if (ByteOrder.nativeOrder() != ByteOrder.BIG_ENDIAN) {
            swapInts(count);
        }
        MemorySegment.copy(ints, 0, to, INT_HERE, at, count);
    }

    private void storeLongs(int count, MemorySegment to, long at) {
        if (ByteOrder.nativeOrder() != ByteOrder.BIG_ENDIAN) {
            swapLongs(count);
        }
        MemorySegment.copy(longs, 0, to, LONG_HERE, at, count);
    }

    private void swapInts(int count) {
        int[] values = ints;
        for (int i = 0; i < count; i++) {
            values[i] = Integer.reverseBytes(values[i]);
        }
    }

    private void swapLongs(int count) {
        long[] values = longs;
        for (int i = 0; i < count; i++) {
            values[i] = Long.reverseBytes(values[i]);
        }
    }

    private void readReals(MemorySegment from, ElementType given, ByteOrder order, long index, int count) {
        if (given == ElementType.DOUBLE) {
            readLongs(from, order, index * Double.BYTES, count);
            MemorySegment.copy(longBits, DOUBLE_HERE, 0, doubles, 0, count);
            return;
        }
        readInts(from, order, index * Float.BYTES, count);
        MemorySegment.copy(intBits, FLOAT_HERE, 0, floats, 0, count);
        for (int i = 0; i < count; i++) {
            doubles[i] = floats[i];
        }
    }

    private void readIntegers(MemorySegment from, ElementType given, ByteOrder order, long index, int count) {
        long at = index * given.byteSize();
        switch (given) {
            case INT -> {
                readInts(from, order, at, count);
                for (int i = 0; i < count; i++) {
                    longs[i] = ints[i];
                }
            }
            case UINT -> {
                readInts(from, order, at, count);
                for (int i = 0; i < count; i++) {
                    longs[i] = Integer.toUnsignedLong(ints[i]);
                }
            }
            case INT64, UINT64 -> readLongs(from, order, at, count);
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

    /// Stores real numbers.
    ///
    /// @param values the numbers, from the first element on
    /// @param index  the index of the first, for messages
    /// @param count  how many, [#PIECE] at most
    /// @param type   the type that is stored
    /// @param to     where the bytes go
    /// @param at     the offset of the first
    /// @throws ArithmeticException when a value does not fit; its index is named
    void reals(double[] values, long index, int count, ElementType type, MemorySegment to, long at) {
        switch (type) {
            case DOUBLE -> {
                MemorySegment.copy(MemorySegment.ofArray(values), LONG_HERE, 0, longs, 0, count);
                storeLongs(count, to, at);
            }
            case FLOAT -> {
                for (int i = 0; i < count; i++) {
                    floats[i] = (float) values[i];
                }
                MemorySegment.copy(MemorySegment.ofArray(floats), INT_HERE, 0, ints, 0, count);
                if (hasInfinity(count)) {
                    checkFitIntoFloats(values, index, count);
                }
                storeInts(count, to, at);
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

    /// Looks whether one of the floats whose bits are in [#ints] is infinite, in a way that becomes vector code.
    private boolean hasInfinity(int count) {
        int belowZero = 0;
        for (int i = 0; i < count; i++) {
            belowZero |= (ints[i] & 0x7FFF_FFFF ^ 0x7F80_0000) - 1;
        }
        return belowZero < 0;
    }

    private static void checkFitIntoFloats(double[] values, long index, int count) {
        for (int i = 0; i < count; i++) {
            if (Float.isInfinite((float) values[i]) && !Double.isInfinite(values[i])) {
                throw misfit(Double.toString(values[i]), index + i, ElementType.FLOAT);
            }
        }
    }

    /// Stores integers.
    ///
    /// @param values the integers, from the first element on
    /// @param given  what they are: of `UINT64` the bits of unsigned ones
    /// @param index  the index of the first, for messages
    /// @param count  how many, [#PIECE] at most
    /// @param type   the type that is stored
    /// @param to     where the bytes go
    /// @param at     the offset of the first
    /// @throws ArithmeticException when a value does not fit; its index is named
    void integers(long[] values, ElementType given, long index, int count, ElementType type, MemorySegment to,
            long at) {
        checkKind(given, type);
        if (type.isReal()) {
            integersAsReals(values, given, index, count, type, to, at);
            return;
        }
        requireFit(values, given, index, count, type);
        switch (type.byteSize()) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    to.set(BYTE, at + i, (byte) values[i]);
                }
            }
            case Short.BYTES -> {
                for (int i = 0; i < count; i++) {
                    to.set(SHORT, at + (long) i * Short.BYTES, (short) values[i]);
                }
            }
            case Integer.BYTES -> {
                for (int i = 0; i < count; i++) {
                    ints[i] = (int) values[i];
                }
                storeInts(count, to, at);
            }
            default -> {
                MemorySegment.copy(MemorySegment.ofArray(values), LONG_HERE, 0, longs, 0, count);
                storeLongs(count, to, at);
            }
        }
    }

    private static void requireFit(long[] values, ElementType given, long index, int count, ElementType type) {
        boolean isUnsigned = given == ElementType.UINT64;
        if (type.byteSize() == Long.BYTES && isUnsigned == (type == ElementType.UINT64)) {
            return;
        }
        // What is unsigned and looks negative is too large for every other type.
        long least = isUnsigned ? 0 : least(type);
        long most = most(type);
        long outside = 0;
        for (int i = 0; i < count; i++) {
            outside |= outside(values[i], least, most);
        }
        for (int i = 0; outside < 0 && i < count; i++) {
            if (outside(values[i], least, most) < 0) {
                throw misfit(text(values[i], given), index + i, type);
            }
        }
    }

    /// Returns something negative when a value is out of a range that begins at 0 or below and ends above: one of the
    /// differences is, and one that overflows is so only where the other is.
    private static long outside(long value, long least, long most) {
        return value - least | most - value;
    }

    private static long least(ElementType type) {
        return switch (type) {
            case BYTE -> Byte.MIN_VALUE;
            case SHORT -> Short.MIN_VALUE;
            case INT -> Integer.MIN_VALUE;
            default -> 0;
        };
    }

    private static long most(ElementType type) {
        return switch (type) {
            case BYTE -> Byte.MAX_VALUE;
            case UBYTE, CHAR -> 0xFF;
            case SHORT -> Short.MAX_VALUE;
            case USHORT -> 0xFFFF;
            case INT -> Integer.MAX_VALUE;
            case UINT -> 0xFFFF_FFFFL;
            default -> Long.MAX_VALUE;
        };
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

    private static String text(long value, ElementType given) {
        return given == ElementType.UINT64 ? Long.toUnsignedString(value) : Long.toString(value);
    }

    private static ArithmeticException misfit(String value, long index, ElementType type) {
        return new ArithmeticException("the value " + value + " at index " + index + " does not fit into the type "
                + type.label());
    }
}
