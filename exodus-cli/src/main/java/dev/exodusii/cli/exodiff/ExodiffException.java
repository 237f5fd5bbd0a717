package dev.exodusii.cli.exodiff;

/// Options or a command file make no sense; exodiff would stop with status 1.
public final class ExodiffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message what is wrong, in a sentence
    public ExodiffException(String message) {
        super(message);
    }
}
