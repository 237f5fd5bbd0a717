package dev.exodusii.check;

import dev.exodusii.diagnostic.Severity;
import java.util.List;

/// What a check has found.
///
/// @param findings the findings, in the order of the checks
/// @param checks   how many things were checked: lists, blocks, sets, variables
/// @param values   how many values were looked at
public record CheckReport(List<CheckFinding> findings, long checks, long values) {

    /// Makes the record; the list is copied.
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /// Counts the findings of a severity.
    ///
    /// @param severity the severity
    /// @return how many there are
    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }
}
