package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `exo exodiff` on small files: options, command files and statuses.
class ExodiffTest {

    private static final double DISP_X = 7.776845e-6;

    @TempDir
    Path folder;

    private final String plate = Run.testdata("plate.e");

    private String changed() {
        return Changed.copy("plate.e", folder, DISP_X, 7.8e-6);
    }

    private String commands(String text) throws IOException {
        return Files.writeString(folder.resolve("commands"), text).toString();
    }

    @Test
    void lastLineAndStatusTellThatFilesAreTheSame() {
        Run run = Run.exo("exodiff", plate, plate);
        assertEquals(0, run.exit());
        assertTrue(run.out().endsWith("\nexodiff: Files are the same\n"), run::out);
    }

    @Test
    void lastLineAndStatusTellThatFilesDiffer() {
        Run run = Run.exo("exodiff", plate, changed());
        assertEquals(2, run.exit());
        assertTrue(run.out().contains(" rel diff:  7.7768450e-06 ~  7.8000000e-06 = 2.96859e-03 (node 102)\n"),
                run::out);
        assertTrue(run.out().endsWith("\nexodiff: Files are different\n"), run::out);
    }

    @Test
    void quietPrintsTheVerdictAndTheFirstStepThatDiffers() {
        assertEquals(new Run(2, "Element attributes:\nexodiff: Files are different (time step 2)\n", ""),
                Run.exo("exodiff", "-quiet", plate, changed()));
    }

    @Test
    void optionsMayBeAbbreviated() {
        assertEquals(0, Run.exo("exodiff", "--tol=1e-2", plate, changed()).exit());
        Run run = Run.exo("exodiff", "-ignore_n", "-ma", plate, plate);
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("Multiple matches found for option '-ma'"), run::err);
    }

    @Test
    void optionsOfTheEnvironmentCount() {
        String other = changed();
        assertEquals(0, Run.inEnvironment(Map.of("EXODIFF_OPTIONS", "-t 1e-2"), "exodiff", plate, other).exit());
    }

    @Test
    void statusMayBeIgnored() {
        Run run = Run.exo("exodiff", "-ignore_status", plate, changed());
        assertEquals(0, run.exit());
        assertTrue(run.out().endsWith("exodiff: Files are different\n"), run::out);
    }

    @Test
    void meshThatDiffersEndsWithOne() {
        String moved = Changed.copy("plate.e", folder, 0.049, 0.05);
        assertEquals(2, Run.exo("exodiff", plate, moved).exit());
        Run run = Run.exo("exodiff", "-match_by_name", plate, Run.testdata("plate-i64.e"));
        assertEquals(0, run.exit(), run::toString);
    }

    @Test
    void kindsWithoutALineInTheCommandFileAreNotCompared() throws IOException {
        String other = changed();
        assertEquals(0, Run.exo("exodiff", "-file", commands("GLOBAL VARIABLES\n"), plate, other).exit());
        assertEquals(2, Run.exo("exodiff", "-file", commands("NODAL VARIABLES\n"), plate, other).exit());
        assertEquals(0, Run.exo("exodiff", "-file", commands("NODAL VARIABLES (all)\n\tdisp_x relative 1e-2\n"),
                plate, other).exit());
        assertEquals(0, Run.exo("exodiff", "-file", commands("NODAL VARIABLES\n\t!disp_x\n"), plate, other).exit());
    }

    @Test
    void lastLineOfACommandFileNeedsNoEnd() throws IOException {
        assertEquals(2, Run.exo("exodiff", "-file", commands("NODAL VARIABLES\n\tdisp_x"), plate, changed()).exit());
    }

    @Test
    void commandFileThatMakesNoSenseIsAnError() throws IOException {
        Run run = Run.exo("exodiff", "-file", commands("DEFAULT TOLERANCE combined 1e-3\n"), plate, plate);
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("the string 'combined'"), run::err);
    }

    @Test
    void fileOfDifferencesIsRefused() {
        Run run = Run.exo("exodiff", plate, plate, folder.resolve("out.e").toString());
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("is not written by exo"), run::err);
        assertTrue(Files.notExists(folder.resolve("out.e")));
    }

    @Test
    void errorsAreDocumentsToo() {
        assertEquals("{\"schema\":\"exo.exodiff/1\",\"files\":[],\"verdict\":\"error\",\"stage\":\"error\","
                + "\"status\":1,"
                + "\"reason\":\"unrecognized option -nosuchoption\",\"error\":{\"code\":\"USAGE\","
                + "\"message\":\"unrecognized option -nosuchoption\",\"hint\":null}}\n",
                Run.exo("exodiff", "--json", "-nosuchoption", plate, plate).out());
    }

    @Test
    void identicalFilesAreTheSameWithoutAnyTolerance() {
        assertEquals(0, Run.exo("exodiff", "-combined", "-t", "0", plate, plate).exit());
        assertEquals(0, Run.exo("exodiff", "-map", plate, plate).exit());
        assertEquals(0, Run.exo("exodiff", "-pedantic", "-match_file_order", plate, plate).exit());
    }

    @Test
    void summaryIsACommandFile() throws IOException {
        Run run = Run.exo("exodiff", "-summary", "-ignore_nans", plate);
        assertEquals(0, run.exit());
        assertTrue(run.out().contains("\nNODAL VARIABLES relative 1.e-6 floor 0.0\n\tdisp_x"), run::out);
        assertEquals(0, Run.exo("exodiff", "-file", commands(run.out()), plate, plate).exit());
    }

    @Test
    void filesAreNamedWithTheirWholePath() throws IOException {
        String whole = Path.of(plate).toRealPath().toString();
        assertTrue(Run.exo("exodiff", plate, plate).out().contains("\n  FILE 2: " + whole + "\n"));
    }

    @Test
    void optionsOfTheEnvironmentAreTold() {
        assertTrue(Run.inEnvironment(Map.of("EXODIFF_OPTIONS", "-t 1e-2"), "exodiff", plate, plate).out()
                .startsWith("\nThe following options were specified via the EXODIFF_OPTIONS environment variable:\n"
                        + "\t\t-t 1e-2\n"));
    }

    @Test
    void stepsThatAreSkippedAreTold() {
        assertTrue(Run.exo("exodiff", "-quiet", "-steps", "last", plate, plate).out()
                .contains("Comparing only the final step (step 5 on first, step 5 on second) on each database.\n"));
    }

    @Test
    void nanInASummaryShowsInTheStatus() {
        String nan = changedTo(Double.NaN);
        assertEquals(2, Run.exo("exodiff", "-summary", nan).exit());
        assertEquals(0, Run.exo("exodiff", "-summary", "-ignore_nans", nan).exit());
    }

    @Test
    void infinityIsDifferentFromANumber() {
        assertEquals(2, Run.exo("exodiff", plate, changedTo(Double.POSITIVE_INFINITY)).exit());
    }

    private String changedTo(double value) {
        return Changed.copy("plate.e", folder, DISP_X, value);
    }
}
