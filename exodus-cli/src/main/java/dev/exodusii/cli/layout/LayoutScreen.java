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
import java.util.stream.Collectors;

/// Where the values lie: header, fixed part, records, and what takes the room.
public final class LayoutScreen {

    private static final int USUAL = 8;

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
        screen.heading();
        screen.ranges();
        screen.variables(isAll, page);
        screen.alignment();
        return screen.lines;
    }

    private void heading() {
        lines.add(Text.of(Style.STRONG, name).plus("   " + Numbers.grouped(layout.fileBytes()) + " bytes, "
                + file.format().label() + " (" + file.format().description() + ")"));
    }

    private void ranges() {
        List<Variable> fixed = file.variables().stream().filter(variable -> !variable.isRecord()).toList();
        List<Variable> records = file.variables().stream().filter(Variable::isRecord).toList();
        Table table = new Table().words("").numbers("FROM").numbers("TO").numbers("BYTES").words("");
        row(table, "header", 0, layout.headerBytes(), Numbers.count(file.variables().size(), "variable") + ", "
                + Numbers.count(file.dimensions().size(), "dimension"));
        if (!fixed.isEmpty()) {
            long from = fixed.stream().mapToLong(Variable::begin).min().orElse(0);
            long to = fixed.stream().mapToLong(variable -> variable.begin() + bytes(variable)).max().orElse(from);
            row(table, "fixed", from, to, Numbers.count(fixed.size(), "variable"));
        }
        if (!records.isEmpty()) {
            long from = layout.recordStart();
            row(table, "records", from, from + layout.records() * layout.recordStride(), Numbers.count(layout.records(),
                    "record") + " of " + Numbers.grouped(layout.recordStride()) + " bytes, "
                    + Numbers.count(records.size(), "variable"));
        }
        table.lines().forEach(line -> lines.add(Text.of("  ").plus(line)));
        if (layout.isTruncated()) {
            lines.add(Text.of(Style.WARNING, "warning: ").plus("the header declares " + (layout.dataBytes()
                    == Long.MAX_VALUE ? "more bytes than any file can have" : Numbers.grouped(layout.dataBytes())
                    + " bytes") + "; only complete records are counted here"));
        }
    }

    private static void row(Table table, String what, long from, long to, String more) {
        table.row(List.of(Text.of(Style.LABEL, what), Text.of(Numbers.grouped(from)), Text.of(Numbers.grouped(to)),
                Text.of(Numbers.grouped(to - from)), Text.of(more)));
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
            double share = layout.fileBytes() == 0 ? 0 : 100.0 * bytes(variable) / layout.fileBytes();
            table.row(List.of(Text.of(variable.name()), Text.of(variable.type().label()), Text.of(shape(variable)),
                    Text.of(Numbers.grouped(variable.begin())), Text.of(variable.isRecord()
                            ? Numbers.grouped(layout.recordStride()) : ""), Text.of(Long.toString(variable.begin() % 8)),
                    Text.of(Numbers.grouped(bytes(variable))), Text.of(Numbers.rounded(share, 3) + " %")));
        }
        lines.add(Text.EMPTY);
        table.lines().forEach(line -> lines.add(Text.of("  ").plus(line).shortened(page.breakAt())));
        int hidden = file.variables().size() - shown.size();
        if (hidden > 0) {
            lines.add(Text.of("  ").plus(dev.exodusii.cli.text.Layout.more(hidden)).plus(" (--all)"));
        }
    }

    private String shape(Variable variable) {
        return variable.dimensions().stream().map(dimension -> Long.toString(Extent.length(file, dimension)))
                .collect(Collectors.joining(" x "));
    }

    private void alignment() {
        boolean isAligned = file.variables().stream().filter(variable -> variable.type().byteSize() == Double.BYTES)
                .allMatch(variable -> variable.begin() % 8 == 0
                        && (!variable.isRecord() || layout.recordStride() % 8 == 0));
        if (!isAligned) {
            lines.add(Text.of("  ").plus(Text.of(Style.FAINT, "note: ")).plus("not all 8-byte values lie at multiples of 8"
                    + " bytes, which the format does not ask for"));
        }
    }
}
