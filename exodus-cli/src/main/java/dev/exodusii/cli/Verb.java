package dev.exodusii.cli;

import dev.exodusii.cli.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Something that `exo` can do: one subclass for each.
abstract class Verb implements Callable<Integer> {

    private final Exo exo;
    private final String name;
    private final String description;
    private final Arguments arguments;
    private final List<String> footer;
    private final List<Flag> flags = new ArrayList<>();
    private final List<Flag> more = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();

    /// @param exo         the command that it is a verb of
    /// @param name        what the user types
    /// @param description what it does, in a sentence
    /// @param arguments   what it takes besides options
    /// @param footer      lines below its help
    Verb(Exo exo, String name, String description, Arguments arguments, String... footer) {
        this.exo = exo;
        this.name = name;
        this.description = description;
        this.arguments = arguments;
        this.footer = List.of(footer);
    }

    /// Adds an option that is given or not.
    final Flag flag(String flagName, String flagDescription) {
        Flag flag = new Flag(flagName, flagDescription);
        flags.add(flag);
        return flag;
    }

    /// Adds a flag that asks for more, which `-v` does for all verbs.
    final Flag more(String flagName, String flagDescription) {
        Flag flag = flag(flagName, flagDescription);
        more.add(flag);
        return flag;
    }

    /// Adds an option with a value.
    final Option option(String optionName, String label, String optionDescription) {
        Option option = new Option(optionName, label, optionDescription);
        options.add(option);
        return option;
    }

    /// Adds an option with a value that has another name too, which the help does not tell.
    final Option option(String optionName, String alias, String label, String optionDescription) {
        Option option = new Option(optionName, alias, label, optionDescription);
        options.add(option);
        return option;
    }

    /// Adds the option that chooses steps: some verbs look at one as usual, others at all; the user need not remember.
    ///
    /// @param isPlural whether the help says `--steps`, not `--step`
    final Option stepOption(boolean isPlural, String label, String optionDescription) {
        Option option = new Option(isPlural ? "--steps" : "--step", isPlural ? "--step" : "--steps", label,
                optionDescription);
        options.add(option);
        return option;
    }

    /// Does what was asked for.
    ///
    /// @return whether all is well
    abstract ExitCode run();

    /// Does what was asked for; says so where the command line makes no sense.
    ///
    /// @return the exit code
    @Override
    public final Integer call() {
        if (exo.isVerbose()) {
            more.forEach(flag -> flag.set(true));
        }
        Optional<Meter> meter = exo.meter();
        try {
            arguments.check(name);
            return run().number();
        } catch (UsageException e) {
            return UsageErrors.report(exo, new Problem("USAGE", String.valueOf(e.getMessage()),
                    "more: exo " + name + " --help", ExitCode.USAGE), e, isJson());
        } finally {
            meter.ifPresent(it -> exo.terminal().err().println(it.report()));
        }
    }

    /// Tells why the verb came to nothing: in a document where JSON is wanted, else among the errors.
    ///
    /// @param document begins that document
    final ExitCode fail(Problem problem, Throwable cause, Printer printer, Supplier<Json> document) {
        if (isJson()) {
            Json failed = document.get();
            problem.write(failed);
            printer.raw(failed.end() + "\n");
            printer.trace(cause);
        } else {
            printer.fail(problem, cause);
        }
        return problem.exit();
    }

    private boolean isJson() {
        return flags.stream().anyMatch(flag -> flag.name().equals("--json") && flag.isSet());
    }

    /// Tells whether the help leaves the verb out, because only programs call it.
    boolean isHidden() {
        return false;
    }

    final Exo exo() {
        return exo;
    }

    final String name() {
        return name;
    }

    final String description() {
        return description;
    }

    final Arguments arguments() {
        return arguments;
    }

    final List<String> footer() {
        return footer;
    }

    final List<Flag> flags() {
        return flags;
    }

    final List<Option> options() {
        return options;
    }
}
