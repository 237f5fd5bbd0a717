package dev.exodusii.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// What `exo` tells the program that started it. Of several files the worst decides; the later ones here are worse.
enum ExitCode {
    /// All is well.
    OK(0, "all is well"),
    /// Two files differ, or a check failed.
    DIFFERENT(1, "files differ, or a check found an error"),
    /// The command line makes no sense; no file was looked at.
    USAGE(2, "the command line makes no sense"),
    /// A file could be read, but is damaged or incomplete.
    DAMAGED(3, "a file can be read but is damaged or incomplete"),
    /// A file is not one that this program reads.
    REFUSED(4, "a file is not one that is read here"),
    /// A file cannot be opened: it does not exist, is no file or may not be read.
    CANNOT_OPEN(5, "a file cannot be opened"),
    /// What was asked for is not in a file.
    ABSENT(6, "what was asked for is not in a file"),
    /// A result could not be written.
    WRITE_FAILED(7, "a result cannot be written"),
    /// A fault of this program.
    INTERNAL(70, "a fault of exo itself");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    ExitCode worse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// Returns what each number means; the last one comes from the shell.
    static Map<String, String> descriptions() {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            descriptions.put((code.number < 10 ? "  " : " ") + code.number, code.meaning);
        }
        descriptions.put("130", "interrupted");
        return descriptions;
    }
}
