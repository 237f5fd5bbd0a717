package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {

    @TempDir
    private Path folder;

    private static JsonNode checksum(String... files) {
        String[] args = new String[files.length + 2];
        args[0] = "checksum";
        args[1] = "--json";
        System.arraycopy(files, 0, args, 2, files.length);
        return InfoJsonTest.parse(Run.exo(args));
    }

    private static JsonNode variable(JsonNode file, String name) {
        return StreamSupport.stream(file.path("variables").spliterator(), false)
                .filter(variable -> variable.path("name").asText().equals(name)).findFirst().orElseThrow();
    }

    private static String sha256(ByteBuffer bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }

    @Test
    void documentListsFilesAlsoWhenThereIsOne() {
        JsonNode document = checksum(Run.testdata("plate.e"));
        assertEquals("exo.checksum/1", document.path("schema").asText());
        assertEquals("CDF-2", document.at("/files/0/kind").asText());
        assertEquals(Run.testdata("plate.e"), document.at("/files/0/file").asText());
    }

    @Test
    void digestIsOfBigEndianValuesWithRecordsJoined() throws NoSuchAlgorithmException {
        ByteBuffer times = ByteBuffer.allocate(5 * Double.BYTES);
        for (double time : new double[] {0, 0.25, 0.5, 1, 2}) {
            times.putDouble(time);
        }
        JsonNode variable = variable(checksum(Run.testdata("plate.e")).at("/files/0"), "time_whole");
        assertEquals("{\"name\":\"time_whole\",\"type\":\"double\",\"shape\":[5],\"sha256\":\"" + sha256(times) + "\"}",
                variable.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plate-cdf1.e", "plate-cdf5.e"})
    void digestsDoNotDependOnTheContainer(String twin) {
        JsonNode document = checksum(Run.testdata("plate.e"), Run.testdata(twin));
        assertEquals(document.at("/files/0/variables"), document.at("/files/1/variables"));
        assertEquals(document.at("/files/0/attributes"), document.at("/files/1/attributes"));
    }

    @Test
    void digestsDependOnTheType() {
        JsonNode document = checksum(Run.testdata("plate.e"), Run.testdata("plate-float.e"));
        assertTrue(!variable(document.at("/files/0"), "coordx").path("sha256")
                .equals(variable(document.at("/files/1"), "coordx").path("sha256")));
    }

    @Test
    void attributesAreListedWithTheirBytes() {
        JsonNode attributes = checksum(Run.testdata("plate.e")).at("/files/0/attributes");
        assertEquals("{\"variable\":null,\"name\":\"api_version\",\"type\":\"float\",\"count\":1,\"hex\":\"4110f5c3\"}",
                attributes.path(0).toString());
        assertTrue(attributes.toString().contains(
                "{\"variable\":\"eb_prop1\",\"name\":\"name\",\"type\":\"char\",\"count\":3,\"hex\":\"494400\"}"),
                attributes::toString);
    }

    @Test
    void variableThatIsCutShortHasNoDigest() {
        Path cut = Broken.cut("plate.e", 6_000, folder);
        JsonNode file = checksum(cut.toString()).at("/files/0");
        JsonNode damaged = variable(file, "connect3");
        assertAll(() -> assertTrue(damaged.path("sha256").isNull(), damaged::toString),
                () -> assertEquals("TRUNCATED_VARIABLE", damaged.at("/error/code").asText()),
                () -> assertTrue(damaged.at("/error/message").asText().contains("connect3"), damaged::toString),
                () -> assertEquals(64, variable(file, "eb_prop1").path("sha256").asText().length()),
                () -> assertEquals(3, Run.exo("checksum", "--json", cut.toString()).exit()));
    }

    @Test
    void shapeCountsTheStepsThatAreThere() throws NoSuchAlgorithmException {
        Path cut = Broken.cut("plate.e", 22_000, folder);
        ByteBuffer times = ByteBuffer.allocate(2 * Double.BYTES).putDouble(0).putDouble(0.25);
        JsonNode variable = variable(checksum(cut.toString()).at("/files/0"), "time_whole");
        assertEquals("[2] " + sha256(times), variable.path("shape") + " " + variable.path("sha256").asText());
        assertEquals(3, Run.exo("checksum", cut.toString()).exit());
    }

    @Test
    void fileThatIsRefusedDoesNotStopTheRest() {
        Path text = Broken.file("text.e", "hello\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII), folder);
        Run run = Run.exo("checksum", "--json", text.toString(), Run.testdata("plate.e"));
        JsonNode files = InfoJsonTest.parse(run).path("files");
        assertAll(() -> assertEquals(4, run.exit()),
                () -> assertEquals("TEXT_FILE", files.at("/0/error/code").asText()),
                () -> assertEquals(75, files.at("/1/variables").size()));
    }

    @Test
    void peopleGetOneLineForEachVariable() {
        Run run = Run.exo("checksum", Run.testdata("plate.e"));
        assertEquals(Run.testdata("plate.e") + "  CDF-2  75 variables", run.out().lines().findFirst().orElseThrow());
        assertTrue(run.out().lines().skip(1).allMatch(line -> line.matches("[0-9a-f]{64}  [a-z]+ \\w+\\[[0-9,]+]")),
                run::out);
    }
}
