package dev.exodusii.diagnostic;

/// Bytes that were in a file when it was opened cannot be read any more: another program has shortened the file, or its
/// disk or network has failed.
///
/// All operations that read many values of a file throw it in such a case. Reading a single value does not: that ends in
/// an [InternalError], see [Faults#guard].
public final class LostDataException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;

    /// Creates the exception.
    ///
    /// @param file  the file's name as the caller gave it, or an empty text where it is not known
    /// @param place what was being read, and where in the file it lies
    /// @param cause what the JVM reported, or nothing
    public LostDataException(String file, String place, Throwable cause) {
        super((file.isEmpty() ? "memory" : file) + ": " + place + ": cannot be read any more; the file has become shorter"
                + " since it was opened, or its disk does not answer", cause);
        this.file = file;
        this.place = place;
    }

    /// Returns the name of the file as the caller gave it, or an empty text where it is not known.
    public String file() {
        return file;
    }

    /// Returns what was being read, and where in the file it lies.
    public String place() {
        return place;
    }
}
