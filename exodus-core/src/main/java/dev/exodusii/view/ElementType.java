package dev.exodusii.view;

import java.util.Locale;

/// The type of one stored value. Multi-byte values are big-endian and may start at any byte.
public enum ElementType {
    /// Signed 8-bit integer.
    BYTE(1),
    /// One byte of text.
    CHAR(1),
    /// Signed 16-bit integer.
    SHORT(2),
    /// Signed 32-bit integer.
    INT(4),
    /// IEEE 754 binary32.
    FLOAT(4),
    /// IEEE 754 binary64.
    DOUBLE(8),
    /// Unsigned 8-bit integer.
    UBYTE(1),
    /// Unsigned 16-bit integer.
    USHORT(2),
    /// Unsigned 32-bit integer.
    UINT(4),
    /// Signed 64-bit integer.
    INT64(8),
    /// Unsigned 64-bit integer.
    UINT64(8);

    private final int byteSize;

    ElementType(int byteSize) {
        this.byteSize = byteSize;
    }

    /// Returns the bytes that one value takes.
    public int byteSize() {
        return byteSize;
    }

    /// Tells whether values are floating-point numbers.
    public boolean isReal() {
        return this == FLOAT || this == DOUBLE;
    }

    /// Tells whether values are integers, signed or unsigned; text is not.
    public boolean isInteger() {
        return !isReal() && this != CHAR;
    }

    /// Tells whether values are integers without a sign.
    public boolean isUnsigned() {
        return switch (this) {
            case UBYTE, USHORT, UINT, UINT64 -> true;
            default -> false;
        };
    }

    /// Returns the name that CDL, the text form of netCDF, gives the type: `byte`, `char`, `short`, `int`, `float`,
    /// `double`, `ubyte`, `ushort`, `uint`, `int64` or `uint64`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
