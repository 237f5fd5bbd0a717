package dev.exodusii.check;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects what the checks find, in their order.
final class Findings {

    private final List<CheckFinding> found = new ArrayList<>();
    private final Set<String> announced = new HashSet<>();
    private final int most;
    private long checks;
    private long values;

    /// @param most how many examples a finding has
    Findings(int most) {
        this.most = most;
    }

    /// Does one check; a list that cannot be read is a finding, and the other checks go on.
    ///
    /// @return whether everything could be read
    boolean check(String place, Runnable check) {
        checks++;
        try {
            check.run();
            return true;
        } catch (DamagedDataException e) {
            if (!announced.contains(e.place())) {
                add(Severity.ERROR, CheckCode.UNREADABLE, place,
                        "cannot be read: " + e.place() + " " + e.problem(), 1, List.of());
            }
            return false;
        }
    }

    /// Notes that the damage of a variable has been told: that a check fails for it needs no finding of its own.
    void announce(String variable) {
        announced.add(variable);
    }

    void read(long count) {
        values += count;
    }

    int most() {
        return most;
    }

    Tally tally() {
        return new Tally(most);
    }

    void add(Severity severity, CheckCode code, String place, String message, Tally tally) {
        if (tally.count() > 0) {
            add(severity, code, place, message, tally.count(), tally.examples());
        }
    }

    void add(Severity severity, CheckCode code, String place, String message, long count, List<String> examples) {
        add(new CheckFinding(severity, code.name(), place, message, count, examples));
    }

    void add(CheckFinding finding) {
        found.add(finding);
    }

    CheckReport report() {
        return new CheckReport(found, checks, values);
    }
}
