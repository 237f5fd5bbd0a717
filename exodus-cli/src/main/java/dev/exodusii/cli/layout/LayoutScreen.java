package dev.exodusii.cli.layout;

import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Table;
import dev.exodusii.cli.text.Text;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Where the values lie: header, fixed part, records, and what takes the room.
public final class LayoutScreen {

    private static final int USUAL = 8;
    private static final String INDENT = "  ";
    private static final String GAP = "   ";

    private final String name;
    private final NetcdfFile file;
    private final Layout layout;
    private final List<Text> lines = new ArrayList<>();

    private LayoutScreen(String name, NetcdfFile file) {
        this.name = name;
        this.file = file;
        this.layout = file.layout();
    }

    /// Draws the screen.
    ///
    /// @param name  the file as the user named it
    /// @param file  the open file
    /// @param isAll whether all variables are listed, in the order of the file, and not just the largest
    /// @param page  the room there is
    /// @return the lines
    public static List<Text> draw(String name, NetcdfFile file, boolean isAll, Page page) {
        LayoutScreen screen = new LayoutScreen(name, file);
        screen.heading(page);
        screen.ranges(page);
        screen.variables(isAll, page);
        screen.alignment(page);
        return screen.lines;
    }

    private void heading(Page page) {
        Text heading = Text.of(Style.STRONG, name);
        Text what = Text.of(Numbers.grouped(layout.fileBytes()) + " bytes, " + file.format().label() + " ("
                + file.format().description() + ")");
        if (heading.width() + GAP.length() + what.width() <= page.breakAt()) {
            lines.add(heading.plus(GAP).plus(what));
        } else {
            lines.add(heading);
            lines.add(Text.of(INDENT).plus(what));
        }
    }

    private void ranges(Page page) {
        List<Variable> fixed = file.variables().stream().filter(variable -> !variable.isRecord()).toList();
        List<Variable> records = file.variables().stream().filter(Variable::isRecord).toList();
        Usage usage = Usage.of(file);
        Table table = new Table().words("").numbers("FROM").numbers("TO").numbers("BYTES").numbers("SHARE").words("");
        row(table, "header", span(0, layout.headerBytes()), usage.header(), Numbers.count(file.variables().size(),
                "variable") + ", " + Numbers.count(file.dimensions().size(), "dimension"));
        if (!fixed.isEmpty()) {
            long from = fixed.stream().mapToLong(Variable::begin).min().orElse(0);
            long to = fixed.stream().mapToLong(variable -> variable.begin() + bytes(variable)).max().orElse(from);
            row(table, "fixed", span(from, to), usage.fixed(), Numbers.count(fixed.size(), "variable"));
        }
        if (!records.isEmpty()) {
            long from = layout.recordStart();
            row(table, "records", span(from, from + layout.records() * layout.recordStride()), usage.records(),
                    Numbers.count(records.size(), "variable") + ", " + Numbers.grouped(layout.records()) + " x "
                            + Numbers.grouped(layout.recordStride()) + " bytes");
        }
        if (usage.padding() > 0) {
            row(table, "padding", List.of("", ""), usage.padding(), "between values");
        }
        if (usage.behind() > 0) {
            row(table, "behind", span(layout.fileBytes() - usage.behind(), layout.fileBytes()), usage.behind(),
                    layout.isTruncated() ? "an incomplete record" : layout.recordsComplete() > layout.records()
                            ? Numbers.count(layout.recordsComplete() - layout.records(), "record") + ", not counted"
                            : "not part of the data");
        }
        row(table, "file", span(0, layout.fileBytes()), layout.fileBytes(), "");
        table.lines().forEach(line -> lines.add(Text.of(INDENT).plus(line).shortened(page.breakAt())));
        if (layout.isTruncated()) {
            message(Style.WARNING, "warning: ", "the header declares " + (layout.dataBytes() == Long.MAX_VALUE
                    ? "more bytes than any file can have" : Numbers.grouped(layout.dataBytes()) + " bytes")
                    + "; only complete records are counted here", page);
        }
    }

    private static List<String> span(long from, long to) {
        return List.of(Numbers.grouped(from), Numbers.grouped(to));
    }

    private void row(Table table, String what, List<String> span, long bytes, String more) {
        table.row(List.of(Text.of(Style.LABEL, what), Text.of(span.getFirst()), Text.of(span.getLast()),
                Text.of(Numbers.grouped(bytes)), Text.of(share(bytes)), Text.of(more)));
    }

    private String share(long bytes) {
        return String.format(Locale.ROOT, "%.2f %%", layout.fileBytes() == 0 ? 0
                : 100.0 * bytes / layout.fileBytes());
    }

    private void message(Style style, String label, String sentence, Page page) {
        lines.addAll(dev.exodusii.cli.text.Layout.wrap(Text.of(style, label), sentence, label.length(), page.breakAt()));
    }

    private long bytes(Variable variable) {
        return Extent.bytes(file, variable);
    }

    private void variables(boolean isAll, Page page) {
        List<Variable> shown = file.variables();
        if (shown.isEmpty()) {
            return;
        }
        if (!isAll) {
            shown = shown.stream().sorted(Comparator.comparingLong(this::bytes).reversed()).limit(USUAL).toList();
        }
        Table table = new Table().words(isAll ? "VARIABLE" : "LARGEST").words("TYPE").words("SHAPE").numbers("FROM")
                .numbers("STRIDE").numbers("MOD 8").numbers("BYTES").numbers("SHARE");
        for (Variable variable : shown) {
            table.row(List.of(Text.of(variable.name()), Text.of(variable.type().label()), Text.of(shape(variable)),
                    Text.of(Numbers.grouped(variable.begin())), Text.of(variable.isRecord()
                            ? Numbers.grouped(layout.recordStride()) : ""), Text.of(Long.toString(variable.begin() % 8)),
                    Text.of(Numbers.grouped(bytes(variable))), Text.of(share(bytes(variable)))));
        }
        lines.add(Text.EMPTY);
        table.lines().forEach(line -> lines.add(Text.of(INDENT).plus(line).shortened(page.breakAt())));
        int hidden = file.variables().size() - shown.size();
        if (hidden > 0) {
            lines.add(Text.of(INDENT).plus(dev.exodusii.cli.text.Layout.more(hidden)).plus(" (--all)"));
        }
    }

    private String shape(Variable variable) {
        return variable.dimensions().stream().map(dimension -> Long.toString(Extent.length(file, dimension)))
                .collect(Collectors.joining(" x "));
    }

    private void alignment(Page page) {
        boolean isAligned = file.variables().stream().filter(variable -> variable.type().byteSize() == Double.BYTES)
                .allMatch(variable -> variable.begin() % 8 == 0
                        && (!variable.isRecord() || layout.recordStride() % 8 == 0));
        if (!isAligned) {
            message(Style.FAINT, INDENT + "note: ", "not all 8-byte values lie at multiples of 8 bytes, which the format"
                    + " does not ask for", page);
        }
    }
}
