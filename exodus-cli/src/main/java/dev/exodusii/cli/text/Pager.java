package dev.exodusii.cli.text;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The program through which a person reads more than one screen: `$EXO_PAGER`, `$PAGER` or `less`.
public final class Pager implements AutoCloseable {

    /// Quit when all of it fits, keep colours, leave the text on the screen.
    private static final String USUAL = "less -FRX";

    private final Process process;
    private final PrintStream input;
    /// Ctrl-C is for the pager, which goes on: who is interrupted here waits for it, lest two programs read the keyboard.
    private final Thread onExit = new Thread(this::finish);

    private Pager(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(onExit);
        // What the person does not want to see any more is lost in a broken pipe; a PrintStream keeps quiet.
        this.input = new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8);
    }

    /// Shows lines and waits until the person has read enough.
    ///
    /// @param lines    the lines
    /// @param terminal the terminal, whose environment names the pager
    /// @return whether there was a pager; if not, nothing has been shown
    public static boolean show(List<String> lines, Terminal terminal) {
        Optional<Pager> pager = open(terminal);
        pager.ifPresent(reader -> {
            lines.forEach(line -> reader.print(line + "\n"));
            reader.close();
        });
        return pager.isPresent();
    }

    /// Starts the pager.
    ///
    /// @param terminal the terminal, whose environment names the pager
    /// @return the pager, or nothing when the user wants none
    public static Optional<Pager> open(Terminal terminal) {
        String command = terminal.environment().getOrDefault("EXO_PAGER",
                terminal.environment().getOrDefault("PAGER", USUAL));
        if (command.isBlank() || command.equals("cat") || !isInstalled(command, terminal.environment())) {
            return Optional.empty();
        }
        terminal.out().flush();
        try {
            return Optional.of(new Pager(new ProcessBuilder("sh", "-c", command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()));
        } catch (IOException noShell) {
            return Optional.empty();
        }
    }

    private static boolean isInstalled(String command, Map<String, String> environment) {
        String program = command.strip().split("\\s", 2)[0];
        return !program.matches("[A-Za-z0-9_.+-]+")
                || Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .anyMatch(folder -> new File(folder, program).canExecute());
    }

    /// Gives the person something to read.
    ///
    /// @param text the text
    public void print(String text) {
        input.print(text);
    }

    /// Tells whether the person has read enough.
    public boolean isBroken() {
        return input.checkError() || !process.isAlive();
    }

    /// Waits until the person has read enough.
    @Override
    public void close() {
        finish();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException ending) {
            // The process is ending already.
        }
    }

    private void finish() {
        input.close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
