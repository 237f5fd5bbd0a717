package dev.exodusii.cli;

import dev.exodusii.cli.text.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One run of `exo` in this process, as a shell would see it.
///
/// @param exit the exit code
/// @param out  what went to stdout
/// @param err  what went to stderr
record Run(int exit, String out, String err) {

    private static final Path TESTDATA = Path.of(System.getProperty("exodus.testdata", "../testdata"));

    /// Runs `exo` into a pipe.
    static Run exo(String... args) {
        return run(Optional.empty(), Map.of(), args);
    }

    /// Runs `exo` on a terminal without colours.
    static Run onTerminal(int rows, int columns, String... args) {
        return run(Optional.of(new Terminal.Size(rows, columns)), Map.of("NO_COLOR", "1", "EXO_PAGER", ""), args);
    }

    /// Runs `exo` on a terminal of the usual size.
    static Run inEnvironment(Map<String, String> environment, String... args) {
        return run(Optional.of(Terminal.Size.USUAL), environment, args);
    }

    private static Run run(Optional<Terminal.Size> size, Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Exo.run(new Terminal(stream(out), stream(err), size, environment), args);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// Copies one of the project's test files, so that a screen shows a short name... and a test may damage it.
    static Path copy(String name, Path folder) {
        try {
            return Files.write(folder.resolve(name), Files.readAllBytes(TESTDATA.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the path of one of the project's test files.
    static String testdata(String name) {
        return TESTDATA.resolve(name).toString();
    }
}
