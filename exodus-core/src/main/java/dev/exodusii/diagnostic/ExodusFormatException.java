package dev.exodusii.diagnostic;

/// The file is at fault: it is empty, cut short or contradicts itself, so that nothing in it can be trusted.
public final class ExodusFormatException extends UnreadableFileException {

    private static final long serialVersionUID = 1L;

    private final long offset;

    /// Creates the exception.
    ///
    /// @param fault   the kind of trouble
    /// @param file    the file's name as the caller gave it
    /// @param offset  the byte in the file where the trouble was seen, or -1 when it has no single place
    /// @param problem what was read there and which rule it breaks
    /// @param hint    what to do, or an empty text
    public ExodusFormatException(Fault fault, String file, long offset, String problem, String hint) {
        super(fault, file, offset < 0 ? problem : problem + " (at byte " + offset + ")", hint);
        this.offset = offset;
    }

    /// Returns the byte in the file where the trouble was seen, or -1 when it has no single place.
    public long offset() {
        return offset;
    }
}
