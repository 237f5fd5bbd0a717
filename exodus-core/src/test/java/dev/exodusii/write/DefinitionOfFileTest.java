package dev.exodusii.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.SmallFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.view.TextView;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is taken over from files that are odd.
class DefinitionOfFileTest {

    private static final Path FOUND = Path.of(System.getProperty("exodus.testdata"), "fuzz");

    private static SmallFile points() {
        return new SmallFile().attribute("version", new float[] {9.06f}).attribute("api_version", new float[] {9.06f})
                .attribute("floating_point_word_size", new int[] {8});
    }

    private static NetcdfFile copied(ExodusFile file) throws IOException, UnreadableFileException {
        byte[] copy = EveryKind.bytes(ExodusDefinition.of(file), writer -> ExodusCopy.of(file, writer).all());
        return NetcdfFile.parse(MemorySegment.ofArray(copy), "copy.e");
    }

    @Test
    void aNameInTwoEncodingsIsWrittenInOurs() throws IOException, UnreadableFileException {
        byte[] latin = {'c', 'a', 'f', (byte) 0xE9, 0, 0};
        byte[] ours = "caf\u00e9\0".getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(ours, 12);
        System.arraycopy(latin, 0, both, 6, latin.length);
        ExodusFile file = points().dimension("len_name", 6).dimension("num_node_sets", 2)
                .variable("ns_prop1", new int[] {1, 2}, "num_node_sets").variable("ns_names", both, "num_node_sets", "len_name")
                .openModel();

        TextView names = copied(file).requireVariable("ns_names").view().text();

        assertArrayEquals("caf\u00e9".getBytes(StandardCharsets.UTF_8), names.bytes(0));
        assertArrayEquals("caf\u00e9".getBytes(StandardCharsets.UTF_8), names.bytes(1));
    }

    @Test
    void aLongTitleMakesNoRoomForNames() throws IOException, UnreadableFileException {
        ExodusFile file = points().attribute("title", "title" + " ".repeat(60)).dimension("len_name", 33).openModel();

        assertEquals(33, copied(file).dimension("len_name").map(Dimension::length).orElseThrow());
    }

    @Test
    void aFileWithoutNodesIsOfTheLayoutThatItClaims() {
        assertFalse(ExodusDefinition.of(points().attribute("file_size", new int[] {0}).openModel()).isLargeModel());
        assertTrue(ExodusDefinition.of(points().attribute("file_size", new int[] {1}).openModel()).isLargeModel());
        assertTrue(ExodusDefinition.of(points().openModel()).isLargeModel());
    }

    @Test
    void polygonsWithoutNodesAreRefused() {
        ExodusFile file = points().dimension("num_dim", 2).dimension("num_elem", 2).dimension("num_el_blk", 1)
                .dimension("num_el_in_blk1", 2).dimension("time_step", 0).variable("eb_prop1", new int[] {7}, "num_el_blk")
                .variable("connect1", new int[] {0}, "time_step").attribute("elem_type", "nsided")
                .variable("ebepecnt1", new int[] {0, 0}, "num_el_in_blk1").openModel();

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> ExodusDefinition.of(file));

        assertEquals("element block 7 has 2 polygons without nodes", refusal.getMessage());
    }

    @Test
    void edgesAreNoPolygonsWhateverTheyAreCalled() {
        ExodusFile file = points().dimension("num_dim", 2).dimension("num_nodes", 3).dimension("num_edge", 2)
                .dimension("num_ed_blk", 1).dimension("num_ed_in_blk1", 2).dimension("num_nod_per_ed1", 2)
                .variable("ed_prop1", new int[] {7}, "num_ed_blk")
                .variable("ebconn1", new int[] {1, 2, 2, 3}, "num_ed_in_blk1", "num_nod_per_ed1")
                .attribute("elem_type", "NSIDED").openModel();

        assertTrue(ExodusDefinition.of(file).layout().variable("ebconn1").isPresent());
    }

    static List<Path> found() throws IOException {
        try (Stream<Path> files = Files.list(FOUND)) {
            return files.sorted().toList();
        }
    }

    /// With an exception that says what cannot be, or as damaged.
    @ParameterizedTest
    @MethodSource("found")
    void aFileIsTakenOverOrRefused(Path path) throws IOException {
        try {
            ExodusFile file = ExodusFile.parse(MemorySegment.ofArray(Files.readAllBytes(path)), path.toString());
            ExodusDefinition.of(file);
        } catch (UnreadableFileException | DamagedDataException | IllegalArgumentException | ArithmeticException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isBlank());
        }
    }
}
