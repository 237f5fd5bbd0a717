package dev.exodusii.cli;

import dev.exodusii.cli.text.Terminal;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `exo`: looks into Exodus II files. Without a verb it prints its help.
///
/// An instance serves one command line and writes to the terminal that it was given, which need not be that of the
/// process; it never ends the process.
@Command(
        name = "exo",
        mixinStandardHelpOptions = true,
        versionProvider = Exo.Version.class,
        scope = ScopeType.INHERIT,
        description = "Looks into Exodus II files; never changes them.",
        subcommands = {Info.class, Checksum.class, Completion.class, HelpCommand.class},
        exitCodeListHeading = "%nExit codes (the worst one, where there are several files):%n",
        exitCodeList = {
            " 0:all is well",
            " 2:the command line makes no sense",
            " 3:a file can be read but is damaged or incomplete",
            " 4:a file is not one that is read here",
            " 5:a file cannot be opened",
            "70:a fault of exo itself",
            "130:interrupted"
        })
public final class Exo implements Runnable {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Option(names = "--color", paramLabel = "WHEN", scope = ScopeType.INHERIT, defaultValue = "auto",
            description = "Use colours: auto (on a terminal), always or never.")
    private Terminal.Colour colour = Terminal.Colour.AUTO;

    @Option(names = "--no-pager", scope = ScopeType.INHERIT, description = "Let long output scroll by.")
    private boolean hasNoPager;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print stack traces and what is logged.")
    private boolean isDebugging;

    private Exo(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs `exo` and ends the process with its exit code.
    ///
    /// @param args the verb, its options and files
    public static void main(String[] args) {
        quietenLogging(args);
        Terminal terminal = Terminal.ofProcess();
        int exitCode = run(terminal, args);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(exitCode);
    }

    /// Runs `exo` without ending the process.
    ///
    /// @param terminal where output goes
    /// @param args     the verb, its options and files
    /// @return the exit code
    static int run(Terminal terminal, String... args) {
        Exo exo = new Exo(terminal);
        PrintWriter out = new PrintWriter(terminal.out(), true);
        PrintWriter err = new PrintWriter(terminal.err(), true);
        return new CommandLine(exo).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(true)
                .setUsageHelpWidth(Math.clamp(terminal.size().orElse(Terminal.Size.USUAL).columns(), 60, 100))
                .setExecutionStrategy(parsed -> {
                    exo.spec.commandLine().setColorScheme(exo.colours());
                    return new RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(new UsageErrors(exo))
                .execute(args);
    }

    /// Setting up a logging system takes longer than everything else, for messages that nobody asked for.
    private static void quietenLogging(String[] args) {
        for (String argument : args) {
            if (argument.equals("--debug")) {
                return;
            }
        }
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    }

    Printer printer() {
        return new Printer(terminal, hasColours(), !hasNoPager, isDebugging);
    }

    private boolean hasColours() {
        return terminal.colours(colour);
    }

    private Help.ColorScheme colours() {
        return Help.defaultColorScheme(hasColours() ? Help.Ansi.ON : Help.Ansi.OFF);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Reads the version from the module's own descriptor, where the build has put it.
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(Exo.class.getModule().getDescriptor())
                    .flatMap(descriptor -> descriptor.rawVersion())
                    .orElse("(unpackaged)");
            return new String[] {"exo " + version};
        }
    }
}
