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

    /// Makes sure that there are as many as there must be.
    ///
    /// @param verb the verb that takes them
    /// @throws UsageException when there are more or less
    void check(String verb) {
        if (values.isEmpty() && least > 0) {
            throw new UsageException("missing required parameter: '" + label + "'");
        }
        if (values.size() < least) {
            throw new UsageException("exo " + verb + " takes " + label + ", not only '" + values.getLast() + "'");
        }
        if (values.size() > most) {
            throw new UsageException("exo " + verb + " takes " + label + "; '" + values.get(most) + "' is too much");
        }
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
