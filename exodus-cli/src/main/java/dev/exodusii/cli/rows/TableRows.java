package dev.exodusii.cli.rows;

import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Rows as a table for people. The first rows decide how wide the columns are; columns for which there is no room are
/// left out, and said to be.
final class TableRows implements RowWriter {

    private static final int SAMPLE = 500;
    private static final int INDENT = 2;
    private static final int GAP = 2;

    private final List<Column> columns;
    private final int width;
    private final int digits;
    private final Consumer<Text> lines;
    private final BooleanSupplier isBroken;
    private final List<List<Text>> held = new ArrayList<>();
    private List<Text> row = new ArrayList<>();
    private int[] widths = {};

    /// @param width  the columns of the terminal
    /// @param digits how many significant digits numbers have at most; all of them where 0
    TableRows(List<Column> columns, int width, int digits, Consumer<Text> lines, BooleanSupplier isBroken) {
        this.columns = columns;
        this.width = width;
        this.digits = digits;
        this.lines = lines;
        this.isBroken = isBroken;
    }

    @Override
    public RowWriter word(String word) {
        return cell(Text.of(word));
    }

    @Override
    public RowWriter integer(long number) {
        return cell(Text.of(Long.toString(number)));
    }

    @Override
    public RowWriter real(double number) {
        return cell(Text.of(digits == 0 ? Numbers.real(number) : Numbers.rounded(number, digits)));
    }

    @Override
    public RowWriter real(float number) {
        return cell(Text.of(Numbers.real(number)));
    }

    @Override
    public RowWriter absent() {
        return cell(Text.of(Style.FAINT, "-"));
    }

    private RowWriter cell(Text cell) {
        row.add(cell);
        return this;
    }

    @Override
    public void end() {
        if (widths.length > 0) {
            print(row);
        } else {
            held.add(row);
        }
        row = new ArrayList<>();
        if (held.size() == SAMPLE) {
            release();
        }
    }

    private void release() {
        if (widths.length > 0) {
            return;
        }
        widths = columns.stream().mapToInt(column -> Text.of(column.name()).width()).toArray();
        for (List<Text> each : held) {
            for (int c = 0; c < widths.length; c++) {
                widths[c] = Math.max(widths[c], each.get(c).width());
            }
        }
        print(columns.stream().map(column -> Text.of(Style.LABEL, column.name())).toList());
        held.forEach(this::print);
        held.clear();
    }

    private int shown() {
        int used = INDENT;
        int shown = 0;
        while (shown < widths.length && (shown == 0 || used + widths[shown] <= width)) {
            used += widths[shown++] + GAP;
        }
        return shown;
    }

    private void print(List<Text> cells) {
        Text line = Text.of(" ".repeat(INDENT));
        for (int c = 0; c < shown(); c++) {
            Text cell = cells.get(c);
            line = line.plus(c == 0 ? "" : " ".repeat(GAP))
                    .plus(columns.get(c).isNumber() ? cell.padLeft(widths[c]) : cell.padRight(widths[c]));
        }
        lines.accept(line);
    }

    @Override
    public boolean isBroken() {
        return isBroken.getAsBoolean();
    }

    @Override
    public void close() {
        release();
        int hidden = widths.length - shown();
        if (hidden > 0) {
            lines.accept(Text.of(Style.FAINT, "  " + Numbers.count(hidden, "more column") + " to the right: --csv, or"
                    + " a wider window, shows " + (hidden == 1 ? "it" : "them")));
        }
    }
}
