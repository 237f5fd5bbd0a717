package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `exo check`: each fault is named, with its place and an example.
class CheckTest {

    @TempDir
    private Path folder;

    private Run check(String variable, int index, Number value) {
        return Run.exo("check", Broken.withValue("plate.e", variable, index, value, folder).toString());
    }

    private static void assertFinds(int exit, String expected, Run run) {
        assertAll(() -> assertTrue(run.out().contains(expected), run::out), () -> assertEquals(exit, run.exit()),
                () -> assertEquals("", run.err()));
    }

    @ParameterizedTest
    @CsvSource({"polyhedra.e", "edge-face.e", "wedge-pyramid-tet.e", "flat.e", "one-node.e", "no-results.e",
        "fixed-time.e", "mixed-layout.e"})
    void soundFilesHaveNoFaults(String name) {
        Run run = Run.exo("check", Run.testdata(name));
        assertAll(() -> assertTrue(run.out().contains("no faults found"), run::out), () -> assertEquals(0, run.exit()));
    }

    @Test
    void numbersThatAreNoneInTheResultsAreWarnings() {
        Run run = Run.onTerminal(24, 100, "check", Run.testdata("plate.e"));
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("warning  nodal variable 'temperature': not finite\n"), run::out);
        assertEquals(1, Run.exo("check", "--strict", Run.testdata("plate.e")).exit());
        assertFalse(Run.exo("check", "--mesh", Run.testdata("plate.e")).out().contains("temperature"));
    }

    @Test
    void nodeThatDoesNotExistIsAnError() {
        assertFinds(1, """
                error    element block 20 'core': node numbers that do not exist: they must be 1 to 26
                           element 1 (id 505): node number 27 at position 1
                """, check("connect1", 0, 27));
    }

    @Test
    void coordinateThatIsNoneIsAnError() {
        assertFinds(1, "error    coordinate y: not finite\n           node 3 (id 121): NaN\n",
                check("coordy", 2, Double.NaN));
    }

    @Test
    void elementTurnedInsideOutIsAWarning() {
        assertTrue(check("coordx", 0, 50).out().contains("badly distorted: a negative Jacobian at a corner"));
    }

    @Test
    void timeThatGoesBackIsAWarning() {
        assertFinds(0, "warning  times: go backwards\n           step 1: 0.25 after 7.0\n", check("time_whole", 0, 7));
    }

    @Test
    void timeThatIsNoneIsAnError() {
        assertFinds(1, "error    times: not finite\n           step 0: Infinity\n",
                check("time_whole", 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void entryThatDoesNotExistIsAnError() {
        assertFinds(1, "           entry 1: node number -4\n", check("node_ns1", 0, -4));
    }

    @Test
    void sideThatAShapeDoesNotHaveIsAnError() {
        Run run = check("side_ss1", 0, 9);
        assertFinds(1, ": sides that the elements do not have\n"
                + "           entry 1: side 9 of element 7 (id 511), SHELL4 with 6 sides", run);
    }

    @Test
    void elementOfASideThatDoesNotExistIsAnError() {
        assertFinds(1, "           entry 1: element number 12\n", check("elem_ss1", 0, 12));
    }

    @Test
    void idTwiceInAMapIsAnError() {
        assertFinds(1, "error    node ids: the same id twice\n           id 114 of nodes 1 and 2\n",
                check("node_num_map", 0, 114));
    }

    @Test
    void idThatIsNegativeIsAnError() {
        assertFinds(1, "error    element ids: zero or negative\n           element 1 has id -3\n",
                check("elem_num_map", 0, -3));
    }

    @Test
    void idOfTwoBlocksIsAnError() {
        assertFinds(1, "error    element blocks: share an id, and only the first is found by it\n"
                + "           id 20 at positions 1 and 2\n", check("eb_prop1", 1, 20));
    }

    @Test
    void assembliesMustNotContainThemselves() {
        Run run = Run.exo("check", Run.testdata("assembly-blob.e"));
        assertFinds(0, "warning  assembly 300 'Loop': contains itself\n", run);
        assertFinds(0, "warning  assembly 222 'Floor': has members that do not exist\n", run);
    }

    @Test
    void missingIdsAreAWarning() {
        assertFinds(0, "warning  eb_prop1: is missing", Run.exo("check", Run.testdata("no-ids.e")));
    }

    @Test
    void nodeTwiceInASetIsAWarning() {
        assertFinds(0, "the same node twice\n           entries 1 and 2: node ", check("node_ns1", 1, 21));
    }

    @Test
    void factorThatIsNoneIsAWarning() {
        assertFinds(0, ": distribution factors that are not finite\n           factor 2: NaN\n",
                check("dist_fact_ns1", 1, Double.NaN));
    }

    @Test
    void factorsThatJumpFromSideToSideAreAWarning() {
        assertFinds(0, ": distribution factors differ where sides meet", check("dist_fact_ss1", 0, 77));
    }

    @Test
    void attributeThatIsNoneIsAWarning() {
        assertFinds(0, " is not finite\n           element ", check("attrib2", 0, Double.POSITIVE_INFINITY));
    }

    @Test
    void variablesOfOneNameAreAWarning() {
        assertFinds(0, "warning  nodal variables: share a name", Run.exo("check",
                Broken.withText("plate.e", "disp_y", "disp_x", folder).toString()));
    }

    @Test
    void variableWithoutANameIsAWarning() {
        assertFinds(0, "warning  nodal variables: have no name\n           variable ", Run.exo("check",
                Broken.withText("plate.e", "temperature", "", folder).toString()));
    }

    @Test
    void controlCharactersOfANameAreShownAndNotObeyed() {
        assertFinds(0, "has control characters: \\x1bemperature\n", Run.exo("check",
                Broken.withText("plate.e", "temperature", "\u001bemperature", folder).toString()));
    }

    @Test
    void faceOfAPolyhedronThatDoesNotExistIsAnError() {
        assertFinds(1, ": face number 99 at position 1\n", Run.exo("check",
                Broken.withValue("polyhedra.e", "facconn1", 0, 99, folder).toString()));
    }

    @Test
    void coordinatesThatAreCutOffAreToldAndNothingElse() {
        Run run = Run.exo("check", Broken.cut("no-results.e", 1_370, folder).toString());
        assertAll(() -> assertEquals(3, run.exit()), () -> assertEquals("", run.err()),
                () -> assertTrue(run.out().startsWith("error    variables: are cut short or missing"),
                        run::out));
    }

    @Test
    void fileThatIsCutShortIsDamaged() {
        Run run = Run.exo("check", Broken.cut("plate.e", 22_000, folder).toString());
        assertEquals(3, run.exit());
        assertTrue(run.out().startsWith("error    "), run::out);
    }

    @Test
    void programsGetTheSame() throws IOException {
        Path file = Broken.withValue("plate.e", "connect1", 0, 27, folder);
        Run run = Run.exo("check", "--json", "--mesh", file.toString());
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertAll(() -> assertEquals("exo.check/1", document.get("schema").asText()),
                () -> assertEquals(1, document.get("errors").asInt()),
                () -> assertEquals("CONNECTIVITY_RANGE", document.at("/findings/0/code").asText()),
                () -> assertEquals("element block 20 'core'", document.at("/findings/0/place").asText()),
                () -> assertEquals(1, run.exit()));
    }

    @Test
    void numberOfExamplesIsTheUsers() {
        Run run = Run.exo("check", "--max", "0", Broken.withValue("plate.e", "connect1", 0, 27, folder).toString());
        assertTrue(run.out().startsWith("error    element block 20 'core': node numbers that do not exist"), run::out);
        assertTrue(run.out().lines().filter(line -> line.startsWith("   ")).findAny().isEmpty(), run::out);
    }
}
