package dev.exodusii.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class EscapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"stress_xx", "Grüße", "ΔT", "温度", "e\u0301", "\uD83D\uDE00", "a b\\n"})
    void printableTextStays(String text) {
        assertEquals(text, Escape.printable(text));
    }

    @Test
    void whatMovesTheCursorIsEscaped() {
        assertEquals("a\\u001b[2Jb\\n\\r\\t\\u007f\\u0000", Escape.printable("a\u001b[2Jb\n\r\t\u007f\0"));
    }

    @Test
    void controlCharactersBeyondAsciiAreEscaped() {
        assertEquals("\\u009b31m", Escape.printable("\u009b31m"));
    }

    @Test
    void changesOfDirectionAndInvisibleCharactersAreEscaped() {
        assertEquals("\\u202eexe\\u2066\\u200b\\ufeff\\u2028\\u{e0041}",
                Escape.printable("\u202eexe\u2066\u200b\ufeff\u2028\uDB40\uDC41"));
    }

    @Test
    void halfACharacterIsEscaped() {
        assertEquals("\\ud83d", Escape.printable("\ud83d"));
    }
}
