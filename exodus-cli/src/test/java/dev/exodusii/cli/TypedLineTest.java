package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedLineTest {

    private static Optional<String> completion(String line, String candidate) {
        return TypedLine.of(line).completion(candidate);
    }

    @Test
    void wordsLoseTheirQuotes() {
        assertEquals(List.of("exo", "cat", "a b.e", "it's", "x\"y", ""), TypedLine.of("exo  cat 'a b.e' it\\'s \"x\\\"y\" ").words());
    }

    @Test
    void wordThatIsBeingTypedIsTheLast() {
        assertEquals(List.of("exo", "sh"), TypedLine.of("exo sh").words());
        assertEquals(List.of("exo", "my v"), TypedLine.of("exo 'my v").words());
    }

    @Test
    void emptyWordIsAWord() {
        assertEquals(List.of("exo", "", ""), TypedLine.of("exo '' ").words());
    }

    @Test
    void nothingIsExpanded() {
        assertEquals(List.of("$(id)", "`id`", "~"), TypedLine.of("$(id) `id` ~").words());
    }

    @Test
    void whatTheShellWouldHeedIsEscaped() {
        assertEquals(Optional.of("nodal/a\\ b\\$HOME\\'s"), completion("exo cat a.e nodal/", "nodal/a b$HOME's"));
    }

    @Test
    void openQuotesHoldMost() {
        assertEquals(Optional.of("nodal/a b"), completion("exo cat a.e 'nodal/", "nodal/a b"));
        assertEquals(Optional.of("a\\$b'"), completion("exo \"a", "a$b'"));
        assertEquals(Optional.empty(), completion("exo 'a", "a'b"));
    }

    @Test
    void whatStandsBeforeAColonIsNotToldAgain() {
        assertEquals(Optional.of("steel"), completion("exo show a.e block:st", "block:steel"));
        assertEquals(Optional.of("last"), completion("exo cat a.e --step=", "--step=last"));
        assertEquals(Optional.of("block:steel"), completion("exo show a.e 'block:st", "block:steel"));
    }
}
