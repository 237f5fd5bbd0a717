package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.info.Health;
import dev.exodusii.cli.json.Ids;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Pager;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Terminal;
import dev.exodusii.cli.text.Text;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prints reports, with an empty line between them. For a person it gathers them, since all together may need a pager;
/// a program gets each one at once.
final class Printer implements AutoCloseable {

    private final Terminal terminal;
    private final boolean hasColours;
    private final boolean hasPager;
    private final boolean isQuiet;
    private final boolean hasTraces;
    private final Ids ids;
    private final List<Text> gathered = new ArrayList<>();
    private Optional<Pager> reader = Optional.empty();
    private boolean hasPrinted;

    Printer(Terminal terminal, boolean hasColours, boolean hasPager, boolean isQuiet, boolean hasTraces,
            Ids ids) {
        this.terminal = terminal;
        this.hasColours = hasColours;
        this.hasPager = hasPager;
        this.isQuiet = isQuiet;
        this.hasTraces = hasTraces;
        this.ids = ids;
    }

    boolean isQuiet() {
        return isQuiet;
    }

    boolean isInteractive() {
        return terminal.isInteractive();
    }

    /// Returns the room for a report that may be of any length.
    Page page() {
        return terminal.size().map(size -> Page.wide(size.columns())).orElse(Page.UNLIMITED);
    }

    /// Returns how many lines a report may have if it is not to scroll: one less than the terminal, for the prompt.
    int height() {
        return terminal.size().map(size -> size.rows() - 1).orElse(Integer.MAX_VALUE);
    }

    void show(List<Text> report) {
        if (hasPrinted) {
            gathered.add(Text.EMPTY);
        }
        gathered.addAll(report);
        hasPrinted = true;
        if (!terminal.isInteractive()) {
            flush();
        }
    }

    /// Prints one line at once; only a terminal with more lines than it can show gets them through a pager.
    void line(Text line) {
        hasPrinted = true;
        String rendered = line.render(hasColours);
        if (reader.isPresent()) {
            reader.get().print(rendered + "\n");
        } else if (!terminal.isInteractive() || !hasPager) {
            terminal.out().print(rendered + "\n");
        } else {
            gathered.add(line);
            if (gathered.size() > height()) {
                reader = Pager.open(terminal);
                flush();
            }
        }
    }

    /// Says on stderr what the results lack.
    void warn(String message) {
        if (!isQuiet) {
            say("warning: ", message);
        }
    }

    private void say(String prefix, String message) {
        flush();
        Text start = Text.of(Style.WARNING, prefix);
        Layout.wrap(start, message, start.width(), page().breakAt())
                .forEach(line -> terminal.err().println(line.render(hasColours)));
        terminal.err().flush();
    }

    private void warn(String file, Health health) {
        flush();
        String prefix = "warning: ";
        List<List<String>> messages = health.messages().isEmpty()
                ? List.of(List.of(file + " " + health.inShort() + "; exo info tells more")) : health.messages();
        for (List<String> message : messages) {
            for (int i = 0; i < message.size(); i++) {
                Text start = i == 0 ? Text.of(Style.WARNING, prefix) : Text.of(" ".repeat(prefix.length()));
                Layout.wrap(start, message.get(i), prefix.length(), page().breakAt())
                        .forEach(line -> terminal.err().println(line.render(hasColours)));
            }
        }
        terminal.err().flush();
    }

    /// Says in passing, beside the results, what has been done; only to a person.
    void note(String message) {
        if (isInteractive() && !isQuiet) {
            flush();
            terminal.err().println(Text.of(Style.FAINT, message).render(hasColours));
            terminal.err().flush();
        }
    }

    /// Says what a result is not, which the user might think that it is.
    void remark(String message) {
        if (!isQuiet) {
            say("note: ", message);
        }
    }

    /// Says what is wrong with a file whose values have been printed.
    ///
    /// @return what to tell the caller
    ExitCode soundness(String name, ExodusFile file) {
        Health health = Health.of(file);
        if (health.state().isSound()) {
            return ExitCode.OK;
        }
        if (!isQuiet) {
            warn(name, health);
        }
        return ExitCode.DAMAGED;
    }

    PrintStream out() {
        return terminal.out();
    }

    void fail(Problem problem, Throwable cause) {
        flush();
        problem.lines(page()).forEach(line -> terminal.err().println(line.render(hasColours)));
        trace(cause);
    }

    /// Begins a JSON document, in several lines where a person is to read it.
    Json begin() {
        return Json.begin(isInteractive(), ids);
    }

    /// Reports a problem for programs, where there is no document that it could be part of.
    void write(Problem problem) {
        Json json = begin();
        problem.write(json);
        raw(json.end() + "\n");
    }

    void trace(Throwable cause) {
        if (hasTraces) {
            cause.printStackTrace(terminal.err());
        }
        terminal.err().flush();
    }

    /// Prints what is not for people.
    void raw(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }

    /// Tells whether nobody reads any more, as after `| head`; there is no point in going on then.
    boolean isBroken() {
        return reader.map(Pager::isBroken).orElseGet(() -> terminal.out().checkError());
    }

    private void flush() {
        List<String> lines = gathered.stream().map(line -> line.render(hasColours)).toList();
        gathered.clear();
        if (reader.isPresent()) {
            lines.forEach(line -> reader.get().print(line + "\n"));
            return;
        }
        if (lines.size() > height() && hasPager && Pager.show(lines, terminal)) {
            return;
        }
        lines.forEach(line -> terminal.out().print(line + "\n"));
        terminal.out().flush();
    }

    @Override
    public void close() {
        flush();
        reader.ifPresent(Pager::close);
    }
}
