package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExoTest {

    private static void assertUsageError(String cause, String help, Run run) {
        assertAll(() -> assertEquals("error: " + cause + "\n       more: " + help + " --help\n", run.err()),
                () -> assertEquals("", run.out()), () -> assertEquals(2, run.exit()));
    }

    @Test
    void wordsBehindTwoDashesMayBeNumbers() {
        String plate = Run.testdata("plate.e");
        assertEquals(Run.exo("near", plate, "-1,0,0"), Run.exo("near", plate, "--", "-1,0,0"));
    }

    @Test
    void optionsStandAnywhere() {
        String plate = Run.testdata("plate.e");
        Run expected = Run.exo("cat", plate, "nodal/disp_x", "--on", "node:101", "--on", "node:102", "--csv");
        assertEquals(expected, Run.exo("cat", "--on=node:101", plate, "--color=never", "nodal/disp_x", "--csv", "--on",
                "node:102"));
        assertEquals(0, expected.exit());
    }

    @Test
    void wordThatIsTooMuchIsAnError() {
        assertUsageError("exo diff takes FILE1 FILE2; 'c.e' is too much", "exo diff", Run.exo("diff", "a.e", "b.e", "c.e"));
        assertUsageError("exo help takes [VERB]; 'cat' is too much", "exo help", Run.exo("help", "info", "cat"));
    }

    @Test
    void wordThatIsMissingIsAnError() {
        assertUsageError("exo diff takes FILE1 FILE2, not only 'a.e'", "exo diff", Run.exo("diff", "a.e"));
    }

    @Test
    void optionWithoutItsValueIsAnError() {
        assertUsageError("--head takes a value: N", "exo cat", Run.exo("cat", "a.e", "coord", "--head"));
    }

    @Test
    void letterThatIsUnknownIsLikeNoOther() {
        assertUsageError("unknown option '-x'", "exo info", Run.exo("info", "-x", "a.e"));
    }

    @Test
    void unknownOptionWithAValueIsAnsweredWithASimilarOne() {
        assertUsageError("unknown option '--stp'; did you mean '--step'?", "exo cat", Run.exo("cat", "--stp=3", "a.e"));
    }

    @Test
    void colourIsOneOfThree() {
        assertUsageError("invalid value for option '--color': auto, always or never, not 'red'", "exo info",
                Run.exo("info", "--color=red", "a.e"));
    }

    @Test
    void stepAndStepsAreTheSame() {
        String plate = Run.testdata("plate.e");
        assertEquals(Run.exo("cat", plate, "nodal/disp_x", "--step", "1"), Run.exo("cat", plate, "nodal/disp_x", "--steps=1"));
        assertEquals(Run.exo("hist", plate, "disp_x", "--at", "#0", "--steps", "1"),
                Run.exo("hist", plate, "disp_x", "--at", "#0", "--step", "1"));
    }

    @Test
    void verboseIsAllAndFull() {
        String plate = Run.testdata("plate.e");
        assertEquals(Run.exo("info", "--all", plate), Run.exo("info", "-v", plate));
        assertEquals(Run.onTerminal(24, 80, "cat", plate, "coord", "--full"),
                Run.onTerminal(24, 80, "cat", plate, "coord", "--verbose"));
    }

    @Test
    void quietLeavesWarningsOut(@TempDir Path folder) {
        String cut = Broken.cut("plate.e", 22_000, folder).toString();
        Run loud = Run.exo("cat", cut, "coord");
        Run quiet = Run.exo("cat", "-q", cut, "coord");
        assertTrue(loud.err().startsWith("warning: "), loud::err);
        assertEquals("", quiet.err());
        assertEquals(loud.out(), quiet.out());
        assertEquals(3, quiet.exit());
    }

    @Test
    void quietIsNotSilentAboutErrors() {
        assertEquals("error: no.e: there is no such file\n", Run.exo("info", "-q", "no.e").err());
    }

    @Test
    void timeIsToldBesideTheResults() {
        String plate = Run.testdata("plate.e");
        Run run = Run.exo("stats", "--time", plate);
        assertEquals(Run.exo("stats", plate).out(), run.out());
        assertTrue(run.err().matches("\\d+\\.\\d{3} s.*\n"), run::err);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void timeTellsHowMuchOfTheFileWasTouched() {
        String err = Run.exo("info", "--time", Run.testdata("plate.e")).err();
        assertTrue(err.contains(" s, 28.7 kB of 28.7 kB touched, "), err);
    }

    @Test
    void verbsHaveTheVersionToo() {
        assertEquals(Run.exo("--version"), Run.exo("cat", "--version"));
    }

    @Test
    void emptyNameIsNoFile() {
        assertEquals("error: '': names no file\n", Run.exo("info", "").err());
    }

    @Test
    void versionIsThatOfTheModule() {
        Run run = Run.exo("--version");
        assertEquals(0, run.exit());
        assertTrue(run.out().matches("exo \\d+\\.\\d+\\.\\d+\\S*\\R"), run::out);
    }

    @Test
    void helpIsPrintedWhereNothingIsAsked() {
        Run run = Run.exo();
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("Usage: exo "), run::out);
        assertEquals(run.out(), Run.exo("--help").out());
        assertEquals(run.out(), Run.exo("help").out());
    }

    @Test
    void helpExplainsTheExitCodes() {
        assertTrue(Run.exo("--help").out().contains("    3   a file can be read but is damaged or incomplete\n"));
    }

    @Test
    void verbsExplainThemselves() {
        String help = Run.exo("help", "info").out();
        assertTrue(help.startsWith("Usage: exo info "), help);
        assertEquals(help, Run.exo("info", "--help").out());
    }

    @Test
    void unknownVerbIsAnsweredWithASimilarOne() {
        assertUsageError("unknown verb 'inof'; did you mean 'info'?", "exo", Run.exo("inof", "a.e"));
    }

    @Test
    void helpOfAnUnknownVerbIsAnError() {
        assertUsageError("unknown verb 'inof'; did you mean 'info'?", "exo help", Run.exo("help", "inof"));
    }

    @Test
    void unknownOptionIsAnsweredWithASimilarOne() {
        assertUsageError("unknown option '--jsn'; did you mean '--json'?", "exo info", Run.exo("info", "--jsn", "a.e"));
    }

    @Test
    void fileIsRequired() {
        assertUsageError("missing required parameter: 'FILE...'", "exo info", Run.exo("info"));
    }

    @Test
    void usageErrorsOfProgramsAreJson() {
        Run run = Run.exo("info", "--json");
        JsonNode document = InfoJsonTest.parse(run);
        assertEquals("USAGE", document.at("/error/code").asText());
        assertEquals(2, run.exit());
    }

    @Test
    void wordsAfterTwoDashesAreFiles() {
        assertEquals("error: --json: there is no such file\n", Run.exo("info", "--", "--json").err());
    }

    @Test
    void fileMayBeginWithAnAtSign() {
        assertEquals("error: @files: there is no such file\n", Run.exo("info", "--color=never", "@files").err());
    }

    /// Plain command lines are read without picocli, all others with it: both must mean the same.
    @Test
    void orderOfWordsDoesNotMatter() {
        String file = Run.testdata("plate.e");
        String expected = Run.exo("info", "--json", "--all", file).out();
        assertEquals(expected, Run.exo("info", file, "--all", "--json").out());
        assertEquals(expected, Run.exo("--color=never", "info", "--json", file, "--all").out());
    }

    private static List<String> complete(String... words) {
        String[] line = new String[words.length + 1];
        line[0] = "complete";
        System.arraycopy(words, 0, line, 1, words.length);
        Run run = Run.exo(line);
        assertEquals("", run.err());
        return run.out().lines().toList();
    }

    @Test
    void verbsAndOptionsComplete() {
        assertEquals(List.of("checksum", "check"), complete("che").reversed());
        assertEquals(List.of("--step"), complete("cat", "--ste"));
        assertEquals(List.of("bash", "zsh", "fish"), complete("completion", ""));
        assertEquals(List.of("last"), complete("cat", "a.e", "--step", "la"));
    }

    @Test
    void namesCompleteFromTheFile() {
        String plate = Run.testdata("plate.e");
        assertEquals(List.of("nodal/disp_x", "nodal/disp_y", "nodal/disp_z"), complete("stats", plate, "nodal/d"));
        assertEquals(List.of("block:20", "block:core", "block:0", "block:skin", "block:7", "block:struts"),
                complete("show", plate, "block:"));
        assertEquals(List.of("nset:tip"), complete("cat", plate, "coord", "--on", "nset:t"));
    }

    @Test
    void whatCannotBeCompletedIsLeftToTheShell() {
        assertEquals(List.of(), complete("info", "pla"));
        assertEquals(List.of(), complete("stats", "no-such-file", "n"));
        assertEquals(List.of(), complete("nonsense", "n"));
    }

    @Test
    void valuesBehindAnEqualsSignComplete() {
        assertEquals(List.of("--step=last"), complete("cat", "a.e", "--step=la"));
        assertEquals(List.of("--color=never"), complete("info", "--color=n"));
    }

    @Test
    void bashGivesItsLineAsItIs() {
        String plate = Run.testdata("plate.e");
        assertEquals(List.of("nodal/temperature"), complete("--bash", "exo stats '" + plate + "' nodal/t"));
        assertEquals(List.of("core"), complete("--bash", "exo show " + plate + " block:c"));
    }

    @Test
    void everyShellHasAScript() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertTrue(Run.exo("completion", shell).out().contains(" complete "), shell);
        }
        assertEquals(Run.exo("completion", "bash").out(), Run.exo("completion").out());
    }

    @Test
    void verbsForProgramsAreNotInTheHelp() {
        assertTrue(Run.exo("--help").out().lines().noneMatch(line -> line.startsWith("  complete ")));
    }

    @Test
    void completionKnowsItsShells() {
        assertUsageError("there is no completion for 'tcsh', only for bash, zsh and fish", "exo completion",
                Run.exo("completion", "tcsh"));
    }
}
