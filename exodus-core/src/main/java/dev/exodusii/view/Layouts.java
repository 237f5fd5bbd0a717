package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// How stored values lie in memory, and how one is read.
///
/// The layouts are constants with their concrete types because the JIT compiler folds only those; they are unaligned
/// because a classic netCDF file aligns everything to 4 bytes at best.
final class Layouts {

    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    static final ValueLayout.OfInt NATIVE_INT = ValueLayout.JAVA_INT_UNALIGNED;
    static final ValueLayout.OfLong NATIVE_LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    static final ValueLayout.OfFloat NATIVE_FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    static final ValueLayout.OfDouble NATIVE_DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;

    private Layouts() {}

    /// Reads any number as an integer; an unsigned 64-bit one keeps its bits.
    static long integer(MemorySegment segment, ElementType type, long at) {
        return switch (type) {
            case BYTE -> segment.get(ValueLayout.JAVA_BYTE, at);
            case CHAR, UBYTE -> Byte.toUnsignedLong(segment.get(ValueLayout.JAVA_BYTE, at));
            case SHORT -> segment.get(SHORT, at);
            case USHORT -> Short.toUnsignedLong(segment.get(SHORT, at));
            case INT -> segment.get(INT, at);
            case UINT -> Integer.toUnsignedLong(segment.get(INT, at));
            case INT64, UINT64 -> segment.get(LONG, at);
            case FLOAT, DOUBLE -> throw new IllegalArgumentException("not an integer type: " + type.label());
        };
    }

    /// Reads any number as a double, rounded to the nearest where a 64-bit integer has more than 53 significant bits.
    static double real(MemorySegment segment, ElementType type, long at) {
        return switch (type) {
            case DOUBLE -> segment.get(DOUBLE, at);
            case FLOAT -> segment.get(FLOAT, at);
            case UINT64 -> unsignedToDouble(segment.get(LONG, at));
            default -> integer(segment, type, at);
        };
    }

    /// Reads any number as a float. Not by way of double: a 64-bit integer would be rounded twice.
    static float realFloat(MemorySegment segment, ElementType type, long at) {
        return switch (type) {
            case DOUBLE -> (float) segment.get(DOUBLE, at);
            case FLOAT -> segment.get(FLOAT, at);
            case UINT64 -> unsignedToFloat(segment.get(LONG, at));
            default -> integer(segment, type, at);
        };
    }

    private static double unsignedToDouble(long bits) {
        // Halving first keeps the value positive; the lowest bit is kept sticky so that rounding stays right.
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    private static float unsignedToFloat(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0f;
    }
}
