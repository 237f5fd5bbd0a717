package dev.exodusii.cli;

import dev.exodusii.cli.text.Terminal;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// Describes the whole command line to picocli, which reads it, explains it and completes it. With calls, not with
/// annotations: reading those takes several times as long.
final class Grammar {

    /// No word that a user types contains it.
    private static final String GUARD = "\0";
    private static final int NARROWEST_HELP = 60;
    private static final int WIDEST_HELP = 100;

    private Grammar() {}

    static CommandLine of(Exo exo) {
        OptionSpec colour = OptionSpec.builder("--color").paramLabel("WHEN").type(Terminal.Colour.class)
                .converters(Grammar::colour).defaultValue("auto")
                .description("Use colours: auto (on a terminal), always or never.").scopeType(ScopeType.INHERIT).setter(new Reading<>(Terminal.Colour.class, exo::setColour)).build();
        CommandSpec spec = CommandSpec.create().name("exo").versionProvider(Grammar::versions)
                .addOption(colour)
                .addOption(builder("Show this help.", "-h", "--help").usageHelp(true).scopeType(ScopeType.INHERIT)
                        .build())
                .addOption(builder("Show the version.", "-V", "--version").versionHelp(true)
                        .scopeType(ScopeType.INHERIT).build());
        exo.flags().forEach(flag -> spec.addOption(option(flag).scopeType(ScopeType.INHERIT).build()));
        spec.usageMessage().description("Looks into Exodus II files, copies and makes them; never"
                        + " changes one that is there.")
                .commandListHeading("%nVerbs:%n").synopsisSubcommandLabel("VERB")
                .exitCodeListHeading("%nExit codes, the highest where there are several files:%n")
                .exitCodeList(ExitCode.descriptions());
        exo.verbs().forEach(verb -> spec.addSubcommand(verb.name(), spec(verb)));
        Terminal terminal = exo.terminal();
        return new CommandLine(spec).setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                // A file may be called @all.e.
                .setExpandAtFiles(false)
                .setUsageHelpWidth(Math.clamp(terminal.size().orElse(Terminal.Size.USUAL).columns(), NARROWEST_HELP,
                        WIDEST_HELP))
                .setExecutionStrategy(parsed -> execute(exo, spec.commandLine(), parsed))
                .setParameterExceptionHandler(new UsageErrors(exo));
    }

    private static int execute(Exo exo, CommandLine commandLine, CommandLine.ParseResult parsed) {
        commandLine.setColorScheme(Help.defaultColorScheme(exo.hasColours() ? Help.Ansi.ON : Help.Ansi.OFF));
        if (!parsed.hasSubcommand() && !parsed.isUsageHelpRequested() && !parsed.isVersionHelpRequested()) {
            commandLine.usage(commandLine.getOut());
            return ExitCode.OK.number();
        }
        return new RunLast().execute(parsed);
    }

    private static CommandSpec spec(Verb verb) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(verb).name(verb.name()).versionProvider(Grammar::versions);
        verb.flags().forEach(flag -> spec.addOption(option(flag).build()));
        verb.options().forEach(option -> {
            spec.addOption(option(option, option.name()).build());
            option.alias().ifPresent(alias -> spec.addOption(option(option, alias).hidden(true).build()));
        });
        Arguments arguments = verb.arguments();
        Reading<String[]> words = new Reading<>(String[].class, typed -> arguments.set(plain(typed)));
        spec.addPositional(PositionalParamSpec.builder().paramLabel(arguments.label()).hideParamSyntax(true)
                // How many there must be, the verb checks: picocli counts those behind an option anew.
                .arity("0..*").type(String[].class)
                .description(literal(arguments.description()))
                .getter(words).setter(words).build());
        // First the verb's own options, then those of all verbs.
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true).hidden(verb.isHidden())
                .description(literal(verb.description()))
                .footer(verb.footer().stream().map(Grammar::literal).toArray(String[]::new));
        return spec;
    }

    /// To picocli, all texts are formats.
    private static String literal(String text) {
        return text.replace("%", "%%");
    }

    private static Terminal.Colour colour(String when) {
        return switch (when.toLowerCase(Locale.ROOT)) {
            case "auto" -> Terminal.Colour.AUTO;
            case "always" -> Terminal.Colour.ALWAYS;
            case "never" -> Terminal.Colour.NEVER;
            default -> throw new TypeConversionException("auto, always or never, not '" + when + "'");
        };
    }

    /// Makes words of a command line such as picocli understands: it would take `-1,2` for an option.
    static String[] guarded(String... words) {
        return Arrays.stream(words).map(word -> PlainLine.isNumeric(word) ? GUARD + word : word)
                .toArray(String[]::new);
    }

    private static List<String> plain(String... guarded) {
        return Arrays.stream(guarded).map(word -> word.startsWith(GUARD) ? word.substring(GUARD.length()) : word)
                .toList();
    }

    private static OptionSpec.Builder option(Option option, String name) {
        Reading<String[]> values = new Reading<>(String[].class, typed -> option.set(plain(typed)));
        return OptionSpec.builder(name).arity("1").paramLabel(option.label()).type(String[].class)
                .description(literal(option.description())).getter(values).setter(values);
    }

    private static OptionSpec.Builder option(Flag flag) {
        return builder(flag.description(), flag.names().toArray(String[]::new))
                .setter(new Reading<>(Boolean.class, flag::set));
    }

    private static OptionSpec.Builder builder(String description, String... names) {
        return OptionSpec.builder(names).type(boolean.class).arity("0").defaultValue("false")
                .description(literal(description));
    }

    /// What picocli has read of an option or of the words so far: it asks for it where there is more of the same.
    private static final class Reading<V> implements IGetter, ISetter {

        private final Class<V> type;
        private final Consumer<V> consumer;
        private @Nullable Object value;

        Reading(Class<V> type, Consumer<V> consumer) {
            this.type = type;
            this.consumer = consumer;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As picocli wants it.
        public <T> @Nullable T get() {
            return (T) value;
        }

        @Override
        public <T> T set(T read) {
            value = read;
            // null is how picocli starts afresh.
            if (read != null) {
                consumer.accept(type.cast(read));
            }
            return read;
        }
    }

    /// Returns what `--version` prints: the version in the module's own descriptor, where the build has put it; where exo runs as a jar of the
    /// class path, that in its manifest.
    private static String[] versions() {
        return new String[] {"exo " + Optional.ofNullable(Exo.class.getModule().getDescriptor())
                .flatMap(descriptor -> descriptor.rawVersion())
                .or(() -> Optional.ofNullable(Exo.class.getPackage().getImplementationVersion()))
                .orElse("(unpackaged)")};
    }
}
