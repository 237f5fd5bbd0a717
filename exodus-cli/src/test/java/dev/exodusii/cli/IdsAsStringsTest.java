package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--ids-as-strings`: what users gave as a label is a text in JSON; what counts something is a number as ever.
class IdsAsStringsTest {

    private static final String PLATE = Run.testdata("plate.e");

    private static JsonNode document(String command) throws IOException {
        List<String> words = new ArrayList<>(Arrays.stream(command.split(" +"))
                .map(word -> word.endsWith(".e") ? Run.testdata(word) : word).toList());
        words.addAll(1, List.of("--json", "--ids-as-strings"));
        Run run = Run.exo(words.toArray(String[]::new));
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            info plate.e                        | /blocks/2/id                    | 7
            info plate.e                        | /nodeSets/1/id                  | 10
            info plate.e                        | /variables/elementBlock/0/ids/2 | 7
            info plate.e                        | /properties/nodeSet/0/values/1  | 10
            info frames.e                       | /coordinateFrames/0/id          | 30
            info assembly-blob.e                | /assemblies/0/memberIds/0       | 200
            show plate.e node:107               | /items/0/id                     | 107
            show plate.e node:107               | /items/0/elements/0/element     | 505
            show plate.e elem:501               | /items/0/nodeIds/0              | 115
            show plate.e elem:501               | /items/0/nodes/0/node           | 115
            show plate.e elem:501               | /items/0/sides/0/nodes/0        | 115
            show plate.e block:7                | /items/0/ids/from               | 502
            show plate.e nset:10                | /items/0/first/0                | 104
            cat plate.e nodal/disp_x            | /rows/0/node                    | 107
            cat plate.e elem/stress_xx@block:7  | /rows/0/block                   | 7
            cat plate.e block:7                 | /rows/0/n1                      | 112
            cat plate.e nodeids                 | /rows/0/id                      | 107
            stats plate.e nodal/disp_x          | /rows/0/min_at                  | 107
            near plate.e 0,0,0                  | /points/0/node/id               | 107
            near plate.e 0,0,0                  | /points/0/element/id            | 505
            near plate.e 0,0,0                  | /points/0/element/block/id      | 20
            near plate.e 0,0,0                  | /points/0/element/nodes/0       | 107
            diff --tol default=abs:0 plate.e plate-float.e | /variables/2/worst/id | 511
            exodiff -absolute -t 0 plate.e plate-float.e   | /variables/2/worst/id | 511
            """)
    void idsAreTexts(String command, String field, String id) throws IOException {
        JsonNode document = document(command);
        assertTrue(document.at(field).isTextual(), document::toPrettyString);
        assertEquals(id, document.at(field).asText());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            info plate.e               | /blocks/1/elements
            info plate.e               | /blocks/1/index
            show plate.e node:107      | /items/0/index
            show plate.e elem:501      | /items/0/nodes/0/position
            cat plate.e nodal/disp_x   | /rows/0/step
            cat plate.e sset:4         | /rows/0/side
            cat plate.e block:7 --index | /rows/0/n1
            stats plate.e nodal/disp_x | /rows/0/min_step
            near plate.e 0,0,0         | /points/0/node/index
            """)
    void whatIsNoIdIsANumber(String command, String field) throws IOException {
        JsonNode document = document(command);
        assertTrue(document.at(field).isIntegralNumber(), document::toPrettyString);
    }

    @Test
    void idsAreNumbersAsUsual() throws IOException {
        JsonNode document = new ObjectMapper().readTree(Run.exo("stats", PLATE, "nodal/disp_x", "--json").out());
        assertTrue(document.at("/rows/0/min_at").isIntegralNumber(), document::toPrettyString);
    }

    @Test
    void linesOfJsonHaveThemTooAlsoOfSeveralFiles() {
        String first = Run.exo("cat", PLATE, PLATE, "nodeids", "--ndjson", "--ids-as-strings").out().lines().findFirst()
                .orElseThrow();
        assertTrue(first.endsWith("\"index\":0,\"id\":\"107\"}"), first);
    }
}
