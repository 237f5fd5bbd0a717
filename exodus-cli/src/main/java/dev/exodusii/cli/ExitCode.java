package dev.exodusii.cli;

/// What `exo` tells the program that started it. Of several files the worst decides; the later ones here are worse.
enum ExitCode {
    /// All is well.
    OK(0),
    /// The command line makes no sense; no file was looked at.
    USAGE(2),
    /// A file could be read, but is damaged or incomplete.
    DAMAGED(3),
    /// A file is not one that this program reads.
    REFUSED(4),
    /// A file cannot be opened: it does not exist, is no file or may not be read.
    CANNOT_OPEN(5),
    /// A fault of this program.
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    ExitCode worse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
