package dev.exodusii.view;

import dev.exodusii.diagnostic.Faults;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Rows of text of one width lying in memory: names, titles, information records.
///
/// A row ends at its first NUL or at its full width; white space at the end is dropped, since Fortran programs pad with
/// blanks. Bytes after the NUL are leftovers of the writer's memory and ignored. Text is UTF-8; a row that is not valid
/// UTF-8 is read as ISO-8859-1, which never fails. (`exodus-format` §1.8, §2.6.)
///
/// Immutable and safe for use by many threads. Every access throws [IllegalStateException] once the file that the view
/// came from is closed.
public final class TextView {

    private final Origin origin;
    private final MemorySegment segment;
    private final long base;
    private final long rows;
    private final long width;
    private final long rowStride;
    private final long byteStride;

    TextView(Origin origin, MemorySegment segment, long base, long rows, long width, long rowStride,
            long byteStride) {
        this.origin = origin;
        this.segment = segment;
        this.base = base;
        this.rows = rows;
        this.width = width;
        this.rowStride = rowStride;
        this.byteStride = byteStride;
    }

    /// Returns the number of rows.
    public long size() {
        return rows;
    }

    /// Returns the bytes that each row has room for.
    public long width() {
        return width;
    }

    /// Returns one row as text.
    ///
    /// @param row the 0-based row
    /// @return the text, empty for a row that begins with NUL
    /// @throws IndexOutOfBoundsException when there is no such row
    /// @throws IllegalStateException when the row is longer than an array can be
    public String get(long row) {
        byte[] bytes = bytes(row);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return text.stripTrailing();
    }

    /// Returns the bytes of one row up to its first NUL, as they are stored.
    ///
    /// @param row the 0-based row
    /// @return a new array
    /// @throws IndexOutOfBoundsException when there is no such row
    /// @throws IllegalStateException when the row is longer than an array can be
    public byte[] bytes(long row) {
        long start = base + Objects.checkIndex(row, rows) * rowStride;
        try {
            long length = 0;
            while (length < width && segment.get(ValueLayout.JAVA_BYTE, start + length * byteStride) != 0) {
                length++;
            }
            byte[] bytes = new byte[Bulk.arrayLength(length)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = segment.get(ValueLayout.JAVA_BYTE, start + i * byteStride);
            }
            Faults.settle();
            return bytes;
        } catch (InternalError fault) {
            throw origin.lost(fault, start, start + width * byteStride);
        }
    }

    /// Returns all rows in order.
    public Stream<String> stream() {
        return LongStream.range(0, rows).mapToObj(this::get);
    }

    /// Returns the shape, such as `char[3, 33]`.
    @Override
    public String toString() {
        return "char[" + rows + ", " + width + "]";
    }
}
