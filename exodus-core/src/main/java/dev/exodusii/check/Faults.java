package dev.exodusii.check;

import dev.exodusii.diagnostic.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/// What is wrong with some entries of a block.
final class Faults {

    /// What can be wrong with an entry.
    enum Fault {
        RANGE(Severity.ERROR, CheckCode.CONNECTIVITY_RANGE),
        COLLAPSED(Severity.WARNING, CheckCode.DEGENERATE_ELEMENT),
        REPEATED(Severity.WARNING, CheckCode.REPEATED_NODE),
        EMPTY(Severity.WARNING, CheckCode.ZERO_SIZE),
        INVERTED(Severity.WARNING, CheckCode.INVERTED_ELEMENT),
        DISTORTED(Severity.WARNING, CheckCode.INVERTED_ELEMENT);

        private final Severity severity;
        private final CheckCode code;

        Fault(Severity severity, CheckCode code) {
            this.severity = severity;
            this.code = code;
        }
    }

    private final Map<Fault, Tally> tallies = new EnumMap<>(Fault.class);
    private final int most;

    /// @param most how many examples to keep of each
    Faults(int most) {
        this.most = most;
    }

    void add(Fault fault, Supplier<String> example) {
        tallies.computeIfAbsent(fault, ignored -> new Tally(most)).add(example);
    }

    Faults then(Faults next) {
        next.tallies.forEach((fault, tally) -> tallies.merge(fault, tally, Tally::then));
        return this;
    }

    void report(Findings findings, String place, Map<Fault, String> messages) {
        tallies.forEach((fault, tally) -> findings.add(fault.severity, fault.code, place,
                messages.getOrDefault(fault, ""), tally));
    }
}
