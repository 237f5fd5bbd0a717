package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class ExoTest {

    private static void assertUsageError(String cause, String help, Run run) {
        assertAll(() -> assertEquals("error: " + cause + "\n       more: " + help + " --help\n", run.err()),
                () -> assertEquals("", run.out()), () -> assertEquals(2, run.exit()));
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

    @Test
    void completionScriptKnowsVerbsAndOptions() {
        String script = Run.exo("completion", "bash").out();
        assertTrue(script.contains("complete -F _complete_exo"), script);
        assertTrue(script.contains("--json"), script);
        assertEquals(script, Run.exo("completion", "zsh").out());
    }

    @Test
    void completionKnowsItsShells() {
        assertUsageError("there is no completion for 'fish', only for bash and zsh", "exo completion",
                Run.exo("completion", "fish"));
    }
}
