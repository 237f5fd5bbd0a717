package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `exo layout`.
class LayoutVerbTest {

    private static final String PLATE = Run.testdata("plate.e");

    @TempDir
    private Path folder;

    @Test
    void rangesAndTheLargestVariablesAreShown() {
        String name = Run.copy("plate.e", folder).toString();
        String screen = Run.onTerminal(40, 200, "layout", name).out();
        assertEquals(name + """
                   25,512 bytes, CDF-2 (64-bit offset)
                             FROM      TO   BYTES     SHARE
                  header        0   5,488   5,488   21.51 %  75 variables, 35 dimensions
                  fixed     5,488  17,952  12,463   48.85 %  51 variables
                  records  17,952  25,512   7,560   29.63 %  24 variables, 5 x 1,512 bytes
                  padding                       1    0.00 %  between values
                  file          0  25,512  25,512  100.00 %
                """, screen.substring(0, screen.indexOf("\n\n") + 1));
    }

    @Test
    void numpyExpressionHasTypeShapeOffsetAndStrides() {
        assertEquals("import numpy as np\nnp.ndarray((26,), '>f8', np.memmap('" + PLATE + "', mode='r'), "
                + begin("coordx") + ", (8,))\n", Run.exo("layout", PLATE, "--numpy", "coordx").out());
    }

    @Test
    void variableOfTheModelIsAnArrayForEachBlock() {
        String python = Run.exo("layout", PLATE, "--numpy", "elem/safety_factor").out();
        assertAll(() -> assertEquals(3, python.lines().count(), python),
                () -> assertTrue(python.contains("np.ndarray((5, 3), '>f8', np.memmap("), python),
                () -> assertTrue(python.contains(", (1512, 8))  # safety_factor on block:7\n"), python));
    }

    private static long begin(String variable) {
        try (NetcdfFile file = Netcdf.open(Path.of(PLATE))) {
            return file.requireVariable(variable).begin();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Reads what a reference file refers to, as the format's readers do, and compares it with the views.
    @ParameterizedTest
    @ValueSource(strings = {"plate.e", "plate-cdf1.e", "plate-cdf5.e", "old-layout.e", "plate-float.e", "plate-i64.e",
        "no-results.e", "one-node.e", "names-odd.e", "many-vars.e"})
    void referencesLeadToTheValues(String name) throws IOException {
        Path file = Path.of(Run.testdata(name));
        Path target = folder.resolve("reference.json");
        assertEquals(0, Run.exo("layout", file.toString(), "--kerchunk", "--output", target.toString()).exit());
        JsonNode document = new ObjectMapper().readTree(target.toFile());
        assertEquals(1, document.get("version").asInt());
        JsonNode refs = document.get("refs");
        assertEquals(2, new ObjectMapper().readTree(refs.get(".zgroup").asText()).get("zarr_format").asInt());
        try (NetcdfFile container = Netcdf.open(file)) {
            for (Variable variable : container.variables()) {
                assertArrayEquals(stored(variable), referred(refs, variable.name()), variable.name());
            }
        }
    }

    private static byte[] stored(Variable variable) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long records = variable.isRecord() ? variable.view().length(0) : 1;
        for (long record = 0; record < records; record++) {
            MemorySegment slab = (variable.isRecord() ? variable.view().select(0, record) : variable.view()).rawSegment()
                    .orElseThrow();
            bytes.writeBytes(slab.toArray(ValueLayout.JAVA_BYTE));
        }
        return bytes.toByteArray();
    }

    private static byte[] referred(JsonNode refs, String variable) throws IOException {
        JsonNode array = new ObjectMapper().readTree(refs.get(variable + "/.zarray").asText());
        JsonNode shape = array.get("shape");
        JsonNode chunks = array.get("chunks");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long count = shape.isEmpty() ? 1
                : (shape.get(0).asLong() + chunks.get(0).asLong() - 1) / chunks.get(0).asLong();
        for (JsonNode length : shape) {
            count = length.asLong() == 0 ? 0 : count;
        }
        for (long chunk = 0; chunk < count; chunk++) {
            JsonNode reference = refs.get(variable + "/" + chunk + ".0".repeat(Math.max(0, shape.size() - 1)));
            byte[] whole = Files.readAllBytes(Path.of(reference.get(0).asText()));
            bytes.write(whole, reference.get(1).asInt(), reference.get(2).asInt());
        }
        return bytes.toByteArray();
    }

    @Test
    void programsGetOffsetsAndStrides() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Run.exo("layout", "--json", PLATE).out());
        assertAll(() -> assertEquals("exo.layout/1", document.get("schema").asText()),
                () -> assertEquals(1512, document.at("/records/stride").asLong()),
                () -> assertEquals(5, document.at("/records/count").asLong()),
                () -> assertEquals(75, document.get("variables").size()));
    }

    @Test
    void unknownVariableGetsNearOnes() {
        Run run = Run.exo("layout", PLATE, "--numpy", "cordx");
        assertEquals(6, run.exit());
        assertTrue(run.err().contains("did you mean 'coordx'"), run::err);
    }

    @Test
    void cutFileIsDamagedAndCountsWhatIsThere() {
        Run run = Run.exo("layout", Broken.cut("plate.e", 22_000, folder).toString());
        assertEquals(3, run.exit());
        assertAll(() -> assertTrue(run.out().contains("2 x 1,512 bytes"), run::out),
                () -> assertTrue(run.out().contains("behind   20,976  22,000"), run::out));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plate.e", "plate-cdf1.e", "plate-cdf5.e", "old-layout.e", "no-results.e", "empty-mesh.e"})
    void partsAddUpToTheFile(String name) throws IOException {
        JsonNode document = new ObjectMapper().readTree(Run.exo("layout", "--json", Run.testdata(name)).out());
        long sum = 0;
        for (JsonNode part : document.get("usage")) {
            sum += part.asLong();
        }
        assertEquals(document.get("bytes").asLong(), sum);
    }

    @Test
    void screenFitsOn80ColumnsWithALongName() throws IOException {
        Path file = Files.copy(Path.of(PLATE), folder.resolve("a-long-name-".repeat(10) + ".e"));
        Run.onTerminal(24, 80, "layout", file.toString()).out().lines().skip(1)
                .forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void partsThatAFileLacksAreNullForPrograms() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Run.exo("layout", "--json", Run.testdata("empty-mesh.e")).out());
        assertTrue(document.at("/records/start").isNull());
    }

    private static JsonNode reference(Path file) throws IOException {
        return new ObjectMapper().readTree(Run.exo("layout", file.toString(), "--kerchunk").out()).get("refs");
    }

    private static JsonNode metadata(JsonNode refs, String key) throws IOException {
        return new ObjectMapper().readTree(refs.get(key).asText());
    }

    @Test
    void onlyArraysHaveDimensionsInAReferenceFile() throws IOException {
        JsonNode refs = reference(Path.of(PLATE));
        assertAll(() -> assertTrue(metadata(refs, ".zattrs").path("_ARRAY_DIMENSIONS").isMissingNode()),
                () -> assertEquals("num_nodes", metadata(refs, "coordx/.zattrs").at("/_ARRAY_DIMENSIONS/0").asText()));
    }

    private Path netcdf(String name, byte[]... pieces) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            bytes.writeBytes(piece);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A CDF-1 file with one record variable `c` of two characters a record, and three records.
    private Path oneRecordVariable(String attribute, byte... value) throws IOException {
        int length = attribute.length();
        int header = 88 + (length + 3) / 4 * 4 + 8 + (value.length + 3) / 4 * 4 + 12;
        return netcdf("one.nc", ascii("CDF\u0001"), ints(3, 10, 2, 1), ascii("r\0\0\0"), ints(0, 1), ascii("d\0\0\0"),
                ints(2, 0, 0, 11, 1, 1), ascii("c\0\0\0"), ints(2, 0, 1, 12, 1, length),
                Arrays.copyOf(ascii(attribute), (length + 3) / 4 * 4), ints(2, value.length),
                Arrays.copyOf(value, (value.length + 3) / 4 * 4), ints(2, 4, header), ascii("abcdef"));
    }

    @Test
    void recordsInARowShareAChunk() throws IOException {
        JsonNode refs = reference(oneRecordVariable("note", (byte) 'x'));
        assertAll(() -> assertEquals(6, refs.at("/c~10.0/2").asInt()), () -> assertTrue(refs.path("c/1.0").isMissingNode()));
    }

    @Test
    void textsKeepWhatIsBehindAZero() throws IOException {
        JsonNode refs = reference(oneRecordVariable("note", ascii("x\0y \0")));
        assertEquals("x\0y ", metadata(refs, "c/.zattrs").get("note").asText());
    }

    @Test
    void fillValueOfCharactersIsBase64() throws IOException {
        JsonNode refs = reference(oneRecordVariable("_FillValue", (byte) 0));
        assertEquals("AA==", metadata(refs, "c/.zarray").get("fill_value").asText());
    }

    @Test
    void metadataOfAReferenceFileIsAscii() throws IOException {
        JsonNode refs = reference(oneRecordVariable("note", ascii("\u00e9")));
        assertTrue(refs.get("c/.zattrs").asText().contains("\\u00E9"), refs::toString);
    }

    @Test
    void pathInPythonSendsNothingToTheTerminal() throws IOException {
        Path file = Files.copy(Path.of(PLATE), folder.resolve("it's \u202e\u001b[1m.e"));
        String python = Run.exo("layout", file.toString(), "--numpy", "coordx").out();
        assertTrue(python.contains("/it\\'s \\u202e\\u001b[1m.e'"), python);
    }
}
