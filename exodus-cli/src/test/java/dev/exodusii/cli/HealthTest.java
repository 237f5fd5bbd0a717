package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// plate.e has 17,952 bytes before its records and 5 records of 1,512 bytes: 25,512 in all (its layout line says so).
class HealthTest {

    private static final int BEFORE_RECORDS = 17_952;
    private static final int RECORD = 1_512;

    @TempDir
    private Path folder;

    private static Run info(Path file) {
        return Run.exo("info", file.toString());
    }

    @Test
    void stepThatIsPartlyThereIsTold() {
        Run run = info(Broken.cut("plate.e", BEFORE_RECORDS + 3 * RECORD + 1_270, folder));
        assertAll(() -> assertEquals(3, run.exit()),
                () -> assertTrue(run.out().contains("\n  time    3 complete steps, 0 .. 0.5 "), run::out),
                () -> assertTrue(run.out().endsWith("""

                        warning: the header promises 5 steps (25,512 bytes) but the file has 23,758.
                                 Step 3 is 84 % there, step 4 is missing. Only complete steps are shown.
                                 exo info --partial tells what there is of step 3.
                                 exo repair writes a sound file of the complete steps.
                        """), run::out));
    }

    @Test
    void partOfAStepIsToldOnDemand() {
        String file = Broken.cut("plate.e", BEFORE_RECORDS + 3 * RECORD + 1_270, folder).toString();
        String told = Run.onTerminal(60, 80, "info", "--partial", file).out();
        assertAll(() -> assertTrue(told.contains("\nstep 3 in part: 17 variables of 24\n  there      time_whole  "), told),
                () -> assertTrue(told.contains("\n  missing    vals_"), told),
                () -> told.lines().skip(1).forEach(line -> assertTrue(line.length() <= 80, line)));
    }

    @Test
    void partOfAStepIsNullForProgramsWhereNothingIsCut() {
        assertTrue(Run.exo("info", "--partial", "--json", Run.testdata("plate.e")).out()
                .endsWith(",\"partialStep\":null}\n"));
    }

    @Test
    void stepsThatAreWhollyMissingAreTold() {
        Run run = info(Broken.cut("plate.e", BEFORE_RECORDS + RECORD, folder));
        assertTrue(run.out().contains("         Steps 1 to 4 are missing. Only complete steps are shown.\n"), run::out);
    }

    @Test
    void lastStepThatIsAllButThereIsNotCalledComplete() {
        Run run = info(Broken.cut("plate.e", BEFORE_RECORDS + 5 * RECORD - 1, folder));
        assertTrue(run.out().contains("         Step 4 is 99 % there. Only complete steps are shown.\n"), run::out);
    }

    @Test
    void variablesThatAreCutOffAreNamed() {
        Run run = info(Broken.cut("plate.e", 6_000, folder));
        assertAll(() -> assertEquals(3, run.exit()),
                () -> assertTrue(run.out().matches("(?s).*warning: \\d+ variables are cut short or missing: \\w+, .*"),
                        run::out));
    }

    @Test
    void openNumberOfStepsIsNoFault() {
        Run run = info(Broken.withRecords("plate.e", -1, folder));
        assertAll(() -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().contains("  time    5 steps, 0 .. 2 "), run::out),
                () -> assertTrue(run.out().contains("complete, number of steps left open"), run::out));
    }

    @Test
    void stepsThatTheHeaderDoesNotCountAreTold() {
        Run run = info(Broken.withRecords("plate.e", 3, folder));
        assertAll(() -> assertEquals(3, run.exit()),
                () -> assertTrue(run.out().contains("  time    3 steps, 0 .. 0.5 "), run::out),
                () -> assertTrue(run.out().endsWith("""

                        warning: the header counts 3 steps but the file has room for 5.
                                 Its writer died or is still at work; the last 2 are not shown.
                        """), run::out));
    }

    @Test
    void headerThatPromisesMoreThanAFileCanHoldIsTold() {
        Run run = info(Broken.withRecords("plate.e", Integer.MAX_VALUE, folder));
        assertAll(() -> assertEquals(3, run.exit()),
                () -> assertTrue(run.out().contains("promises 2,147,483,647 steps (3,246,995,292,216 bytes)"),
                        run::out));
    }

    @Test
    void missingPartOfTheMeshIsDamage() {
        Run run = info(Run.copy("empty-mesh.e", folder));
        assertAll(() -> assertEquals(3, run.exit()),
                () -> assertTrue(run.out().contains("\nwarning: coordx: is missing although there are 4 nodes"),
                        run::out));
    }

    @Test
    void contradictionsAreWarnedOfButNoDamage() {
        Run run = info(Run.copy("truth-wrong.e", folder));
        assertAll(() -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().contains("\nwarning: nset_var_tab: "), run::out));
    }

    @Test
    void notesAreForThoseWhoWantAll() {
        Path file = Broken.withRecords("plate.e", -1, folder);
        assertAll(() -> assertFalse(info(file).out().contains("note: ")),
                () -> assertTrue(Run.exo("info", "--all", file.toString()).out().contains(
                        "\nnote: the header leaves the number of steps open; from the file's size it is 5.\n")));
    }
}
