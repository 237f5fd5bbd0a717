package dev.exodusii.diagnostic;

import java.io.IOException;

/// A file cannot be opened. The message says what, where and what to do about it.
public abstract sealed class UnreadableFileException extends IOException
        permits ExodusFormatException, UnsupportedFormatException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String file;
    private final String hint;

    UnreadableFileException(Fault fault, String file, String problem, String hint) {
        super(file + ": " + problem + (hint.isEmpty() ? "" : "; " + hint));
        this.fault = fault;
        this.file = file;
        this.hint = hint;
    }

    /// Returns what kind of trouble it is, for programs.
    public Fault fault() {
        return fault;
    }

    /// Returns the name of the file as the caller gave it.
    public String file() {
        return file;
    }

    /// Returns what to do about it, empty when nothing is known to help.
    public String hint() {
        return hint;
    }
}
