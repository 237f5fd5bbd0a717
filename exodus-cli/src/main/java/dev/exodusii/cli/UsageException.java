package dev.exodusii.cli;

/// A command line that makes no sense: the message says why, in the words of the user.
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
