package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ExoTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int exo(String... args) {
        return Exo.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(args);
    }

    @Test
    void versionIsThatOfTheModule() {
        assertEquals(0, exo("--version"));
        assertTrue(out.toString().matches("exo \\d+\\.\\d+\\.\\d+\\S*\\R"), out::toString);
    }

    @Test
    void helpIsPrintedWhereNothingIsAsked() {
        assertEquals(0, exo());
        assertTrue(out.toString().startsWith("Usage: exo "), out::toString);
    }

    @Test
    void unknownOptionIsAUsageErrorOnStderr() {
        assertEquals(2, exo("--nonsense"));
        assertTrue(err.toString().startsWith("Unknown option: '--nonsense'"), err::toString);
        assertEquals("", out.toString());
    }
}
