package dev.exodusii.cli.text;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where output goes, and what is known of it.
///
/// @param out         for results
/// @param err         for errors
/// @param size        the size of the terminal that `out` is, or nothing when it is a pipe or a file
/// @param environment the environment variables
/// @param isWatched   whether `err` is a terminal, so that somebody sees how far long work is
public record Terminal(PrintStream out, PrintStream err, Optional<Size> size, Map<String, String> environment,
        boolean isWatched) {

    /// The launcher's answer to what a shell finds out faster than a JVM: `24 80`, or `-` when it is no terminal.
    private static final String TOLD = "exo.terminal";
    /// The launcher's answer to whether `err` is a terminal: `true`.
    private static final String WATCHED = "exo.watched";
    private static final int BUFFER = 1 << 16;

    /// Makes a terminal on which nobody watches long work.
    ///
    /// @param out         for results
    /// @param err         for errors
    /// @param size        the size of the terminal that `out` is, or nothing when it is a pipe or a file
    /// @param environment the environment variables
    public Terminal(PrintStream out, PrintStream err, Optional<Size> size, Map<String, String> environment) {
        this(out, err, size, environment, false);
    }

    /// The size of a terminal.
    ///
    /// @param rows    the lines that it shows
    /// @param columns the characters in each
    public record Size(int rows, int columns) {

        /// What terminals have been since 1978.
        public static final Size USUAL = new Size(24, 80);
    }

    /// When to use colours.
    public enum Colour {
        /// On a terminal that can, unless the user's environment says otherwise.
        AUTO,
        /// Even into a pipe.
        ALWAYS,
        /// Not at all.
        NEVER
    }

    /// Returns the one that this process writes to, in UTF-8.
    public static Terminal ofProcess() {
        Map<String, String> environment = System.getenv();
        return new Terminal(ProcessOutput.of(FileDescriptor.out, BUFFER), ProcessOutput.of(FileDescriptor.err, 1 << 10),
                size(System.getProperty(TOLD), environment), environment,
                Boolean.getBoolean(WATCHED));
    }

    /// Returns why results could not be written, such as a full disk. A reader who has seen enough is no failure.
    ///
    /// @return the reason in the system's words, or nothing
    public Optional<String> failure() {
        return out instanceof ProcessOutput results ? results.failure() : Optional.empty();
    }

    private static Optional<Size> size(@Nullable String told, Map<String, String> environment) {
        if (told == null) {
            Console console = System.console();
            return console != null && console.isTerminal() ? Optional.of(sized("", environment)) : Optional.empty();
        }
        return told.equals("-") ? Optional.empty() : Optional.of(sized(told, environment));
    }

    /// The environment may overrule what the terminal says; a terminal that says 0 does not know.
    private static Size sized(String told, Map<String, String> environment) {
        String[] numbers = told.split(" ", -1);
        int rows = positive(environment.get("LINES")).or(() -> positive(numbers[0])).orElse(Size.USUAL.rows());
        int columns = positive(environment.get("COLUMNS")).or(() -> positive(numbers.length > 1 ? numbers[1] : ""))
                .orElse(Size.USUAL.columns());
        return new Size(rows, columns);
    }

    private static Optional<Integer> positive(@Nullable String text) {
        return Optional.ofNullable(text).filter(digits -> digits.matches("[0-9]{1,5}")).map(Integer::valueOf)
                .filter(number -> number > 0);
    }

    /// Tells whether a person watches.
    public boolean isInteractive() {
        return size.isPresent();
    }

    /// Tells whether to use colours.
    ///
    /// @param wish what the user asked for
    /// @return whether output may contain colours
    public boolean colours(Colour wish) {
        return switch (wish) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> isInteractive() && environment.getOrDefault("NO_COLOR", "").isEmpty()
                    && !environment.getOrDefault("TERM", "").equals("dumb");
        };
    }
}
