package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.diagnostic.UnsupportedFormatException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Tells by its first bytes what a file is (`exodus-format` §1.1); its name says nothing about that.
final class Signature {

    private static final byte[] CDF = ascii("CDF");
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
    private static final byte[] HDF4 = {0x0E, 0x03, 0x13, 0x01};
    private static final byte[] GIT_LFS = ascii("version https://git-lfs");

    private static final long HDF5_FIRST_USER_BLOCK = 512;
    private static final int HDF5_PLACES = 20;
    private static final int SAMPLE_BYTES = 512;
    private static final int MAX_LINK_BYTES = 255;

    private final MemorySegment segment;
    private final String file;
    private final byte[] start;

    private Signature(MemorySegment segment, String file) {
        this.segment = segment;
        this.file = file;
        this.start = bytes(segment, 0, SAMPLE_BYTES);
    }

    /// Returns the version of a classic netCDF file that is long enough to have a header.
    static ContainerFormat recognise(MemorySegment segment, String file) throws UnreadableFileException {
        return new Signature(segment, file).recognise();
    }

    private ContainerFormat recognise() throws UnreadableFileException {
        if (start.length == 0) {
            throw new ExodusFormatException(Fault.EMPTY_FILE, file, -1, "the file is empty",
                    "its writer may have died before it wrote anything");
        }
        boolean isCdf = Arrays.equals(start, 0, Math.min(start.length, CDF.length), CDF, 0,
                Math.min(start.length, CDF.length));
        Optional<ContainerFormat> format = isCdf && start.length > CDF.length
                ? ContainerFormat.ofVersionByte(start[CDF.length]) : Optional.empty();
        if (format.isPresent()) {
            int least = format.get().leastHeaderBytes();
            if (segment.byteSize() < least) {
                throw cutShort("the file has " + segment.byteSize() + " bytes, but the smallest " + format.get()
                        + " header takes " + least);
            }
            return format.get();
        }
        if (isCdf && start.length <= CDF.length) {
            throw cutShort("the file ends within the first four bytes that make it netCDF");
        }
        refuseHdf();
        refuseText();
        if (isCdf) {
            throw new ExodusFormatException(Fault.UNKNOWN_NETCDF_VERSION, file, CDF.length,
                    "unsupported netCDF version byte " + Byte.toUnsignedInt(start[CDF.length])
                            + "; files have 1, 2 or 5", "");
        }
        if (segment.byteSize() < ContainerFormat.CDF_1.leastHeaderBytes()) {
            throw cutShort("the file has only " + segment.byteSize() + " bytes, fewer than any netCDF header");
        }
        throw new UnsupportedFormatException(Fault.UNKNOWN_FORMAT, file, "not a netCDF file: it begins with the bytes "
                + HexFormat.ofDelimiter(" ").formatHex(start, 0, 8) + " where 43 44 46 (\"CDF\") are expected", "");
    }

    private void refuseHdf() throws UnsupportedFormatException {
        long at = 0;
        for (int place = 0; place < HDF5_PLACES && at < segment.byteSize(); place++) {
            if (Arrays.equals(bytes(segment, at, HDF5.length), HDF5)) {
                throw new UnsupportedFormatException(Fault.NETCDF4_HDF5, file,
                        "a netCDF-4 file, that is HDF5 (signature at byte " + at
                                + "); only the classic netCDF formats are read",
                        "convert it: nccopy -k cdf5 " + ShellWord.of(file) + " "
                                + ShellWord.of(ShellWord.converted(file)));
            }
            at = at == 0 ? HDF5_FIRST_USER_BLOCK : 2 * at;
        }
        if (startsWith(HDF4)) {
            throw new UnsupportedFormatException(Fault.HDF4, file,
                    "an HDF4 file; only the classic netCDF formats are read", "");
        }
    }

    private void refuseText() throws UnsupportedFormatException {
        if (startsWith(GIT_LFS)) {
            throw new UnsupportedFormatException(Fault.GIT_LFS_POINTER, file,
                    "a git-LFS pointer, not the file that it stands for", "fetch the file: git lfs pull");
        }
        if (!isText()) {
            return;
        }
        String text = Names.decode(start, start.length);
        String firstLine = text.lines().findFirst().orElse("");
        boolean mayBeLink = segment.byteSize() <= MAX_LINK_BYTES && !firstLine.isBlank() && text.lines().count() == 1;
        throw new UnsupportedFormatException(Fault.TEXT_FILE, file, "a text file, beginning with "
                + Names.quote(firstLine), mayBeLink
                        ? "if it is a symbolic link that was checked out as text, open the file it names" : "");
    }

    private boolean isText() {
        for (byte b : start) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' || b == 0x7F) {
                return false;
            }
        }
        // More may follow the sample: a character that it cuts in two is no error.
        return !StandardCharsets.UTF_8.newDecoder()
                .decode(ByteBuffer.wrap(start), CharBuffer.allocate(SAMPLE_BYTES), false).isError();
    }

    private ExodusFormatException cutShort(String problem) {
        return new ExodusFormatException(Fault.TRUNCATED_HEADER, file, segment.byteSize(), problem,
                "the file is cut short: get a fresh copy");
    }

    private boolean startsWith(byte[] prefix) {
        return start.length >= prefix.length && Arrays.equals(start, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] bytes(MemorySegment segment, long at, int most) {
        return segment.asSlice(at, Math.min(most, segment.byteSize() - at)).toArray(ValueLayout.JAVA_BYTE);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
