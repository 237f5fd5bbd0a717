package dev.exodusii.cli.text;

import java.io.PrintStream;
import java.util.Optional;

/// One line of a terminal that is written over and over again. It ends with the last text in it, also where somebody ends
/// the process, so that the shell's prompt has a line of its own.
public final class LiveLine implements AutoCloseable {

    private static final String RETURN = "\r";
    private static final String ERASE = "\u001b[K";

    private final PrintStream out;
    private final int columns;
    private final boolean hasColours;
    private final Thread onExit = new Thread(this::end);
    private Optional<Text> shown = Optional.empty();
    private boolean isEnded;

    /// Makes a line with nothing in it.
    ///
    /// @param out        the terminal
    /// @param columns    how wide it is
    /// @param hasColours whether it has colours
    public LiveLine(PrintStream out, int columns, boolean hasColours) {
        this.out = out;
        this.columns = columns;
        this.hasColours = hasColours;
    }

    /// Writes over what is there.
    ///
    /// @param line the new text, cut off where it does not fit
    public synchronized void show(Text line) {
        if (isEnded) {
            return;
        }
        if (shown.isEmpty()) {
            try {
                Runtime.getRuntime().addShutdownHook(onExit);
            } catch (IllegalStateException ending) {
                return;
            }
        }
        // The last column is left free: some terminals go to the next line after it.
        Text fitting = line.shortened(columns - 1);
        shown = Optional.of(fitting);
        out.print(RETURN + fitting.render(hasColours) + ERASE);
        out.flush();
    }

    /// Prints something above the line.
    ///
    /// @param err     where it goes
    /// @param message what it says
    public synchronized void above(PrintStream err, String message) {
        if (shown.isPresent() && !isEnded) {
            out.print(RETURN + ERASE);
            out.flush();
        }
        err.println(message);
        err.flush();
        shown.filter(_ -> !isEnded).ifPresent(line -> out.print(line.render(hasColours)));
        out.flush();
    }

    private synchronized void end() {
        if (shown.isPresent() && !isEnded) {
            out.print("\n");
            out.flush();
        }
        isEnded = true;
    }

    @Override
    public void close() {
        boolean isHooked;
        synchronized (this) {
            isHooked = shown.isPresent();
        }
        end();
        if (isHooked) {
            try {
                Runtime.getRuntime().removeShutdownHook(onExit);
            } catch (IllegalStateException ending) {
                // The process is ending already.
            }
        }
    }
}
