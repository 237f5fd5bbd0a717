package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// Reads one field of the header after the other. Each is checked where it is read, and a length is compared with the
/// bytes that are left before anything is made of it.
final class HeaderReader {

    /// netCDF writes names of 256 bytes at most; a longer one that is really there does no harm.
    private static final int MAX_NAME_BYTES = 1 << 24;

    /// No list and no attribute is that large.
    static final long MAX_PART_BYTES = 1L << 30;

    private static final int WINDOW_BYTES = 1 << 13;

    private final MemorySegment segment;
    private final String file;
    private final ContainerFormat format;
    /// A piece of the header: a JVM that has just started takes long to reach single values in a segment.
    private final byte[] window;
    private long windowStart;
    private int windowBytes;
    private long position;

    HeaderReader(MemorySegment segment, String file, ContainerFormat format, long position) {
        this.segment = segment;
        this.file = file;
        this.format = format;
        this.position = position;
        this.window = new byte[(int) Math.min(WINDOW_BYTES, segment.byteSize())];
    }

    long position() {
        return position;
    }

    private long remaining() {
        return segment.byteSize() - position;
    }

    private long longAt(long at) {
        return (long) intAt(at) << Integer.SIZE | Integer.toUnsignedLong(intAt(at + Integer.BYTES));
    }

    private int intAt(long at) {
        int i = window(at, Integer.BYTES);
        return window[i] << 24 | (window[i + 1] & 0xFF) << 16 | (window[i + 2] & 0xFF) << 8 | window[i + 3] & 0xFF;
    }

    private byte[] bytesAt(long at, int count) {
        if (count > window.length) {
            byte[] bytes = new byte[count];
            segment.asSlice(at, count).asByteBuffer().get(bytes);
            return bytes;
        }
        int i = window(at, count);
        return Arrays.copyOfRange(window, i, i + count);
    }

    /// Makes sure that some bytes, which are in the file, are in the window.
    ///
    /// @return where they are in it
    private int window(long at, int count) {
        if (at < windowStart || at + count > windowStart + windowBytes) {
            windowStart = at;
            windowBytes = (int) Math.min(window.length, segment.byteSize() - at);
            segment.asSlice(at, windowBytes).asByteBuffer().get(window, 0, windowBytes);
        }
        return (int) (at - windowStart);
    }

    /// Reads a tag or a type code.
    int code(Place place, String field) throws ExodusFormatException {
        require(place, field, Integer.BYTES);
        int code = intAt(position);
        position += Integer.BYTES;
        return code;
    }

    /// Reads a length, a count or a dimension's position.
    long count(Place place, String field) throws ExodusFormatException {
        long at = position;
        long count = unsigned(place, field);
        if (count < 0) {
            throw corrupt(place, at, field + " is " + Long.toUnsignedString(count) + ", more than the largest number, "
                    + Long.MAX_VALUE);
        }
        return count;
    }

    /// Reads the number of records, -1 for the "streaming" marker.
    long recordCount() throws ExodusFormatException {
        require(Place.HEADER, "number of records", format.countBytes());
        if (isAllOnes(unsignedAt(position))) {
            position += format.countBytes();
            return -1;
        }
        return count(Place.HEADER, "number of records");
    }

    /// Reads a number of the width of a count in which any bits are allowed.
    long unsigned(Place place, String field) throws ExodusFormatException {
        require(place, field, format.countBytes());
        long value = unsignedAt(position);
        position += format.countBytes();
        return value;
    }

    private long unsignedAt(long at) {
        return format.countBytes() == Long.BYTES ? longAt(at) : Integer.toUnsignedLong(intAt(at));
    }

    private boolean isAllOnes(long value) {
        return value == (format.countBytes() == Long.BYTES ? -1 : 0xFFFF_FFFFL);
    }

    /// Reads where a variable's data begin.
    long begin(Place place) throws ExodusFormatException {
        require(place, "begin", format.offsetBytes());
        boolean wide = format.offsetBytes() == Long.BYTES;
        long begin = wide ? longAt(position) : intAt(position);
        if (begin < 0) {
            throw corrupt(place, position, "begin is " + begin + ", but data cannot begin before the file"
                    + (wide ? "" : ", and " + format + " has no offsets from 2147483648 on"));
        }
        position += format.offsetBytes();
        return begin;
    }

    /// Reads a name with its padding.
    ///
    /// @return the bytes of the name as they are counted; NULs may stand at its end, but nowhere else
    byte[] name(Place place) throws ExodusFormatException {
        long at = position;
        long declared = count(place, "length of the name");
        requireDeclared(place, at, "name", declared, "bytes", 1, MAX_NAME_BYTES);
        byte[] bytes = bytesAt(position, (int) declared);
        int length = Names.lengthWithoutNuls(bytes);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                throw corrupt(place, position + i, "name " + Names.quote(Names.decode(bytes, length))
                        + " contains a NUL byte");
            }
        }
        skipPadded(place, "name", declared);
        return bytes;
    }

    /// Passes over bytes that are known to be there and the padding after them, whatever it holds.
    void skipPadded(Place place, String field, long bytes) throws ExodusFormatException {
        position += bytes;
        int padding = (int) (-bytes & 3);
        require(place, "padding of the " + field, padding);
        position += padding;
    }

    /// Checks that as many items as the header declares can follow at all.
    void requireDeclared(Place place, long at, String field, long count, String items, int leastItemBytes)
            throws ExodusFormatException {
        requireDeclared(place, at, field, count, items, leastItemBytes, MAX_PART_BYTES / leastItemBytes);
    }

    /// Checks that as many items as the header declares can follow at all and are no more than `most`.
    ///
    /// With more than that the header is wrong; with fewer, of which the file does not hold all, it may be right and
    /// the file cut.
    void requireDeclared(Place place, long at, String field, long count, String items, int leastItemBytes, long most)
            throws ExodusFormatException {
        if (count > remaining() / leastItemBytes) {
            String problem = field + " declares " + count + " " + items + " but only " + remaining() + " bytes remain";
            throw count > most ? corrupt(place, at, problem) : cutShort(place, at, problem);
        }
        if (count > most) {
            throw corrupt(place, at, field + " declares " + count + " " + items + ", more than the " + most
                    + " that are accepted");
        }
    }

    private void require(Place place, String field, int bytes) throws ExodusFormatException {
        if (remaining() < bytes) {
            throw cutShort(place, position, field + " takes " + bytes + " bytes but only " + remaining() + " remain");
        }
    }

    private ExodusFormatException cutShort(Place place, long at, String problem) {
        return new ExodusFormatException(Fault.TRUNCATED_HEADER, file, at, place + problem,
                "the file is cut short or damaged: get a fresh copy");
    }

    ExodusFormatException corrupt(Place place, long at, String problem) {
        return new ExodusFormatException(Fault.CORRUPT_HEADER, file, at, place + problem, "");
    }
}
