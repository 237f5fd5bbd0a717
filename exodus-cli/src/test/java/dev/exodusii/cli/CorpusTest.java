package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real files, where there are any: what other programs made of them is in `oracle-netcdf`.
class CorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("exodus.corpus", "corpus"));

    @BeforeEach
    void needsTheCorpus() {
        assumeTrue(Files.isDirectory(CORPUS.resolve("files/real")), "no corpus in " + CORPUS);
    }

    private static List<Path> realFiles() throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS.resolve("files/real"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static JsonNode oracle(Path file) throws IOException {
        Path oracle = CORPUS.resolve("oracle-netcdf").resolve(CORPUS.resolve("files").relativize(file) + ".json.gz");
        try (InputStream json = new GZIPInputStream(Files.newInputStream(oracle))) {
            return new ObjectMapper().readTree(json);
        }
    }

    private static List<String> lines(JsonNode variables) {
        List<String> lines = new ArrayList<>();
        variables.forEach(variable -> lines.add(String.join(" ", variable.path("name").asText(),
                variable.path("type").asText(), variable.path("shape").toString(), variable.path("sha256").asText())));
        return lines;
    }

    @Test
    void checksumsAreThoseOfTheReferenceLibrary() throws IOException {
        int compared = 0;
        for (Path file : realFiles()) {
            JsonNode expected = oracle(file).path("netcdf");
            JsonNode document = InfoJsonTest.parse(Run.exo("checksum", "--json", file.toString())).at("/files/0");
            if (!expected.path("disk_format").asText().equals("NETCDF3")) {
                continue;
            }
            assertEquals(lines(expected.path("vars")), lines(document.path("variables")), file::toString);
            compared += document.path("variables").size();
        }
        assertTrue(compared > 10_000, "only " + compared + " variables");
    }

    @Test
    void realFilesAreReportedOnWithoutAFault() throws IOException {
        for (Path file : realFiles()) {
            Run run = Run.exo("info", "--all", file.toString());
            assertTrue(run.exit() == 0 || run.exit() == 4 && run.err().contains("HDF5"),
                    () -> file + ": " + run.exit() + " " + run.err());
        }
    }

    @Test
    void mooseResultOnOneScreen() throws IOException {
        Path file = CORPUS.resolve("files/real/idaholab+blackbear/test/tests/concrete_ASR_swelling/gold/"
                + "asr_confined_out.e");
        String out = Run.exo("info", file.toString()).out();
        String rest = out.substring(out.indexOf("\n  mesh"));
        assertAll(() -> assertEquals("""

                  mesh    2-D  1,025 nodes  920 elements        x 0 .. 0.068   y 0 .. 0.12
                  time    6 steps, 0 .. 500000                  file complete (170,380 + 6 x 172,088 bytes)

                  BLOCK ID  SHAPE  ELEMENTS  VARIABLES   NODE SET ID  NODES   SIDE SET ID  SIDES
                         1  QUAD4       880  17 of 17              1     41             4     22
                         2  QUAD4        40  10 of 17              2     41             5     40
                                                                   3     25             1     40
                                                                   4     23             3     23
                                                                   5     41             2     40
                                                                   6     41             6     40

                  nodal    T  contact_pressure  disp(x,y)  nodal_area  penetration
                  element  ASR_ex  ASR_strain(6)  ASR_vstrain  stress(6)  total_strain(xx,yy,zz)
                  records  1,406 info lines (--all)
                """, rest));
    }
}
