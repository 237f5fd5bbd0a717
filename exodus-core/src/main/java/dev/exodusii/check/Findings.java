package dev.exodusii.check;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/// Collects what the checks find, in their order.
final class Findings {

    private final List<CheckFinding> found = new ArrayList<>();
    private final int most;
    private long checks;
    private long values;

    /// @param most how many examples a finding has
    Findings(int most) {
        this.most = most;
    }

    /// Does one check; a list that cannot be read is a finding, and the other checks go on.
    void check(String place, Runnable check) {
        checks++;
        try {
            check.run();
        } catch (DamagedDataException e) {
            add(Severity.ERROR, CheckCode.UNREADABLE, place, "cannot be read: " + e.getMessage(), 1, List.of());
        }
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
        found.add(new CheckFinding(severity, code.name(), place, message, count, examples));
    }

    void add(CheckFinding finding) {
        found.add(finding);
    }

    CheckReport report() {
        return new CheckReport(found, checks, values);
    }
}
