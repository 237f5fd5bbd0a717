package dev.exodusii.netcdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.diagnostic.UnsupportedFormatException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a file is, told by its first bytes.
class SignatureTest {

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    @ParameterizedTest
    @EnumSource
    void versionByteTellsTheFormat(ContainerFormat format) throws Exception {
        try (NetcdfFile file = HeaderBuilder.of(format).open()) {
            assertEquals(format, file.format());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 6, 255})
    void versionByteThatDoesNotExistIsNamed(int version) {
        byte[] file = HeaderBuilder.cdf1().header();
        file[3] = (byte) version;

        var refused = assertThrows(ExodusFormatException.class, () -> HeaderBuilder.open(file));

        assertEquals(Fault.UNKNOWN_NETCDF_VERSION, refused.fault());
        assertEquals("model.e: unsupported netCDF version byte " + version + "; files have 1, 2 or 5 (at byte 3)",
                refused.getMessage());
    }

    @Test
    void emptyFileIsCalledEmpty() {
        var refused = assertThrows(ExodusFormatException.class, () -> HeaderBuilder.open(new byte[0]));

        assertEquals(Fault.EMPTY_FILE, refused.fault());
    }

    @ParameterizedTest
    @CsvSource({"CDF_1, 32", "CDF_2, 32", "CDF_5, 48"})
    void fileShorterThanTheSmallestHeaderIsCutShort(ContainerFormat format, int least) {
        byte[] smallest = HeaderBuilder.of(format).header();
        assertEquals(least, smallest.length);
        for (int length = 1; length < least; length++) {
            byte[] cut = Arrays.copyOf(smallest, length);

            var refused = assertThrows(ExodusFormatException.class, () -> HeaderBuilder.open(cut));

            assertEquals(Fault.TRUNCATED_HEADER, refused.fault(), "cut to " + length);
        }
    }

    @Test
    void fewBytesOfNothingKnownAreCutShort() {
        assertEquals(Fault.TRUNCATED_HEADER, faultOf(new byte[31]));
    }

    @Test
    void manyBytesOfNothingKnownAreShown() {
        byte[] file = HeaderBuilder.cdf1().header();
        file[0] = 'c';

        var refused = assertThrows(UnsupportedFormatException.class, () -> HeaderBuilder.open(file));

        assertEquals(Fault.UNKNOWN_FORMAT, refused.fault());
        assertEquals("model.e: not a netCDF file: it begins with the bytes 63 44 46 01 00 00 00 00 where 43 44 46"
                + " (\"CDF\") are expected", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 512, 1024, 2048, 1 << 20})
    void hdf5IsFoundBehindAUserBlock(int at) {
        byte[] file = new byte[at + 100];
        System.arraycopy(HDF5, 0, file, at, HDF5.length);

        assertEquals(Fault.NETCDF4_HDF5, faultOf(file));
    }

    @Test
    void hdf5SignatureElsewhereIsNone() {
        byte[] file = new byte[4096];
        System.arraycopy(HDF5, 0, file, 1536, HDF5.length);

        assertEquals(Fault.UNKNOWN_FORMAT, faultOf(file));
    }

    @ParameterizedTest
    @CsvSource({
        "model.nc4,             nccopy -k cdf5 model.nc4 model.e",
        "out/model.NC,          nccopy -k cdf5 out/model.NC out/model.e",
        "model.e,               nccopy -k cdf5 model.e model-cdf5.e",
        "run.1/edges.exo.4.0,   nccopy -k cdf5 run.1/edges.exo.4.0 run.1/edges-cdf5.exo.4.0",
        "run.1/model,           nccopy -k cdf5 run.1/model run.1/model-cdf5",
        "my model.e,            nccopy -k cdf5 'my model.e' 'my model-cdf5.e'",
        "-k.e,                  nccopy -k cdf5 '-k.e' '-k-cdf5.e'"
    })
    void hdf5HintIsTheCommandThatConvertsTheFile(String name, String command) {
        var refused = assertThrows(UnsupportedFormatException.class,
                () -> NetcdfFile.parse(MemorySegment.ofArray(HDF5), name));

        assertEquals("convert it: " + command, refused.hint());
    }

    @Test
    void hintQuotesAQuoteInAFileName() {
        assertEquals("'it'\\''s.e'", ShellWord.of("it's.e"));
    }

    @Test
    void hdf4IsNamed() {
        assertEquals(Fault.HDF4, faultOf(new byte[] {0x0E, 0x03, 0x13, 0x01, 0, 0, 0, 0}));
    }

    @Test
    void gitLfsPointerHintIsToPull() {
        byte[] file = ascii("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");

        var refused = assertThrows(UnsupportedFormatException.class, () -> HeaderBuilder.open(file));

        assertEquals(Fault.GIT_LFS_POINTER, refused.fault());
        assertEquals("fetch the file: git lfs pull", refused.hint());
    }

    @Test
    void shortTextMayBeASymbolicLink() {
        var refused = assertThrows(UnsupportedFormatException.class,
                () -> HeaderBuilder.open(ascii("../gold/mesh_out.e")));

        assertEquals(Fault.TEXT_FILE, refused.fault());
        assertEquals("model.e: a text file, beginning with '../gold/mesh_out.e'; if it is a symbolic link that was"
                + " checked out as text, open the file it names", refused.getMessage());
    }

    @Test
    void longTextIsNoSymbolicLink() {
        var refused = assertThrows(UnsupportedFormatException.class,
                () -> HeaderBuilder.open(("netcdf größe {\n" + "dimensions:\n".repeat(100))
                        .getBytes(StandardCharsets.UTF_8)));

        assertEquals(Fault.TEXT_FILE, refused.fault());
        assertEquals("model.e: a text file, beginning with 'netcdf größe {'", refused.getMessage());
    }

    @Test
    void textThatBeginsLikeNetcdfIsText() {
        assertEquals(Fault.TEXT_FILE, faultOf(ascii("CDF files are described in the manual.\n")));
    }

    private static Fault faultOf(byte[] file) {
        return assertThrows(UnreadableFileException.class, () -> HeaderBuilder.open(file)).fault();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
