package dev.exodusii.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A command line of bash as far as it has been typed: its words without their quotes, and how the last one, which is
/// being typed, has to go on. Nothing in it is expanded or run.
final class TypedLine {

    private static final char NONE = 0;
    /// Where bash begins a new word to complete, so that it must not be told again what stands before.
    private static final String BREAKS = ":=@";
    private static final String QUOTABLE = " \t'\"`$\\!*?[]{}()<>|;&~#";
    private static final String QUOTABLE_IN_QUOTES = "\"`$\\";

    private final List<String> words = new ArrayList<>();
    private StringBuilder word = new StringBuilder();
    private char quote = NONE;
    private boolean isInWord;
    /// How much of the last word bash does not replace.
    private int kept;

    private TypedLine() {}

    static TypedLine of(String line) {
        TypedLine typed = new TypedLine();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isEscaped = c == '\\' && typed.quote != '\'' && i + 1 < line.length()
                    && (typed.quote == NONE || QUOTABLE_IN_QUOTES.indexOf(line.charAt(i + 1)) >= 0);
            if (isEscaped) {
                i++;
                typed.add(line.charAt(i));
            } else {
                typed.read(c);
            }
        }
        typed.words.add(typed.word.toString());
        return typed;
    }

    private void add(char c) {
        word.append(c);
        isInWord = true;
    }

    private void read(char c) {
        if (quote != NONE && c == quote) {
            quote = NONE;
        } else if (quote == NONE && (c == '"' || c == '\'')) {
            quote = c;
            isInWord = true;
            kept = word.length();
        } else if (quote == NONE && Character.isWhitespace(c)) {
            end();
        } else {
            add(c);
            if (quote == NONE && BREAKS.indexOf(c) >= 0) {
                kept = word.length();
            }
        }
    }

    private void end() {
        if (isInWord) {
            words.add(word.toString());
        }
        word = new StringBuilder();
        isInWord = false;
        kept = 0;
    }

    /// Returns the words, the command first; the last one is empty where none has been begun.
    List<String> words() {
        return List.copyOf(words);
    }

    /// Returns what bash puts in place of the last word, or of the part of it that it replaces.
    ///
    /// @param candidate what the last word may become
    /// @return that in the quotes that are open, or with backslashes; nothing where these quotes cannot hold it
    Optional<String> completion(String candidate) {
        String rest = candidate.substring(Math.min(kept, candidate.length()));
        if (quote == '\'') {
            return Optional.of(rest).filter(text -> text.indexOf('\'') < 0);
        }
        String special = quote == NONE ? QUOTABLE : QUOTABLE_IN_QUOTES;
        StringBuilder quoted = new StringBuilder();
        for (char c : rest.toCharArray()) {
            quoted.append(special.indexOf(c) < 0 ? "" : "\\").append(c);
        }
        return Optional.of(quoted.toString());
    }
}
