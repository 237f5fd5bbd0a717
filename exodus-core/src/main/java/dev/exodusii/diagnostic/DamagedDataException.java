package dev.exodusii.diagnostic;

/// Values were asked for that the file does not hold although its header declares them.
///
/// Unchecked, because an open file is otherwise sound and [Finding]s announce the damage beforehand.
public final class DamagedDataException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String problem;

    /// Creates the exception.
    ///
    /// @param file    the file's name as the caller gave it
    /// @param place   the variable that is damaged
    /// @param problem what is wrong with it, and where in the file
    public DamagedDataException(String file, String place, String problem) {
        super(file + ": " + place + ": " + problem);
        this.file = file;
        this.place = place;
        this.problem = problem;
    }

    /// Returns the name of the file as the caller gave it.
    public String file() {
        return file;
    }

    /// Returns the variable that is damaged.
    public String place() {
        return place;
    }

    /// Returns what is wrong with it.
    public String problem() {
        return problem;
    }
}
