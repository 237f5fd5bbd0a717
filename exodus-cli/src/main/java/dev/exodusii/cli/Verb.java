package dev.exodusii.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Something that `exo` can do: one subclass for each.
abstract class Verb implements Callable<Integer> {

    private final String name;
    private final String description;
    private final Arguments arguments;
    private final List<String> footer;
    private final List<Flag> flags = new ArrayList<>();

    /// @param name        what the user types
    /// @param description what it does, in a sentence
    /// @param arguments   what it takes besides options
    /// @param footer      lines below its help
    Verb(String name, String description, Arguments arguments, String... footer) {
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

    /// Does what was asked for.
    ///
    /// @return the exit code
    @Override
    public abstract Integer call();

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
}
