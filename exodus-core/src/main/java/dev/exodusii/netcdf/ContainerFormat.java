package dev.exodusii.netcdf;

import dev.exodusii.view.ElementType;
import java.util.Optional;

/// The three versions of the classic netCDF format. They differ in the width of the numbers in the header and in the
/// types that values may have (`exodus-format` §1.2).
public enum ContainerFormat {
    /// The original format: everything in the header is 32 bits wide.
    CDF_1(1, "CDF-1", "classic", Integer.BYTES, Integer.BYTES, 6),
    /// Variables may start beyond 2 GiB; what the Exodus library writes by default.
    CDF_2(2, "CDF-2", "64-bit offset", Integer.BYTES, Long.BYTES, 6),
    /// Lengths are 64 bits wide too, and there are unsigned and 64-bit integers.
    CDF_5(5, "CDF-5", "64-bit data", Long.BYTES, Long.BYTES, 11);

    private static final int TAG_BYTES = Integer.BYTES;

    private static final ElementType[] TYPES = {
        ElementType.BYTE, ElementType.CHAR, ElementType.SHORT, ElementType.INT, ElementType.FLOAT, ElementType.DOUBLE,
        ElementType.UBYTE, ElementType.USHORT, ElementType.UINT, ElementType.INT64, ElementType.UINT64
    };

    private final int versionByte;
    private final String label;
    private final String description;
    private final int countBytes;
    private final int offsetBytes;
    private final int highestType;

    ContainerFormat(int versionByte, String label, String description, int countBytes, int offsetBytes,
            int highestType) {
        this.versionByte = versionByte;
        this.label = label;
        this.description = description;
        this.countBytes = countBytes;
        this.offsetBytes = offsetBytes;
        this.highestType = highestType;
    }

    /// Returns the usual short name, such as `CDF-2`.
    public String label() {
        return label;
    }

    /// Returns what the netCDF tools call it, such as `64-bit offset`.
    public String description() {
        return description;
    }

    /// Returns the short name.
    @Override
    public String toString() {
        return label;
    }

    /// Returns the fourth byte of a file in this version.
    public int versionByte() {
        return versionByte;
    }

    /// Tells whether values may have a type; unsigned and 64-bit integers only exist in CDF-5.
    ///
    /// @param type the type
    /// @return whether this version has it
    public boolean has(ElementType type) {
        return typeCode(type) <= highestType;
    }

    /// Returns the number that stands for a type in the header.
    ///
    /// @param type the type
    /// @return 1 to 11, the same in all versions
    public int typeCode(ElementType type) {
        for (int i = 0; i < TYPES.length; i++) {
            if (TYPES[i] == type) {
                return i + 1;
            }
        }
        throw new AssertionError("every type has a code: " + type);
    }

    static Optional<ContainerFormat> ofVersionByte(int versionByte) {
        for (ContainerFormat format : values()) {
            if (format.versionByte == versionByte) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// Returns the type with a code, if this version of the format has it.
    Optional<ElementType> type(int code) {
        return code >= 1 && code <= highestType ? Optional.of(TYPES[code - 1]) : Optional.empty();
    }

    int highestType() {
        return highestType;
    }

    /// Returns the bytes that a length, a count or a dimension id takes in the header. Tags and type codes always take 4.
    public int countBytes() {
        return countBytes;
    }

    /// Returns the bytes that the place of a variable's data takes in the header.
    public int offsetBytes() {
        return offsetBytes;
    }

    /// The size of a header that lists nothing.
    int leastHeaderBytes() {
        return TAG_BYTES + countBytes + 3 * leastListBytes();
    }

    int leastDimensionBytes() {
        return 2 * countBytes;
    }

    int leastAttributeBytes() {
        return 2 * countBytes + TAG_BYTES;
    }

    int leastVariableBytes() {
        return 3 * countBytes + leastListBytes() + TAG_BYTES + offsetBytes;
    }

    private int leastListBytes() {
        return TAG_BYTES + countBytes;
    }
}
