package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is complete in a damaged file is saved, exactly; nothing else is.
class RepairTest {

    @TempDir
    private Path folder;

    private String saved() {
        return folder.resolve("saved.e").toString();
    }

    private Path cut(String name, long bytes) throws IOException {
        byte[] all = Files.readAllBytes(Path.of(Run.testdata(name)));
        return Files.write(folder.resolve("cut.e"), Arrays.copyOf(all, (int) (bytes < 0 ? all.length + bytes : bytes)));
    }

    private static JsonNode json(Run run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void theScreenTellsWhatWasSaved() throws IOException {
        String file = Run.testdata("odd/plate-cut.e");
        Run run = Run.exo("repair", file, "-o", saved());
        assertAll(() -> assertEquals(saved() + "  CDF-2, 24.0 kB, 75 variables\n"
                        + "  records    4 of the 5 that the header promises; 1.4 kB of the next one are dropped\n"
                        + "  verified   all values are equal to those of " + file + ", byte for byte\n", run.out()),
                () -> assertEquals("", run.err()), () -> assertEquals(0, run.exit()));
        assertEquals(0, Run.exo("info", saved()).exit());
        assertEquals(0, Run.exo("diff", "--steps", "0..3", Run.testdata("plate.e"), saved()).exit());
    }

    /// Wherever a file ends: its complete steps and its complete variables are saved, and what is saved is equal.
    @ParameterizedTest
    @ValueSource(strings = {"plate.e", "plate-cdf5.e", "classic/two-short.cdf1.nc", "classic/lone-byte.cdf2.nc",
        "classic/records-first.cdf5.nc"})
    void everyCompleteStepOfAFileThatIsCutAnywhereIsSaved(String name) throws IOException {
        try (NetcdfFile whole = Netcdf.open(Path.of(Run.testdata(name)))) {
            long step = Math.max(1, (whole.layout().fileBytes() - whole.layout().headerBytes()) / 60);
            for (long bytes = whole.layout().headerBytes(); bytes <= whole.layout().fileBytes(); bytes += step) {
                Path file = cut(name, bytes);
                Run run = Run.exo("repair", "--force", "--drop-damaged", file.toString(), "-o", saved());
                assertEquals(0, run.exit(), run.err());
                checkSaved(whole, bytes, Path.of(saved()));
            }
        }
    }

    private static void checkSaved(NetcdfFile whole, long bytes, Path saved) throws IOException {
        try (NetcdfFile file = Netcdf.open(saved)) {
            assertEquals(List.of(), file.findings().stream().filter(f -> f.severity().ordinal() > 0).toList());
            long complete = 0;
            while (complete < whole.layout().records() && isThere(whole, complete, bytes)) {
                complete++;
            }
            assertEquals(complete, file.layout().records(), bytes + " bytes");
            for (Variable variable : whole.variables()) {
                boolean isThere = variable.isRecord() || variable.begin() + variable.recordBytes() <= bytes;
                assertEquals(isThere, file.variable(variable.name()).isPresent(), variable.name());
                for (long record = 0; isThere && record < (variable.isRecord() ? complete : 1); record++) {
                    assertEquals(-1, slab(variable, record).mismatch(slab(file.requireVariable(variable.name()), record)));
                }
            }
        }
    }

    private static boolean isThere(NetcdfFile whole, long record, long bytes) {
        return whole.variables().stream().filter(Variable::isRecord).allMatch(variable -> variable.begin()
                + record * whole.layout().recordStride() + variable.recordBytes() <= bytes);
    }

    private static MemorySegment slab(Variable variable, long record) {
        return (variable.isRecord() ? variable.view().select(0, record) : variable.view()).rawSegment().orElseThrow();
    }

    @Test
    void valuesThatAreCutShortAreNamedAndNotMadeUp() throws IOException {
        Path file = cut("plate.e", 16_900);
        byte[] before = Files.readAllBytes(file);
        Run run = Run.exo("repair", file.toString(), "-o", saved());
        assertEquals(3, run.exit());
        assertEquals("", run.out());
        assertTrue(run.err().matches("(?s)error: .*cut\\.e: .*: cut short, since the file ends after 16900 bytes; no values are"
                + " made up, and nothing was written\n.*write the rest: exo repair .* --drop-damaged\n"), run.err());
        assertFalse(Files.exists(Path.of(saved())));
        assertArrayEquals(before, Files.readAllBytes(file));
        JsonNode error = json(Run.exo("repair", "--json", file.toString(), "-o", saved()));
        assertEquals("DAMAGED_DATA", error.at("/error/code").asText());
        JsonNode dropped = json(Run.exo("repair", "--json", "--drop-damaged", file.toString(), "-o", saved()));
        assertTrue(dropped.get("dropped").size() > 0, dropped::toString);
        assertEquals(0, dropped.at("/records/written").asLong());
        assertEquals(5, dropped.at("/records/lost").asLong());
        assertTrue(dropped.get("verified").asBoolean());
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @CsvSource({"odd/streaming.cdf5.nc, 2, 0, 0", "odd/plate-streaming.e, 5, 0, 0", "odd/numrecs-too-large.cdf1.nc, 2, 98, 0",
        "odd/numrecs-huge.cdf5.nc, 2, 4611686018427387902, 0", "odd/numrecs-too-small.cdf2.nc, 2, 0, 1",
        "odd/plate-crashed.e, 5, 0, 2", "odd/zeros-behind.nc, 3, 0, 0", "plate.e, 5, 0, 0"})
    void recordsAreCountedAnew(String name, long written, long lost, long uncounted) throws IOException {
        JsonNode records = json(Run.exo("repair", "--json", Run.testdata(name), "-o", saved())).get("records");
        assertAll(() -> assertEquals(written, records.get("written").asLong(), records::toString),
                () -> assertEquals(lost, records.get("lost").asLong(), records::toString),
                () -> assertEquals(uncounted, records.get("uncounted").asLong(), records::toString));
    }

    @Test
    void recordsThatNobodyCountedCanBeLeftOut() throws IOException {
        String crashed = Run.testdata("odd/plate-crashed.e");
        JsonNode records = json(Run.exo("repair", "--json", "--counted", crashed, "-o", saved())).get("records");
        assertEquals(2, records.get("leftOut").asLong(), records::toString);
        assertEquals(3, records.get("written").asLong(), records::toString);
    }

    @Test
    void aSoundFileIsCopied() throws IOException {
        Run run = Run.exo("repair", Run.testdata("plate.e"), "-o", saved());
        assertTrue(run.out().contains("the file was sound; this is a copy"), run.out());
        assertEquals(0, Run.exo("diff", "--pedantic", Run.testdata("plate.e"), saved()).exit());
    }

    @Test
    void nothingIsReplacedUnasked() throws IOException {
        Path file = cut("plate.e", -100);
        byte[] before = Files.readAllBytes(file);
        Run same = Run.exo("repair", "--force", file.toString(), "-o", file.toString());
        assertEquals(7, same.exit());
        assertTrue(same.err().contains("is the file that is read"), same.err());
        Path link = Files.createLink(folder.resolve("link.e"), file);
        assertEquals(7, Run.exo("repair", "--force", file.toString(), "-o", link.toString()).exit());
        Files.writeString(Path.of(saved()), "precious");
        Run exists = Run.exo("repair", file.toString(), "-o", saved());
        assertEquals(7, exists.exit());
        assertEquals("precious", Files.readString(Path.of(saved())));
        assertEquals(0, Run.exo("repair", "--force", file.toString(), "-o", saved()).exit());
        assertEquals(7, Run.exo("repair", file.toString(), "-o", folder.toString()).exit());
        assertEquals(7, Run.exo("repair", file.toString(), "-o", folder.resolve("no/such.e").toString()).exit());
        assertArrayEquals(before, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of("cut.e", "link.e", "saved.e"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void filesThatCannotBeReadAreRefusedAsByAllVerbs() {
        assertEquals(2, Run.exo("repair", Run.testdata("plate.e")).exit());
        assertEquals(4, Run.exo("repair", Run.testdata("broken/hdf5.e"), "-o", saved()).exit());
        assertEquals(5, Run.exo("repair", folder.resolve("no.e").toString(), "-o", saved()).exit());
    }
}
