package dev.exodusii.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An option with a value. Where it is given several times, a verb uses all values or only the last one.
final class Option {

    private final String name;
    private final String label;
    private final String description;
    private final String alias;
    private List<String> values = List.of();

    Option(String name, String label, String description) {
        this(name, "", label, description);
    }

    /// @param name        what the user types, such as `--step`
    /// @param alias       what the user may type instead, which the help does not tell; or nothing
    /// @param label       what stands for the value in the help, such as `STEPS`
    /// @param description what it does
    Option(String name, String alias, String label, String description) {
        this.name = name;
        this.alias = alias;
        this.label = label;
        this.description = description;
    }

    String name() {
        return name;
    }

    Optional<String> alias() {
        return Optional.of(alias).filter(other -> !other.isEmpty());
    }

    boolean isCalled(String word) {
        return word.equals(name) || !alias.isEmpty() && word.equals(alias);
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    boolean isSet() {
        return !values.isEmpty();
    }

    /// Returns all values in the order of the command line.
    List<String> values() {
        return values;
    }

    /// Returns the last value.
    Optional<String> value() {
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /// Returns the last value as a number of things.
    ///
    /// @throws UsageException when it is no such number
    OptionalLong count() {
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = values.getLast().replace("_", "").replace(",", "");
        if (!digits.matches("[0-9]{1,18}")) {
            throw new UsageException(name + " takes a number, not '" + values.getLast() + "'");
        }
        return OptionalLong.of(Long.parseLong(digits));
    }

    void set(List<String> typed) {
        values = List.copyOf(typed);
    }
}
