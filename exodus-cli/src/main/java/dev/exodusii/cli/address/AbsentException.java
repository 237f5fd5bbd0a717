package dev.exodusii.cli.address;

/// What the user asked for is not in the file, or its address makes no sense. The message says what is wrong; the hint
/// says what there is instead.
public final class AbsentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String hint;
    private final boolean isSyntax;

    private AbsentException(String code, String message, String hint, boolean isSyntax) {
        super(message);
        this.code = code;
        this.hint = hint;
        this.isSyntax = isSyntax;
    }

    /// Makes one for something that the file does not have.
    ///
    /// @param code    a stable name for programs, such as `NO_SUCH_VARIABLE`
    /// @param message what is missing
    /// @param hint    what there is; empty where nothing helps
    /// @return the exception
    public static AbsentException of(String code, String message, String hint) {
        return new AbsentException(code, message, hint, false);
    }

    /// Makes one for an address that makes no sense in any file.
    ///
    /// @param message what is wrong with it
    /// @param hint    how it is spelt
    /// @return the exception
    public static AbsentException syntax(String message, String hint) {
        return new AbsentException("USAGE", message, hint, true);
    }

    /// Returns the stable name for programs.
    public String code() {
        return code;
    }

    /// Returns what helps, empty where nothing is known to.
    public String hint() {
        return hint;
    }

    /// Tells whether the address makes no sense in any file.
    public boolean isSyntax() {
        return isSyntax;
    }
}
