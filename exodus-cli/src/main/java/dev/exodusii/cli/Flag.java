package dev.exodusii.cli;

import java.util.List;

/// An option that is given or not.
final class Flag {

    private final String letter;
    private final String name;
    private final String description;
    private boolean isSet;

    Flag(String name, String description) {
        this("", name, description);
    }

    /// @param letter      its short name, such as `-q`, or nothing
    /// @param name        its name, such as `--quiet`
    /// @param description what it does
    Flag(String letter, String name, String description) {
        this.letter = letter;
        this.name = name;
        this.description = description;
    }

    /// Returns all names, the short one first.
    List<String> names() {
        return letter.isEmpty() ? List.of(name) : List.of(letter, name);
    }

    boolean isCalled(String word) {
        return word.equals(name) || word.equals(letter);
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    boolean isSet() {
        return isSet;
    }

    void set(boolean value) {
        isSet = value;
    }
}
