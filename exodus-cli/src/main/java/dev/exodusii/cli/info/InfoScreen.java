package dev.exodusii.cli.info;

import dev.exodusii.CompositeVariable;
import dev.exodusii.Decomposition;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.QaRecord;
import dev.exodusii.TimeAxis;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.ShellWord;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.MinMax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The summary of a file on one screen: what it is, its mesh and time, blocks and sets, variables, records, health.
/// What a file does not have takes no line.
public final class InfoScreen {

    private static final int INDENT = 2;
    private static final int LABEL_WIDTH = 8;
    private static final int NAME_WIDTH = 26;
    private static final int SECOND_COLUMN = 48;
    private static final int CONTINUED = 10;
    private static final int FINDINGS = 5;
    private static final int QA_RECORDS = 3;
    private static final int DIGITS = 7;
    /// How long lists may be, tried one after the other until the report fits on the screen.
    private static final List<Integer> SHORTER = List.of(24, 16, 12, 9, 7, 5, 4, 3, 2);

    private final Summary summary;
    private final ExodusFile file;
    private final boolean isAll;
    private final Page page;
    private final List<Text> lines = new ArrayList<>();
    private boolean isShortened;

    private InfoScreen(Summary summary, boolean isAll, Page page) {
        this.summary = summary;
        this.file = summary.file();
        this.isAll = isAll;
        this.page = page;
    }

    /// Draws the screen.
    ///
    /// @param summary what is known of the file
    /// @param isAll   whether to show everything, however long
    /// @param page    the room there is
    /// @param height  how many lines there may be before lists are shortened
    /// @return the lines
    public static List<Text> draw(Summary summary, boolean isAll, Page page, int height) {
        List<Text> drawn = new InfoScreen(summary, isAll, isAll ? page : page.shortened(height, height)).draw();
        for (int i = 0; !isAll && drawn.size() > height && i < SHORTER.size(); i++) {
            int rows = SHORTER.get(i);
            drawn = new InfoScreen(summary, false, page.shortened(rows, Math.max(1, rows / 2))).draw();
        }
        return drawn;
    }

    /// Adds what there is of the step at which a file was cut short; nothing where it was not.
    ///
    /// @param screen the screen
    /// @param file   the file
    /// @param page   the room there is
    /// @return the longer screen
    public static List<Text> withPartialStep(List<Text> screen, ExodusFile file, Page page) {
        List<Text> longer = new ArrayList<>(screen);
        PartialStep.of(file.container()).ifPresent(partial -> {
            longer.add(Text.EMPTY);
            longer.addAll(partial.lines(page));
        });
        return longer;
    }

    private List<Text> draw() {
        heading();
        title();
        mesh();
        time();
        part();
        tables();
        names();
        if (isAll) {
            lines.addAll(new InfoDetails(summary, page).lines());
        }
        findings();
        if (isShortened) {
            Text command = Text.of(Style.FAINT, "exo info --all " + ShellWord.of(summary.name()));
            Text does = Text.of(Style.FAINT, " shows everything");
            if (command.width() + does.width() <= page.breakAt()) {
                lines.add(command.plus(does));
            } else {
                lines.add(Text.of(Style.FAINT, "everything is shown by"));
                lines.add(command);
            }
        }
        return lines;
    }

    private void heading() {
        Text name = Text.of(Style.STRONG, summary.name());
        Text start = name.padRight(Math.max(NAME_WIDTH, name.width() + 2)).plus(Numbers.bytes(summary.bytes()));
        List<String> parts = new ArrayList<>();
        parts.add("Exodus" + file.version().map(version -> " " + version).orElse(""));
        parts.add(file.container().format().label() + " (" + file.container().format().description() + ")");
        summary.floatBytes().ifPresent(bytes -> parts.add(bytes + "-byte floats"));
        parts.add(8 * summary.idBytes() + "-bit ids");
        append(start, 3, Text.of(String.join(", ", parts)), CONTINUED);
    }

    /// Adds two texts as one line or, where that is too long, as two.
    private void append(Text left, int gap, Text right, int indent) {
        if (left.width() + gap + right.width() <= page.breakAt()) {
            lines.add(left.padRight(left.width() + gap).plus(right));
        } else {
            lines.add(left);
            Text start = Text.of(" ".repeat(indent));
            boolean isTooLong = indent + right.width() > page.breakAt();
            (isTooLong ? Layout.wrap(right.toString(), page.breakAt() - indent) : List.of(right))
                    .forEach(line -> lines.add(start.plus(line)));
        }
    }

    private void row(String label, String left, String right) {
        row(label, Text.of(left), Text.of(right));
    }

    private void row(String label, Text left, Text right) {
        Text start = label(label, LABEL_WIDTH).plus(left);
        if (right.isEmpty()) {
            lines.add(start);
            return;
        }
        int wide = SECOND_COLUMN + right.width() <= page.breakAt() ? SECOND_COLUMN - start.width() : 0;
        append(start, Math.max(3, wide), right, INDENT + LABEL_WIDTH);
    }

    private static Text label(String label, int width) {
        return Text.of(" ".repeat(INDENT)).plus(Text.of(Style.LABEL, label)).padRight(INDENT + width);
    }

    private void title() {
        // Many programs put the file's own name there.
        if (!file.title().isBlank() && !summary.name().endsWith(file.title())) {
            lines.add(label("title", LABEL_WIDTH).plus(Text.of(file.title())).shortened(page.breakAt()));
        }
    }

    private void mesh() {
        List<String> parts = new ArrayList<>();
        if (file.dimension() > 0) {
            parts.add(file.dimension() + "-D");
        }
        addCount(parts, file.nodeCount(), "node");
        addCount(parts, file.edgeCount(), "edge");
        addCount(parts, file.faceCount(), "face");
        addCount(parts, file.elementCount(), "element");
        if (!parts.isEmpty()) {
            row("mesh", String.join("  ", parts), summary.isBoxLeftOut() ? "box: --box"
                    : summary.box().map(this::extent).orElse(""));
        }
    }

    private static void addCount(List<String> parts, long count, String noun) {
        if (count > 0) {
            parts.add(Numbers.count(count, noun));
        }
    }

    private String extent(Box box) {
        StringBuilder extent = new StringBuilder();
        for (int axis = 0; axis < box.axes().size(); axis++) {
            MinMax range = box.axes().get(axis);
            extent.append(axis == 0 ? "" : "   ").append("xyz".charAt(axis)).append(' ')
                    .append(real(range.min(), box.type())).append(" .. ").append(real(range.max(), box.type()));
            if (range.nans() > 0) {
                extent.append(" (").append(Numbers.grouped(range.nans())).append(" NaN)");
            }
        }
        return extent.toString();
    }

    /// People get what they can take in at a glance, pipes every digit.
    private String real(double value, ElementType type) {
        if (page.breakAt() != Integer.MAX_VALUE) {
            return Numbers.rounded(value, DIGITS);
        }
        return type == ElementType.FLOAT ? Numbers.real((float) value) : Numbers.real(value);
    }

    private void time() {
        TimeAxis times = file.times();
        Health health = summary.health();
        Style style = health.state().isSound() ? Style.GOOD : Style.WARNING;
        if (times.isEmpty()) {
            row("file", Text.of(style, health.inShort()), Text.EMPTY);
            return;
        }
        boolean hasLost = health.layout().recordsDeclared() > times.steps();
        String steps = Numbers.count(times.steps(), hasLost ? "complete step" : "step");
        String range = times.stored().map(stored -> ", " + real(stored.get(0), stored.type())
                + (times.steps() == 1 ? "" : " .. " + real(stored.get(times.steps() - 1), stored.type()))).orElse("");
        row("time", Text.of(steps + range), Text.of(style, "file " + health.inShort()));
    }

    private void part() {
        file.decomposition().ifPresent(decomposition -> {
            List<String> whole = new ArrayList<>();
            decomposition.globalNodes().ifPresent(count -> addCount(whole, count, "node"));
            decomposition.globalElements().ifPresent(count -> addCount(whole, count, "element"));
            row("part", partName(decomposition), whole.isEmpty() ? "" : "whole mesh: " + String.join("  ", whole));
        });
    }

    private static String partName(Decomposition decomposition) {
        if (!decomposition.isParallel() || decomposition.processorsInFile() != 1) {
            return "data of " + Numbers.count(decomposition.processorsInFile(), "rank") + " of a decomposed mesh";
        }
        String count = decomposition.processors().isPresent()
                ? " of " + Numbers.grouped(decomposition.processors().getAsLong()) : " of a decomposed mesh";
        return (decomposition.rank().isPresent() ? "rank " + decomposition.rank().getAsLong() : "one") + count;
    }

    private void tables() {
        EntityTables tables = new EntityTables(file, page);
        List<Text> drawn = tables.lines(INDENT);
        if (!drawn.isEmpty()) {
            lines.add(Text.EMPTY);
            drawn.forEach(line -> lines.add(line.isEmpty() ? line : Text.of(" ".repeat(INDENT)).plus(line)));
        }
        isShortened |= tables.isShortened();
    }

    private void names() {
        Map<String, List<Text>> rows = new LinkedHashMap<>();
        addVariables(rows, EntityKind.GLOBAL);
        addVariables(rows, EntityKind.NODAL);
        for (EntityKind kind : EntityKind.values()) {
            if (kind != EntityKind.GLOBAL && kind != EntityKind.NODAL) {
                addVariables(rows, kind);
            }
        }
        for (EntityKind kind : EntityKind.values()) {
            put(rows, "per " + kind.label(), grouped(file.reductionVariables(kind).names()));
        }
        put(rows, "records", records());
        if (rows.isEmpty()) {
            return;
        }
        lines.add(Text.EMPTY);
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
        rows.forEach((label, items) -> addFlow(label, width, items));
    }

    private void addVariables(Map<String, List<Text>> rows, EntityKind kind) {
        put(rows, kind.label().replace(" block", ""), grouped(file.variables(kind).names()));
    }

    private static void put(Map<String, List<Text>> rows, String label, List<Text> items) {
        if (!items.isEmpty()) {
            rows.put(label, items);
        }
    }

    private static List<Text> grouped(List<String> names) {
        return CompositeVariable.group(names).stream()
                .map(variable -> Text.of(variable.label().isEmpty() ? "(unnamed)" : variable.label())).toList();
    }

    private void addFlow(String label, int width, List<Text> items) {
        int room = page.breakAt() == Integer.MAX_VALUE ? page.breakAt() : Math.max(20, page.breakAt() - INDENT - width);
        List<Text> flow = Layout.flow(items, room, page.lines());
        isShortened |= flow.size() == page.lines() && Layout.flow(items, room, Integer.MAX_VALUE).size() > flow.size();
        for (int i = 0; i < flow.size(); i++) {
            lines.add(label(i == 0 ? label : "", width).plus(flow.get(i)));
        }
    }

    private List<Text> records() {
        List<QaRecord> qa = file.qaRecords();
        List<Text> records = new ArrayList<>();
        if (!qa.isEmpty()) {
            String programs = qa.stream().limit(QA_RECORDS)
                    .map(record -> (record.code() + " " + record.version()).strip())
                    .filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(", "));
            records.add(Text.of(Numbers.grouped(qa.size()) + " QA" + (programs.isEmpty() ? ""
                    : " (" + programs + (qa.size() > QA_RECORDS ? ", ..." : "") + ")")));
        }
        if (file.infoRecordCount() > 0) {
            records.add(Text.of(Numbers.count(file.infoRecordCount(), "info line") + (isAll ? "" : " (--all)")));
        }
        return records;
    }

    private void findings() {
        List<Text> found = new ArrayList<>();
        boolean isSound = summary.health().state().isSound();
        for (List<String> sentences : summary.health().messages()) {
            if (!isSound || isAll) {
                found.addAll(message(isSound ? "note: " : "warning: ", sentences));
            }
        }
        int shown = 0;
        int hidden = 0;
        for (Finding finding : summary.health().others()) {
            boolean isNote = finding.severity() == Severity.INFO;
            if (isAll || !isNote && shown < FINDINGS) {
                found.addAll(message(isNote ? "note: " : "warning: ",
                        List.of(finding.place() + ": " + finding.text())));
                shown++;
            } else if (!isNote) {
                hidden++;
            }
        }
        if (hidden > 0) {
            found.add(Text.of(" ".repeat("warning: ".length())).plus(Layout.more(hidden)));
            isShortened = true;
        }
        if (!found.isEmpty()) {
            lines.add(Text.EMPTY);
            lines.addAll(found);
        }
    }

    private List<Text> message(String label, List<String> sentences) {
        List<Text> wrapped = new ArrayList<>();
        for (String sentence : sentences) {
            Text start = wrapped.isEmpty() ? Text.of(label.startsWith("w") ? Style.WARNING : Style.LABEL, label)
                    : Text.of(" ".repeat(label.length()));
            wrapped.addAll(Layout.wrap(start, sentence, label.length(), page.breakAt()));
        }
        return wrapped;
    }
}
