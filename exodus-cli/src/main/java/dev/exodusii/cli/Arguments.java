package dev.exodusii.cli;

import java.util.List;

/// What a verb takes besides options.
final class Arguments {

    private final String label;
    private final String arity;
    private final String description;
    private List<String> values = List.of();

    /// @param label       what stands for them in the help
    /// @param arity       how many there may be, as picocli writes it: `1..*`
    /// @param description what they are
    Arguments(String label, String arity, String description) {
        this.label = label;
        this.arity = arity;
        this.description = description;
    }

    String label() {
        return label;
    }

    String arity() {
        return arity;
    }

    String description() {
        return description;
    }

    /// Returns the arguments as the user typed them.
    List<String> values() {
        return values;
    }

    void set(List<String> typed) {
        values = List.copyOf(typed);
    }
}
