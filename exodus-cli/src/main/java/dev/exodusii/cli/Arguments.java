package dev.exodusii.cli;

import java.util.List;

/// What a verb takes besides options.
final class Arguments {

    private final String label;
    private final int least;
    private final int most;
    private final String description;
    private List<String> values = List.of();

    /// @param label       what stands for them in the help, as a whole, such as `FILE...`
    /// @param least       how many there must be
    /// @param most        how many there may be
    /// @param description what they are
    Arguments(String label, int least, int most, String description) {
        this.label = label;
        this.least = least;
        this.most = most;
        this.description = description;
    }

    String label() {
        return label;
    }

    boolean isRequired() {
        return least > 0;
    }

    /// Returns how many there may be, as picocli writes it.
    String arity() {
        return least + ".." + (most == Integer.MAX_VALUE ? "*" : Integer.toString(most));
    }

    boolean accepts(int count) {
        return count >= least && count <= most;
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
