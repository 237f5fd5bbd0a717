package dev.exodusii.cli.exodiff;

import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.compare.ComparisonEvent;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.Stage;
import dev.exodusii.compare.ValueDifference;
import dev.exodusii.compare.VariableResult;
import dev.exodusii.compare.Verdict;
import java.util.ArrayList;
import java.util.List;

/// The screen of `exo diff`: what differs, how much and where; and how much is the same.
public final class DiffScreen {

    private static final int MOST_MESSAGES = 20;
    private static final int DIGITS = 3;

    private DiffScreen() {}

    /// Lays out a report.
    ///
    /// @param report the report
    /// @param silent how many sets do not count, since they have no variables
    /// @param page   the room there is
    /// @return the lines
    public static List<Text> of(ComparisonReport report, long silent, Page page) {
        List<Text> lines = new ArrayList<>();
        List<ComparisonEvent.Message> messages = report.messages().stream().filter(DiffScreen::isNews).toList();
        messages.stream().limit(MOST_MESSAGES).forEach(message -> addMessage(message, page, lines));
        if (messages.size() > MOST_MESSAGES) {
            lines.add(Text.of("  ... and " + Numbers.count(messages.size() - MOST_MESSAGES, "message")
                    + " more; --json has them"));
        }
        List<Entry> different = new ArrayList<>();
        report.coordinates().forEach(axis -> different.add(new Entry("coord/" + axis.name(), axis)));
        report.times().ifPresent(times -> different.add(new Entry("time", times)));
        report.variables().forEach(variable -> different.add(new Entry(name(variable), variable)));
        int width = different.stream().filter(entry -> entry.result().over() > 0)
                .mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (Entry entry : different) {
            entry.result().worst().ifPresent(worst -> addLine(entry, worst, width, page, lines));
        }
        addEqual(report, lines);
        addVerdict(report, silent, page, lines);
        return lines;
    }

    /// What only sums up what was told before is not worth a line.
    private static boolean isNews(ComparisonEvent.Message message) {
        return !message.text().startsWith(".. Differences found in ");
    }

    private static void addMessage(ComparisonEvent.Message message, Page page, List<Text> lines) {
        Text label = Text.of("  ").plus(switch (message.level()) {
            case DIFFERENCE -> Text.of(Style.ERROR, "differs: ");
            case WARNING -> Text.of(Style.WARNING, "warning: ");
            case INFO -> Text.of("note: ");
        });
        String text = message.oneLine().replaceFirst("^\\.* *", "").strip();
        List<Text> wrapped = Layout.wrap(text, page.breakAt() - label.width());
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add((i == 0 ? label : Text.of("    ")).plus(wrapped.get(i)));
        }
    }

    private static String name(VariableResult variable) {
        return variable.name().equals("Distribution Factors") ? "sset/distribution factors"
                : Tolerances.address(variable.kind(), variable.name());
    }

    /// One line where there is room, otherwise two.
    private static void addLine(Entry entry, ValueDifference worst, int width, Page page, List<Text> lines) {
        VariableResult variable = entry.result();
        String delta = worst.isNan() ? "NaN in file " + (Double.isNaN(worst.first()) ? 1 : 2)
                : "max " + worst.tolerance().mode().abbreviation() + " " + Numbers.rounded(worst.delta(), DIGITS);
        Text start = Text.of("  " + entry.name()).padRight(width + 4).plus(Text.of(Style.ERROR, "DIFFERS"));
        String values = delta + place(worst) + (worst.step() > 0 ? " step " + (worst.step() - 1) : "")
                + ": " + Numbers.real(worst.first()) + " and " + Numbers.real(worst.second());
        String count = Numbers.grouped(variable.over()) + " of " + Numbers.count(variable.compared(),
                entry.name().equals("time") ? "step" : "value") + " over";
        Text whole = start.plus("  " + values + "   (" + count + ")");
        if (whole.width() <= page.breakAt()) {
            lines.add(whole);
        } else {
            lines.add(start.plus("  " + count + ","));
            Layout.wrap(values, page.breakAt() - 6).forEach(line -> lines.add(Text.of("      ").plus(line)));
        }
    }

    private static String place(ValueDifference worst) {
        ValueDifference.Place place = worst.place();
        return switch (worst.kind()) {
            case GLOBAL -> " at";
            case NODAL -> " at node " + place.id();
            case ELEMENT, ELEMENT_ATTRIBUTE -> " at element " + place.id() + " of block " + place.block();
            case NODE_SET -> " at node " + place.id() + " of node set " + place.block();
            case SIDE_SET -> " at side " + place.id() + "." + place.side() + " of side set " + place.block();
            case EDGE_BLOCK -> " at entry " + place.id() + " of edge block " + place.block();
            case FACE_BLOCK -> " at entry " + place.id() + " of face block " + place.block();
        };
    }

    private static void addEqual(ComparisonReport report, List<Text> lines) {
        long equal = report.variables().stream().filter(variable -> variable.over() == 0).count();
        if (report.stage() == Stage.RESULTS && equal > 0) {
            lines.add(Text.of("  " + Numbers.count(equal, "variable") + " equal over "
                    + Numbers.count(report.steps(), "step")));
        }
    }

    private static void addVerdict(ComparisonReport report, long silent, Page page, List<Text> lines) {
        if (report.verdict() == Verdict.SAME) {
            lines.add(Text.of(Style.GOOD, "same").plus(silent == 0 ? "" : "   (" + Numbers.count(silent, "set")
                    + " without variables: only --pedantic compares what is in them)"));
            return;
        }
        String what = report.verdict() == Verdict.ERROR ? "cannot be compared"
                : report.stage() == Stage.MESH ? "different mesh" : report.stage() == Stage.ORDER ? "different order"
                : "different";
        Text verdict = Text.of(Style.ERROR, what);
        String reason = report.stage() == Stage.MESH ? "" : report.reason();
        if (reason.isEmpty()) {
            lines.add(verdict);
        } else if (verdict.width() + 2 + reason.length() <= page.breakAt()) {
            lines.add(verdict.plus(": " + reason));
        } else {
            lines.add(verdict.plus(":"));
            Layout.wrap(reason, page.breakAt() - 2).forEach(line -> lines.add(Text.of("  ").plus(line)));
        }
        if (reason.startsWith("Unable to match ")) {
            lines.add(Text.of("  --match order pairs nodes and elements by index, --match position by place"));
        }
    }

    /// What differs, as it is called.
    private record Entry(String name, VariableResult result) {}
}
