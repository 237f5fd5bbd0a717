package dev.exodusii.diagnostic;

/// The file may be perfectly good, but it is not in a format that is read here.
public final class UnsupportedFormatException extends UnreadableFileException {

    private static final long serialVersionUID = 1L;

    /// Creates the exception.
    ///
    /// @param fault   the kind of file it is
    /// @param file    the file's name as the caller gave it
    /// @param problem what the file was recognised as
    /// @param hint    the way out, such as the command that converts it, or an empty text
    public UnsupportedFormatException(Fault fault, String file, String problem, String hint) {
        super(fault, file, problem, hint);
    }
}
