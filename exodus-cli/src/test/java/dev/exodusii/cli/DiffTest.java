package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `exo diff` on small files.
class DiffTest {

    private static final double DISP_X = 7.776845e-6;
    private static final double COORDINATE = 0.104;

    @TempDir
    Path folder;

    private final String plate = Run.testdata("plate.e");

    private String changed(double to) {
        return Changed.copy("plate.e", folder, DISP_X, to);
    }

    @Test
    void fileIsTheSameAsItself() {
        assertEquals(new Run(0, "  29 variables equal over 5 steps\nsame\n", ""), Run.exo("diff", plate, plate));
    }

    @Test
    void worstValueIsNamedWithPlaceStepAndBothValues() {
        Run run = Run.exo("diff", plate, changed(7.8e-6));
        assertEquals(1, run.exit());
        assertTrue(run.out().startsWith("  nodal/disp_x  DIFFERS  max rel 0.00297 at node 102 step 1: 7.776845e-6 and"
                + " 7.8e-6   (1 of 130 values over)\n"), run::out);
        assertTrue(run.out().endsWith("\ndifferent\n"), run::out);
    }

    @Test
    void statusMayBeThatOfExodiff() {
        assertEquals(2, Run.exo("diff", "--exodiff-status", plate, changed(7.8e-6)).exit());
    }

    @Test
    void toleranceOfAPatternOverrulesTheUsualOne() {
        assertEquals(0, Run.exo("diff", plate, changed(7.8e-6), "--tol", "nodal/disp_*=abs:1e-7").exit());
        assertEquals(1, Run.exo("diff", plate, changed(7.8e-6), "--tol", "nodal/disp_y=abs:1e-7").exit());
    }

    @Test
    void lastToleranceThatFitsCounts() {
        assertEquals(1, Run.exo("diff", plate, changed(7.8e-6), "--tol", "nodal/*=ignore", "--tol",
                "nodal/disp_x=rel:1e-9").exit());
        assertEquals(0, Run.exo("diff", plate, changed(7.8e-6), "--tol", "nodal/disp_x=rel:1e-9", "--tol",
                "nodal/*=ignore").exit());
    }

    @Test
    void valuesBelowTheFloorAreTheSame() {
        assertEquals(0, Run.exo("diff", plate, changed(7.8e-6), "--tol", "default=floor:1e-3").exit());
    }

    @Test
    void ignoredVariablesAndOtherStepsDoNotCount() {
        assertEquals(0, Run.exo("diff", plate, changed(7.8e-6), "--ignore", "nodal/disp_x").exit());
        assertEquals(0, Run.exo("diff", plate, changed(7.8e-6), "--steps", "2..4").exit());
        assertEquals(1, Run.exo("diff", plate, changed(7.8e-6), "--steps", "1").exit());
    }

    @Test
    void nanIsEqualToNanAtTheSamePlaceOnly() {
        String nan = changed(Double.NaN);
        assertEquals(0, Run.exo("diff", nan, nan).exit());
        assertEquals(1, Run.exo("diff", plate, nan).exit());
        assertEquals(1, Run.exo("diff", nan, plate, "--tol", "default=rel:1e9").exit());
        assertEquals(0, Run.exo("diff", plate, nan, "--ignore", "nan").exit());
    }

    @Test
    void documentSaysWhatTheScreenSays() {
        JsonNode json = InfoJsonTest.parse(Run.exo("diff", "--json", plate, changed(7.8e-6)));
        assertEquals("exo.diff/1", json.path("schema").asText());
        assertEquals("different", json.path("verdict").asText());
        assertEquals("results", json.path("stage").asText());
        JsonNode worst = null;
        for (JsonNode variable : json.path("variables")) {
            worst = variable.path("name").asText().equals("disp_x") ? variable.path("worst") : worst;
        }
        assertEquals("{\"block\":0,\"id\":102,\"side\":0,\"step\":1,\"first\":7.776845E-6,\"second\":7.8E-6,"
                + "\"delta\":0.0029685897435897807}", String.valueOf(worst));
    }

    @Test
    void otherMeshIsADifferenceWithAReason() {
        Run run = Run.exo("diff", plate, Run.testdata("one-node.e"));
        assertEquals(1, run.exit());
        assertTrue(run.out().contains("Number of nodes doesn't agree."), run::out);
    }

    @Test
    void wrongNamesGetNearMatches() {
        Run run = Run.exo("diff", plate, plate, "--tol", "nodal/disp_xx=abs:1");
        assertEquals(6, run.exit());
        assertTrue(run.err().contains("disp_x"), run::err);
    }

    @Test
    void tolerancesThatMakeNoSenseAreRefused() {
        Run run = Run.exo("diff", plate, plate, "--tol", "default=relative:1");
        assertEquals(2, run.exit());
        assertTrue(run.err().contains("is no tolerance"), run::err);
    }

    @Test
    void timesThatDifferAreTheReason() {
        Run run = Run.exo("diff", plate, plate, "--times", "1.5");
        assertEquals(1, run.exit());
        assertTrue(run.out().startsWith("  time  DIFFERS  max rel 0.333 at step "), run::out);
        assertEquals(4, InfoJsonTest.parse(Run.exo("diff", "--json", plate, plate, "--times", "1.5")).path("times")
                .path("over").asInt());
    }

    @Test
    void coordinatesThatDifferAreCounted() {
        String moved = Changed.copy("plate.e", folder, COORDINATE, COORDINATE + 0.5);
        Run run = Run.exo("diff", plate, moved);
        assertTrue(run.out().contains("  coord/x  DIFFERS  max abs 0.5 at node "), run::out);
        assertTrue(run.out().endsWith("(1 of 26 values over)\ndifferent mesh\n"), run::out);
        assertEquals(1, InfoJsonTest.parse(Run.exo("diff", "--json", plate, moved)).path("coordinates").size());
    }

    @Test
    void lineThatIsTooLongForTheTerminalBecomesTwo() {
        Run run = Run.onTerminal(24, 60, "diff", plate, changed(7.8e-6));
        assertTrue(run.out().startsWith("  nodal/disp_x  DIFFERS  1 of 130 values over,\n      max rel 0.00297 at node"),
                run::out);
        assertTrue(run.out().lines().allMatch(line -> line.length() <= 60), run::out);
    }

    @Test
    void stepsGoTogetherAsTheUserSays() {
        assertEquals(1, Run.exo("diff", plate, changed(7.8e-6), "--align", "1:1").exit());
        assertEquals(0, Run.exo("diff", plate, changed(7.8e-6), "--align", "last:last").exit());
        assertEquals(0, Run.exo("diff", plate, changed(7.8e-6), "--ignore", "step:0..1").exit());
        assertEquals(0, Run.exo("diff", plate, plate, "--align", "end").exit());
    }

    @Test
    void stepsThatMakeNoSenseAreRefused() {
        for (String option : List.of("--align=never", "--steps=x", "--times=a,b", "--ignore=step:x")) {
            assertEquals(2, Run.exo("diff", plate, plate, option).exit(), option);
        }
    }
}
