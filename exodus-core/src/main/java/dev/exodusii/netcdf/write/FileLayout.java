package dev.exodusii.netcdf.write;

import dev.exodusii.netcdf.Layout;

/// Where everything lies in a file that is written. Immutable.
///
/// All fixed variables come first, in the order of their definition, then the records, each with the slabs of all record
/// variables in order. Everything is padded to 4 bytes, but for the records of a single record variable.
public final class FileLayout {

    private final long headerBytes;
    private final long[] begins;
    private final long fixedEnd;
    private final long recordStart;
    private final long recordStride;

    FileLayout(long headerBytes, long[] begins, long fixedEnd, long recordStart, long recordStride) {
        this.headerBytes = headerBytes;
        this.begins = begins;
        this.fixedEnd = fixedEnd;
        this.recordStart = recordStart;
        this.recordStride = recordStride;
    }

    /// Returns the size of the header, without free space behind it.
    public long headerBytes() {
        return headerBytes;
    }

    /// Returns where a variable's data, or those of its first record, start.
    ///
    /// @param variable a variable of the definition
    /// @return the byte offset in the file
    public long begin(VariableDefinition variable) {
        return begins[variable.index()];
    }

    /// Returns where the first record starts, or -1 when no variable has records.
    public long recordStart() {
        return recordStart;
    }

    /// Returns the bytes from one record to the next; 0 when no variable has records. See [Layout#recordStride].
    public long recordStride() {
        return recordStride;
    }

    /// Returns the size of the whole file.
    ///
    /// @param records how many records it has
    /// @return the bytes
    /// @throws ArithmeticException when a file cannot be that long
    public long fileBytes(long records) {
        return recordStart < 0 ? fixedEnd
                : Math.max(fixedEnd, Math.addExact(recordStart, Math.multiplyExact(records, recordStride)));
    }

    /// Returns header, data and records in bytes.
    @Override
    public String toString() {
        return "header " + headerBytes + " bytes, data to byte " + fixedEnd
                + (recordStart < 0 ? "" : ", records of " + recordStride + " bytes from byte " + recordStart);
    }
}
