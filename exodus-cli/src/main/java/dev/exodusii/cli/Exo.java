package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.json.Ids;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.cli.text.Terminal;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.netcdf.RecordCount;
import dev.exodusii.parallel.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/// The command `exo`: looks into Exodus II files. Without a verb it prints its help.
///
/// An instance serves one command line and writes to the terminal that it was given, which need not be that of the
/// process; it never ends the process.
public final class Exo {

    /// How to make each verb, in the order of the help. A command line needs one of them.
    private static final Map<String, Function<Exo, Verb>> MAKERS = makers();

    private final Terminal terminal;
    private final Flag quiet = new Flag("-q", "--quiet", "Print results and errors only: no warnings, notes or progress.");
    private final Flag verbose = new Flag("-v", "--verbose", "Show more: all that there is, and all digits.");
    private final Flag time = new Flag("--time", "Tell how long it took, and how much of the files was touched.");
    private final Flag noPager = new Flag("--no-pager", "Let long output scroll by.");
    private final Flag idsAsStrings = new Flag("--ids-as-strings", "Write ids as strings in JSON, since some programs round"
            + " long integers.");
    private final Flag uncounted = new Flag("--uncounted-steps", "Read also the steps that the header does not count: of a"
            + " writer that has died or is still at work.");
    private final Flag debug = new Flag("--debug", "Print stack traces and what is logged.");
    private final Map<String, Verb> verbs = new HashMap<>();
    private Optional<Meter> meter = Optional.empty();
    private Terminal.Colour colour = Terminal.Colour.AUTO;

    private Exo(Terminal terminal) {
        this.terminal = terminal;
    }

    private static Map<String, Function<Exo, Verb>> makers() {
        Map<String, Function<Exo, Verb>> makers = new LinkedHashMap<>();
        makers.put("info", Info::new);
        makers.put("ls", Ls::new);
        makers.put("show", Show::new);
        makers.put("cat", Cat::new);
        makers.put("hist", Hist::new);
        makers.put("pic", Pic::new);
        makers.put("stats", Stats::new);
        makers.put("near", Near::new);
        makers.put("follow", Follow::new);
        makers.put("view", View::new);
        makers.put("check", Check::new);
        makers.put("copy", CopyVerb::new);
        makers.put("make", MakeVerb::new);
        makers.put("repair", RepairVerb::new);
        makers.put("diff", Diff::new);
        makers.put("exodiff", Exodiff::new);
        makers.put("layout", LayoutVerb::new);
        makers.put("checksum", Checksum::new);
        makers.put("completion", Completion::new);
        makers.put("complete", Complete::new);
        makers.put("man", Man::new);
        makers.put("help", HelpVerb::new);
        return makers;
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
        if (terminal.failure().isPresent()) {
            terminal.err().println("error: results cannot be written: " + terminal.failure().get());
            exitCode = ExitCode.WRITE_FAILED.number();
        }
        terminal.err().flush();
        // Not System.exit: it sets up a logging system, to log that. There is nothing left to clean up.
        if (exitCode != ExitCode.OK.number()) {
            Runtime.getRuntime().halt(exitCode);
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
        Optional<Verb> verb = args.length == 0 ? Optional.empty() : exo.verb(args[0]);
        if (verb.isPresent() && verb.get() instanceof RawVerb raw && args.length > 1 && !args[1].equals("--help")) {
            return raw.runRaw(List.of(args).subList(1, args.length));
        }
        Optional<Verb> plain = verb.filter(it -> PlainLine.read(List.of(args), it, exo.flags()));
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

    /// Returns all verbs, in the order of the help.
    List<Verb> verbs() {
        return MAKERS.keySet().stream().flatMap(name -> verb(name).stream()).toList();
    }

    /// Returns a verb.
    Optional<Verb> verb(String name) {
        Function<Exo, Verb> maker = MAKERS.get(name);
        return maker == null ? Optional.empty() : Optional.of(verbs.computeIfAbsent(name, _ -> maker.apply(this)));
    }

    /// Returns the flags that every verb has.
    List<Flag> flags() {
        return List.of(quiet, verbose, time, noPager, idsAsStrings, uncounted, debug);
    }

    /// Returns how JSON has ids.
    Ids ids() {
        return idsAsStrings.isSet() ? Ids.STRINGS : Ids.INTEGERS;
    }

    /// Takes out of the words of a verb that reads them by itself what it shares with all other verbs.
    List<String> withoutCommonFlags(List<String> words) {
        List<Flag> common = List.of(idsAsStrings, uncounted, debug);
        common.forEach(flag -> flag.set(words.contains(flag.name())));
        return words.stream().filter(word -> common.stream().noneMatch(flag -> flag.name().equals(word))).toList();
    }

    /// Opens a file that the user named.
    ExodusFile open(String file) throws IOException {
        return Exodus.open(Problem.requireFile(file), recordCount());
    }

    /// Returns how many steps of a file to believe in.
    RecordCount recordCount() {
        return uncounted.isSet() ? RecordCount.FROM_FILE_SIZE : RecordCount.FROM_HEADER;
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

    /// Tells whether the user wants to see all that there is.
    boolean isVerbose() {
        return verbose.isSet();
    }

    /// Begins to measure what a run costs, if the user wants to know.
    Optional<Meter> meter() {
        meter = time.isSet() ? Optional.of(new Meter()) : Optional.empty();
        return meter;
    }

    /// Returns what is to be closed before a file is: then it is known how much of the file was touched.
    ///
    /// @param file the file as the user named it
    Measured measured(String file) {
        return () -> meter.ifPresent(it -> it.count(file));
    }

    /// A file that has not been closed yet.
    @FunctionalInterface
    interface Measured extends AutoCloseable {

        @Override
        void close();
    }

    /// Begins to show how far long work is, if somebody watches.
    ///
    /// @param what  what is being done, in a word or two
    /// @param bytes how many bytes there are to be worked on, 0 where that is not known
    Progress progress(String what, long bytes) {
        return new Progress(terminal, terminal.isWatched() && !quiet.isSet(), what, bytes);
    }

    Printer printer() {
        return new Printer(terminal, hasColours(), !noPager.isSet(), quiet.isSet(), debug.isSet(), ids());
    }
}
