package dev.exodusii.cli;

import dev.exodusii.cli.text.Terminal;
import dev.exodusii.parallel.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/// The command `exo`: looks into Exodus II files. Without a verb it prints its help.
///
/// An instance serves one command line and writes to the terminal that it was given, which need not be that of the
/// process; it never ends the process.
public final class Exo {

    private final Terminal terminal;
    private final Flag noPager = new Flag("--no-pager", "Let long output scroll by.");
    private final Flag debug = new Flag("--debug", "Print stack traces and what is logged.");
    private final List<Verb> verbs = List.of(
            new Info(this),
            new Ls(this),
            new Show(this),
            new Cat(this),
            new Hist(this),
            new Stats(this),
            new Near(this),
            new Check(this),
            new Diff(this),
            new Exodiff(this),
            new LayoutVerb(this),
            new Checksum(this),
            new Completion(this),
            new Complete(this),
            new Man(this),
            new HelpVerb(this));
    private Terminal.Colour colour = Terminal.Colour.AUTO;

    private Exo(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs `exo` and ends the process with its exit code.
    ///
    /// @param args the verb, its options and files
    public static void main(String[] args) {
        if (!List.of(args).contains("--debug")) {
            quietenLogging();
        }
        Terminal terminal = Terminal.ofProcess();
        int exitCode = run(terminal, args);
        terminal.out().flush();
        terminal.err().flush();
        // Ending by itself is faster: System.exit sets up a logging system, to log that.
        if (exitCode != ExitCode.OK.number()) {
            System.exit(exitCode);
        }
    }

    /// Setting up a logging system takes longer than everything else, for messages that nobody asked for.
    static void quietenLogging() {
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    /// Runs `exo` without ending the process.
    ///
    /// @param terminal where output goes
    /// @param args     the verb, its options and files
    /// @return the exit code
    static int run(Terminal terminal, String... args) {
        Exo exo = new Exo(terminal);
        for (Verb verb : exo.verbs) {
            if (verb instanceof RawVerb raw && args.length > 1 && args[0].equals(verb.name())
                    && !args[1].equals("--help")) {
                return raw.runRaw(List.of(args).subList(1, args.length));
            }
        }
        Optional<Verb> plain = PlainLine.read(List.of(args), exo.verbs, exo.flags());
        return plain.isPresent() ? plain.get().call() : Grammar.of(exo).execute(Grammar.guarded(args));
    }

    /// Writes the manual pages.
    ///
    /// @param terminal any terminal
    /// @param folder   where they go
    /// @throws IOException when they cannot be written
    static void writeManual(Terminal terminal, Path folder) throws IOException {
        Man.writeAll(new Exo(terminal), folder);
    }

    List<Verb> verbs() {
        return verbs;
    }

    /// Returns the flags that every verb has.
    List<Flag> flags() {
        return List.of(noPager, debug);
    }

    Terminal terminal() {
        return terminal;
    }

    void setColour(Terminal.Colour wish) {
        colour = wish;
    }

    boolean hasColours() {
        return terminal.colours(colour);
    }

    /// Returns all processors of this machine.
    Workers workers() {
        return Workers.of(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
    }

    Printer printer() {
        return new Printer(terminal, hasColours(), !noPager.isSet(), debug.isSet());
    }
}
