package dev.exodusii.cli.check;

import dev.exodusii.ExodusFile;
import dev.exodusii.check.CheckFinding;
import dev.exodusii.check.CheckReport;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The findings of a check on a screen: the gravest first, each with its place, its number and some examples.
public final class CheckScreen {

    private static final int LABEL = 9;

    private CheckScreen() {}

    /// Draws the screen.
    ///
    /// @param name    the file as the user named it
    /// @param file    the open file
    /// @param report  what was found
    /// @param isAll   whether to show what is only worth knowing, too
    /// @param page    the room there is
    /// @return the lines
    public static List<Text> draw(String name, ExodusFile file, CheckReport report, boolean isAll, Page page) {
        List<Text> lines = new ArrayList<>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
            for (CheckFinding finding : report.findings()) {
                if (finding.severity() == severity && (isAll || severity != Severity.INFO)) {
                    add(finding, page.breakAt(), lines);
                }
            }
        }
        Text summary = summary(name, report, isAll);
        String looked = looked(file, report);
        if (summary.width() + 3 + looked.length() <= page.breakAt()) {
            lines.add(summary.plus("   " + looked));
        } else {
            lines.add(summary);
            Layout.wrap(looked, page.breakAt() - 2).forEach(line -> lines.add(Text.of("  ").plus(line)));
        }
        return lines;
    }

    private static void add(CheckFinding finding, int width, List<Text> lines) {
        Text label = Text.of(style(finding.severity()), word(finding.severity())).padRight(LABEL);
        String count = finding.count() > 1 ? " (" + Numbers.grouped(finding.count()) + " times)" : "";
        lines.addAll(Layout.wrap(label, finding.place() + ": " + finding.message() + count, LABEL, width));
        for (String example : finding.examples()) {
            lines.add(Text.of(" ".repeat(LABEL + 2)).plus(Text.of(Style.FAINT, example)).shortened(width));
        }
        if (finding.count() > finding.examples().size() && !finding.examples().isEmpty()) {
            lines.add(Text.of(" ".repeat(LABEL + 2)).plus(Layout.more(finding.count() - finding.examples().size())));
        }
    }

    private static String looked(ExodusFile file, CheckReport report) {
        return "(" + Numbers.count(file.nodeCount(), "node") + ", " + Numbers.count(file.elementCount(), "element")
                + ", " + Numbers.count(file.times().steps(), "step") + "; " + Numbers.count(report.checks(), "check")
                + ", " + Numbers.count(report.values(), "value") + ")";
    }

    private static Text summary(String name, CheckReport report, boolean isAll) {
        long errors = report.count(Severity.ERROR);
        long warnings = report.count(Severity.WARNING);
        long notes = report.count(Severity.INFO);
        Text verdict = errors > 0 ? Text.of(Style.ERROR, Numbers.count(errors, "error"))
                : warnings > 0 ? Text.EMPTY : Text.of(Style.GOOD, "no faults found");
        if (warnings > 0) {
            verdict = verdict.plus(errors > 0 ? ", " : "").plus(Text.of(Style.WARNING, Numbers.count(warnings, "warning")));
        }
        String more = notes > 0 && !isAll ? "; " + Numbers.count(notes, "note") + " (--all)" : "";
        return Text.of(Style.STRONG, name).plus(": ").plus(verdict).plus(more);
    }

    private static String word(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.ERROR;
            case WARNING -> Style.WARNING;
            case INFO -> Style.FAINT;
        };
    }
}
