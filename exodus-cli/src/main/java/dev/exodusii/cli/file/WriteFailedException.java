package dev.exodusii.cli.file;

import java.io.IOException;
import java.nio.file.Path;

/// A result could not be written into a file.
public final class WriteFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    /// @param target the file
    /// @param reason what is wrong, to stand behind its name
    public WriteFailedException(Path target, String reason) {
        super(target + " " + reason);
    }

    /// @param target the file
    /// @param reason what is wrong, to stand behind its name
    /// @param cause  what failed
    public WriteFailedException(Path target, String reason, Throwable cause) {
        super(target + " " + reason, cause);
    }
}
