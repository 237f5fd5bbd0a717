package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoJsonTest {

    @TempDir
    private Path folder;

    static JsonNode parse(Run run) {
        try {
            return new ObjectMapper().readTree(run.out());
        } catch (JsonProcessingException e) {
            throw new AssertionError(run.out(), e);
        }
    }

    private static JsonNode info(String name) {
        return parse(Run.exo("info", "--json", Run.testdata(name)));
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.path(field).asText()));
        return texts;
    }

    @Test
    void oneFileIsTheDocumentItself() {
        JsonNode document = info("plate.e");
        assertAll(() -> assertEquals("exo.info/1", document.path("schema").asText()),
                () -> assertEquals(Run.testdata("plate.e"), document.path("file").asText()),
                () -> assertEquals(25_512, document.path("bytes").asLong()),
                () -> assertEquals("CDF-2", document.path("format").asText()),
                () -> assertEquals(9.06, document.path("exodus").asDouble()),
                () -> assertEquals(8, document.path("floatBytes").asInt()),
                () -> assertEquals(4, document.path("idBytes").asInt()));
    }

    @Test
    void severalFilesAreAList() {
        JsonNode document = parse(Run.exo("info", "--json", Run.testdata("plate.e"), Run.testdata("flat.e")));
        assertEquals("exo.info/1", document.path("schema").asText());
        assertEquals(List.of(Run.testdata("plate.e"), Run.testdata("flat.e")), texts(document.path("files"), "file"));
    }

    @Test
    void meshAndTime() {
        JsonNode document = info("plate.e");
        assertEquals("{\"min\":[0,0,0],\"max\":[0.3099,0.2099,0.1242]}", document.at("/mesh/box").toString());
        assertEquals("[3,26,11]", List.of(document.at("/mesh/dim"), document.at("/mesh/nodes"),
                document.at("/mesh/elements")).toString().replace(" ", ""));
        assertEquals("{\"count\":5,\"first\":0,\"last\":2,\"stored\":true,\"values\":[0,0.25,0.5,1,2]}",
                document.path("time").toString());
    }

    @Test
    void blocksKnowHowManyVariablesTheyHave() {
        JsonNode block = info("plate.e").at("/blocks/1");
        assertEquals("0 skin SHELL4 3 4", String.join(" ", block.path("id").asText(), block.path("name").asText(),
                block.path("shape").asText(), block.path("elements").asText(), block.path("variables").asText()));
    }

    @Test
    void nameThatIsNotStoredIsNull() {
        assertTrue(info("names-odd.e").at("/blocks/3/name").isNull());
    }

    @Test
    void variablesTellWhereTheyAreStored() {
        JsonNode variables = info("truth-wrong.e").path("variables");
        assertEquals("[{\"name\":\"a\",\"ids\":[1,2]},{\"name\":\"b\",\"ids\":[1]},{\"name\":\"c\",\"ids\":[1,2]}]",
                variables.path("elementBlock").toString());
    }

    @Test
    void vectorsAndTensorsAreListed() {
        JsonNode composite = info("plate.e").at("/composites/nodal/0");
        assertEquals("{\"label\":\"disp(x,y,z)\",\"name\":\"disp\",\"kind\":\"VECTOR_3D\","
                + "\"components\":[\"disp_x\",\"disp_y\",\"disp_z\"]}", composite.toString());
    }

    @Test
    void propertiesAttributesAndRecords() {
        JsonNode document = info("plate.e");
        assertAll(() -> assertEquals("[3,5,4]", document.at("/properties/elementBlock/1/values").toString()),
                () -> assertEquals(List.of("density", "grain_angle"),
                        texts(document.at("/blocks/0/attributes"), "name")),
                () -> assertEquals(6, document.at("/nodeSets/0/distributionFactors").asInt()),
                () -> assertEquals("plate-solver", document.at("/qa/1/code").asText()),
                () -> assertEquals("{\"count\":3}", document.path("info").toString()),
                () -> assertTrue(document.at("/mesh/idMaps/nodes/stored").asBoolean()));
    }

    @Test
    void infoLinesComeWithAll() {
        JsonNode info = parse(Run.exo("info", "--json", "--all", Run.testdata("plate.e"))).path("info");
        assertEquals("material aluminium, young 70e9, poisson 0.33", info.at("/lines/0").asText());
    }

    @Test
    void assembliesBlobsFieldsAndFrames() {
        JsonNode document = info("assembly-blob.e");
        assertAll(() -> assertEquals("[100,300,400]", document.at("/assemblies/2/memberIds").toString()),
                () -> assertEquals("[400]", document.at("/assemblies/2/unknownMemberIds").toString()),
                () -> assertEquals("assembly", document.at("/assemblies/2/memberKind").asText()),
                () -> assertEquals(List.of("Spectrum", "Log"), texts(document.path("blobs"), "name")),
                () -> assertEquals(List.of("VECTOR_3D", "QUADRATURE"), texts(document.at("/blocks/1/fields/0/levels"),
                        "type")),
                () -> assertEquals("[{\"name\":\"Colour\",\"type\":\"int\",\"value\":[128,64,32]}]",
                        "[" + document.at("/blocks/0/metadata/2") + "]"),
                () -> assertEquals(List.of("rectangular", "cylindrical", "spherical"),
                        texts(info("frames.e").path("coordinateFrames"), "kind")));
    }

    @Test
    void decompositionCountsWhatIsShared() {
        JsonNode part = info("nemesis.e.2.0").path("decomposition");
        assertEquals("0 of 2, 10 nodes", part.path("rank").asText() + " of " + part.path("processors").asText() + ", "
                + part.path("globalNodes").asText() + " nodes");
        assertTrue(info("plate.e").path("decomposition").isNull());
    }

    @Test
    void longIdsAreExactIntegers() {
        JsonNode document = info("wide-ids.e");
        assertEquals("9007199254740993", document.at("/blocks/1/id").toString());
        assertEquals("9223372036854775807", document.at("/nodeSets/0/id").toString());
    }

    @Test
    void findingsAreInTheWordsOfExoCheck() {
        String file = Run.testdata("truth-wrong.e");
        JsonNode finding = parse(Run.exo("info", "--json", file)).at("/findings/0");
        JsonNode same = parse(Run.exo("check", "--json", "--max", "8", file)).at("/findings").valueStream()
                .filter(other -> other.get("code").equals(finding.get("code"))).findFirst().orElseThrow();
        assertEquals(finding, same);
    }

    @Test
    void healthCountsSteps() {
        Path cut = Broken.cut("plate.e", 22_000, folder);
        JsonNode document = parse(Run.exo("info", "--json", cut.toString()));
        assertEquals("truncated 5 2", String.join(" ", document.at("/health/state").asText(),
                document.at("/health/stepsHeader").asText(), document.at("/health/stepsOnDisk").asText()));
        assertEquals("TRUNCATED_RECORDS", document.at("/findings/0/code").asText());
        assertEquals(3, Run.exo("info", "--json", cut.toString()).exit());
    }

    @Test
    void openNumberOfStepsIsNull() {
        JsonNode document = parse(Run.exo("info", "--json", Broken.withRecords("plate.e", -1, folder).toString()));
        assertEquals("streaming", document.at("/health/state").asText());
        assertTrue(document.at("/health/stepsHeader").isNull());
        assertEquals(5, document.at("/health/stepsOnDisk").asInt());
    }

    @Test
    void layoutSaysWhereTheRecordsAre() {
        JsonNode layout = info("plate.e").path("layout");
        assertEquals("5488 17952 1512 5", String.join(" ", layout.path("headerBytes").asText(),
                layout.path("recordStart").asText(), layout.path("recordStride").asText(),
                layout.path("records").asText()));
    }

    @Test
    void refusalIsPartOfTheDocument() {
        Run run = Run.exo("info", "--json", folder.resolve("nothing.e").toString());
        JsonNode document = parse(run);
        assertAll(() -> assertEquals(5, run.exit()), () -> assertEquals("", run.err()),
                () -> assertEquals("exo.info/1", document.path("schema").asText()),
                () -> assertEquals("NO_SUCH_FILE", document.at("/error/code").asText()),
                () -> assertFalse(document.has("mesh")));
    }

    @Test
    void personsGetIndentedJson() {
        Run run = Run.onTerminal(24, 80, "info", "--json", Run.testdata("plate.e"));
        assertTrue(run.out().startsWith("{\n  \"schema\""), run::out);
    }
}
