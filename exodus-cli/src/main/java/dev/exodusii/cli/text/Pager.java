package dev.exodusii.cli.text;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The program through which a person reads more than one screen: `$EXO_PAGER`, `$PAGER` or `less`.
public final class Pager {

    /// Quit when all of it fits, keep colours, leave the text on the screen.
    private static final String USUAL = "less -FRX";

    private Pager() {}

    /// Shows lines and waits until the person has read enough.
    ///
    /// @param lines    the lines
    /// @param terminal the terminal, whose environment names the pager
    /// @return whether there was a pager; if not, nothing has been shown
    public static boolean show(List<String> lines, Terminal terminal) {
        String command = terminal.environment().getOrDefault("EXO_PAGER",
                terminal.environment().getOrDefault("PAGER", USUAL));
        if (command.isBlank() || command.equals("cat")) {
            return false;
        }
        terminal.out().flush();
        try {
            Process pager = new ProcessBuilder("sh", "-c", command).redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            // What the person does not want to see any more is lost in a broken pipe; a PrintStream keeps quiet.
            try (PrintStream input = new PrintStream(pager.getOutputStream(), false, StandardCharsets.UTF_8)) {
                lines.forEach(line -> input.print(line + "\n"));
            }
            // 127: the shell did not find it.
            return pager.waitFor() != 127;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
