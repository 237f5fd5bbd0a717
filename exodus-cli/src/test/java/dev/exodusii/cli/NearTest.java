package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearTest {

    private static final String PLATE = Run.testdata("plate.e");

    private static final String INSIDE = """
            at 0.05,0.05,0.01   step 4, time 2
              node 111   (0.005, 0.1007, 0.0203)   distance 0.0685681
              inside element 505   block 20 'core', HEX8
                local (-0.0478815, -0.0350623, -0.0716012)   nodes 107 114 115 108 110 117 118 111

              NODAL            AT NODE     AT POINT    ELEMENT       VALUE
              disp_x        9.77223e-6   1.07508e-5    stress_xx  20910000
              disp_y       -2.66449e-6   -2.4057e-6    stress_yy   6630000
              disp_z       -1.01574e-5  -4.75711e-5    stress_zz    -56100
              temperature       315.34      314.583    stress_xy   1887000
                                                       stress_yz   -147900
                                                       stress_zx    270300
            """;

    @TempDir
    private Path folder;

    private static JsonNode json(String... args) throws IOException {
        String[] all = Arrays.copyOf(args, args.length + 1);
        all[args.length] = "--json";
        return new ObjectMapper().readTree(Run.exo(all).out());
    }

    @Test
    void screenShowsNodeElementAndValues() {
        Run run = Run.exo("near", PLATE, "0.05,0.05,0.01");
        assertAll(() -> assertEquals(INSIDE, run.out()), () -> assertEquals("", run.err()),
                () -> assertEquals(0, run.exit()));
    }

    @Test
    void screenFitsAnEightyColumnTerminal() {
        List<String> lines = Run.onTerminal(24, 80, "near", PLATE, "0.05,0.05,0.01").out().lines().toList();
        assertTrue(lines.size() < 24 && lines.stream().allMatch(line -> line.length() <= 80), () -> lines.toString());
    }

    @Test
    void outsideTheNearestElementIsShownWithItsPlace() {
        String screen = Run.exo("near", PLATE, "0.1,0.1,0.05", "--var", "temperature").out();
        assertTrue(screen.contains("\n  nearest element 505   block 20 'core', HEX8   distance 0.0285668\n"
                + "    at (0.100341, 0.100072, 0.0214353)   local (0.909606, 0.930153, 1)   nodes 107 "), screen);
    }

    @Test
    void aLineInSpaceHasNoInside() {
        String screen = Run.exo("near", PLATE, "0.0095,0.2009,0.1206").out();
        assertTrue(screen.contains("  on element 502   block 7 'struts', BEAM2\n    local (1)   nodes 112 113\n"), screen);
    }

    @Test
    void pointsThatBeginWithAMinusSignAreNoOptions() {
        assertEquals(0, Run.exo("near", PLATE, "-1,2,3").exit());
        assertEquals(0, Run.exo("near", PLATE, "-.5,-2,-3e-1", "--json").exit());
    }

    @Test
    void severalPointsHaveAScreenEach() {
        String screen = Run.exo("near", PLATE, "0.05,0.05,0.01", "-1,2,3").out();
        assertTrue(screen.startsWith(INSIDE + "\nat -1,2,3   step 4, time 2\n"), screen);
    }

    @Test
    void onlyVariablesThatAreAskedForAreShown() throws IOException {
        JsonNode point = json("near", PLATE, "0.05,0.05,0.01", "--var", "nodal/disp_*", "--var", "stress_xx")
                .at("/points/0");
        assertEquals(List.of("disp_x", "disp_y", "disp_z"), point.get("nodal").findValuesAsText("name"));
        assertEquals(List.of("stress_xx"), point.get("elementValues").findValuesAsText("name"));
    }

    @Test
    void aVariableThatTheBlockDoesNotHaveHasNoValue() throws IOException {
        JsonNode value = json("near", PLATE, "0.05,0.05,0.01", "--var", "safety_factor").at("/points/0/elementValues/0");
        assertEquals("safety_factor", value.get("name").asText());
        assertTrue(value.get("value").isNull());
    }

    @Test
    void anotherStepHasOtherValues() throws IOException {
        JsonNode first = json("near", PLATE, "0.05,0.05,0.01", "--step", "0");
        assertAll(() -> assertEquals(0, first.get("step").asInt()), () -> assertEquals(0, first.get("time").asDouble()),
                () -> assertEquals(6_970_000, first.at("/points/0/elementValues/0/value").asDouble()));
    }

    @Test
    void timesBetweenStepsAreInterpolated() throws IOException {
        JsonNode between = json("near", PLATE, "0.05,0.05,0.01", "--step", "t~0.3", "--var", "temperature");
        double before = json("near", PLATE, "0.05,0.05,0.01", "--step", between.get("step").asText(), "--var",
                "temperature").at("/points/0/nodal/0/atNode").asDouble();
        double after = json("near", PLATE, "0.05,0.05,0.01", "--step", between.get("nextStep").asText(), "--var",
                "temperature").at("/points/0/nodal/0/atNode").asDouble();
        double weight = between.get("weight").asDouble();

        assertTrue(weight > 0 && weight < 1);
        assertEquals((1 - weight) * before + weight * after,
                between.at("/points/0/nodal/0/atNode").asDouble(), 1e-12);
    }

    @Test
    void jsonTellsEverything() throws IOException {
        JsonNode document = json("near", PLATE, "0.05,0.05,0.01");
        JsonNode element = document.at("/points/0/element");
        assertAll(() -> assertEquals("exo.near/1", document.get("schema").asText()),
                () -> assertEquals(111, document.at("/points/0/node/id").asInt()),
                () -> assertEquals(505, element.get("id").asInt()),
                () -> assertEquals("core", element.at("/block/name").asText()),
                () -> assertTrue(element.get("inside").asBoolean()),
                () -> assertEquals(3, element.get("local").size()),
                () -> assertEquals(8, element.get("weights").size()),
                () -> assertEquals(107, element.at("/nodes/0").asInt()),
                () -> assertEquals(0, document.at("/points/0/skippedElements").asInt(-1)));
    }

    @Test
    void polyhedraHaveNoNaturalCoordinates() throws IOException {
        JsonNode element = json("near", Run.testdata("polyhedra.e"), "0.1,0.1,0.05").at("/points/0/element");
        assertTrue(element.get("inside").asBoolean() && element.get("local").isNull());
    }

    @Test
    void aMeshWithoutResultsHasNodesAndElementsOnly() {
        String screen = Run.exo("near", Run.testdata("no-results.e"), "0,0,0").out();
        assertEquals("""
                at 0,0,0
                  node 1   (0, 0, 0)   distance 0
                  inside element 1   block 1, TET4
                    local (0, 0, 0)   nodes 1 2 3 4
                """, screen);
    }

    @Test
    void elementsThatCannotBePlacedAreCounted() {
        String screen = Run.exo("near", Run.testdata("bezier.e"), "0,0,0").out();
        assertTrue(screen.endsWith("  warning: 2 elements not placed: no known shape, or nodes that are wrong or"
                + " nowhere\n"), screen);
    }

    @Test
    void tooFewCoordinatesAreAMistakeOfTheUser() {
        Run run = Run.exo("near", PLATE, "1,2");
        assertAll(() -> assertEquals(2, run.exit()), () -> assertEquals("error: " + PLATE + ": the point 1,2 has 2"
                + " coordinates, the mesh has 3\n       type x,y,z without blanks\n", run.err()));
    }

    @Test
    void whatIsNoPointIsRefused() {
        for (String text : List.of("1,2,x", "1,,2", "1,2,3,4", "NaN,0,0", "1,2,Infinity")) {
            Run run = Run.exo("near", PLATE, text);
            assertEquals(2, run.exit());
            assertTrue(run.err().contains("'" + text + "' is no point"), run.err());
        }
    }

    @Test
    void aWrongVariableGetsNearMatches() {
        Run run = Run.exo("near", PLATE, "1,2,3", "--var", "temprature");
        assertEquals(6, run.exit());
        assertTrue(run.err().contains("did you mean 'temperature'?"), run.err());
    }

    @Test
    void aGlobalVariableIsNowhere() {
        Run run = Run.exo("near", PLATE, "1,2,3", "--var", "kinetic_energy");
        assertEquals(6, run.exit());
        assertTrue(run.err().contains("belongs to no node and no element"), run.err());
    }

    @Test
    void severalStepsAreTooMany() {
        Run run = Run.exo("near", PLATE, "1,2,3", "--step", "0..2");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("--step 0..2 means 3 steps"), run.err());
    }

    @Test
    void errorsAreJsonWhereJsonIsAskedFor() throws IOException {
        assertEquals("NO_SUCH_VARIABLE", json("near", PLATE, "1,2,3", "--var", "foo").at("/error/code").asText());
        assertEquals("NO_SUCH_FILE", json("near", "missing.e", "1,2,3").at("/error/code").asText());
    }

    @Test
    void aFileThatWasCutShortGivesWhatItHas() throws IOException {
        Path cut = Run.copy("plate.e", folder);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 700));
        Run run = Run.exo("near", cut.toString(), "0.05,0.05,0.01");

        assertEquals(3, run.exit());
        assertTrue(run.out().contains("inside element 505"), run.out());
    }
}
