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
    /// @param report      the report
    /// @param coordinates what is known of coordinates that differ
    /// @param page        the room there is
    /// @return the lines
    public static List<Text> of(ComparisonReport report, List<ComparisonEvent.CoordinateDifference> coordinates,
            Page page) {
        List<Text> lines = new ArrayList<>();
        for (ComparisonEvent.CoordinateDifference found : coordinates) {
            lines.add(Text.of("  coordinate " + found.axis() + "  ").plus(Text.of(Style.ERROR, "DIFFERS"))
                    .plus("  at node " + found.node() + ": " + Numbers.real(found.first())
                            + " and " + Numbers.real(found.second())));
        }
        report.messages().stream().limit(MOST_MESSAGES).forEach(message -> lines.add(message(message)));
        if (report.messages().size() > MOST_MESSAGES) {
            lines.add(Text.of("  ... and " + Numbers.count(report.messages().size() - MOST_MESSAGES, "message")
                    + " more; --json has them"));
        }
        int width = report.variables().stream().filter(variable -> variable.over() > 0)
                .mapToInt(variable -> name(variable).length()).max().orElse(0);
        for (VariableResult variable : report.variables()) {
            variable.worst().ifPresent(worst -> lines.add(line(variable, worst, width)));
        }
        addEqual(report, lines);
        addVerdict(report, page, lines);
        return lines;
    }

    private static Text message(ComparisonEvent.Message message) {
        String text = message.oneLine().replaceFirst("^\\.* *", "").strip();
        return switch (message.level()) {
            case DIFFERENCE -> Text.of("  ").plus(Text.of(Style.ERROR, "differs: ")).plus(text);
            case WARNING -> Text.of("  ").plus(Text.of(Style.WARNING, "warning: ")).plus(text);
            case INFO -> Text.of("  note: " + text);
        };
    }

    private static String name(VariableResult variable) {
        return variable.name().equals("Distribution Factors") ? "sset/distribution factors"
                : Tolerances.address(variable.kind(), variable.name());
    }

    private static Text line(VariableResult variable, ValueDifference worst, int width) {
        String delta = worst.isNan() ? "NaN in file " + (Double.isNaN(worst.first()) ? 1 : 2)
                : "max " + worst.tolerance().mode().abbreviation() + " " + Numbers.rounded(worst.delta(), DIGITS);
        return Text.of("  " + name(variable)).padRight(width + 4).plus(Text.of(Style.ERROR, "DIFFERS"))
                .plus("  " + delta + place(worst) + (worst.step() > 0 ? " step " + (worst.step() - 1) : "") + ": "
                        + Numbers.real(worst.first()) + " and " + Numbers.real(worst.second()) + "   ("
                        + Numbers.grouped(variable.over()) + " of " + Numbers.count(variable.compared(), "value")
                        + " over)");
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

    private static void addVerdict(ComparisonReport report, Page page, List<Text> lines) {
        if (report.verdict() == Verdict.SAME) {
            lines.add(Text.of(Style.GOOD, "same"));
            return;
        }
        String what = report.verdict() == Verdict.ERROR ? "cannot be compared"
                : report.stage() == Stage.MESH ? "different mesh" : report.stage() == Stage.ORDER ? "different order"
                : "different";
        Text verdict = Text.of(Style.ERROR, what);
        if (report.reason().isEmpty()) {
            lines.add(verdict);
        } else if (verdict.width() + 2 + report.reason().length() <= page.breakAt()) {
            lines.add(verdict.plus(": " + report.reason()));
        } else {
            lines.add(verdict.plus(":"));
            Layout.wrap(report.reason(), page.breakAt() - 2).forEach(line -> lines.add(Text.of("  ").plus(line)));
        }
    }
}
