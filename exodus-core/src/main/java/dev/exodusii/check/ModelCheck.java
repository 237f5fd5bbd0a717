package dev.exodusii.check;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// Checks everything about a file that can be checked without knowing what it is for.
///
/// Beside what is found when a file is opened ([ExodusFile#findings]) these are: numbers in connectivity, sets and maps
/// that point nowhere or twice to the same place; nodes that no element uses; elements without extent or turned inside
/// out; side numbers and distribution factors against the shapes; times that do not increase; coordinates, attributes,
/// factors and results that are not finite; names that are no text, missing or repeated; assemblies that contain
/// themselves.
///
/// What is legal is no error, however odd: ids may be zero, truth tables may be missing (`exodus-format` §2). Findings do
/// not depend on the number of threads. Memory is a bit for each node and, for ids that lie far apart, some megabytes.
public final class ModelCheck {

    /// What a check when opening takes lightly, because the file can be read all the same, but what is wrong.
    private static final Map<FindingCode, Severity> GRAVER = Map.of(FindingCode.DUPLICATE_ID, Severity.ERROR,
            FindingCode.COUNT_MISMATCH, Severity.ERROR, FindingCode.TRUNCATED_RECORDS, Severity.ERROR,
            FindingCode.DUPLICATE_NAME, Severity.WARNING);

    private ModelCheck() {}

    /// Checks a file.
    ///
    /// @param file         the open file
    /// @param hasResults   whether to read the results too, which are most of a large file
    /// @param mostExamples how many examples each finding has
    /// @param workers      who does the work; told of bytes
    /// @return what was found
    /// @throws CancellationException when somebody stopped the work
    public static CheckReport run(ExodusFile file, boolean hasResults, int mostExamples, Workers workers) {
        return Faults.guard(file.name(), "what is checked of it",
                () -> checked(file, hasResults, mostExamples, workers));
    }

    private static CheckReport checked(ExodusFile file, boolean hasResults, int mostExamples, Workers workers) {
        Findings findings = new Findings(mostExamples);
        findings.check("header", () -> noticed(file, findings));
        Blocks blocks = new Blocks(file, findings, workers);
        blocks.run();
        new Sets(file, blocks, findings).run();
        new Maps(file, findings).run();
        new Labels(file, findings).run();
        Values values = new Values(file, findings, workers);
        values.times();
        values.coordinates();
        values.attributes();
        if (hasResults) {
            values.results();
        }
        return findings.report();
    }

    private static void noticed(ExodusFile file, Findings findings) {
        List<String> cut = new ArrayList<>();
        for (Finding finding : file.findings()) {
            if (finding.severity() == Severity.ERROR) {
                for (String variable : finding.place().split(", ", -1)) {
                    findings.announce(variable);
                }
            }
            if (finding.code() == FindingCode.TRUNCATED_VARIABLE) {
                cut.add(finding.place() + ": " + finding.message());
                continue;
            }
            // What the reference library refuses to open is no use to most programs.
            boolean isRefused = finding.code() == FindingCode.FILE_ATTRIBUTE && finding.severity() == Severity.WARNING;
            Severity severity = isRefused ? Severity.ERROR
                    : GRAVER.getOrDefault(finding.code(), finding.severity());
            findings.add(new CheckFinding(severity, finding.code().name(), finding.place(), finding.message(),
                    finding.count(), finding.examples().stream().limit(findings.most()).toList()));
        }
        if (!cut.isEmpty()) {
            findings.add(new CheckFinding(Severity.ERROR, FindingCode.TRUNCATED_VARIABLE.name(), "variables",
                    "are cut short or missing", cut.size(),
                    cut.subList(0, Math.min(findings.most(), cut.size()))));
        }
    }
}
