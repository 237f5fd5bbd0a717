package dev.exodusii.cli.text;

import java.util.ArrayList;
import java.util.List;

/// Rows in columns, with a heading for each column. Words are aligned to the left, numbers to the right.
public final class Table {

    private static final String GAP = "  ";

    private record Column(String heading, boolean isNumber) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<Text>> rows = new ArrayList<>();
    private final List<Text> endings = new ArrayList<>();

    /// Adds a column of words.
    ///
    /// @param heading its heading
    /// @return this table
    public Table words(String heading) {
        columns.add(new Column(heading, false));
        return this;
    }

    /// Adds a column of numbers.
    ///
    /// @param heading its heading
    /// @return this table
    public Table numbers(String heading) {
        columns.add(new Column(heading, true));
        return this;
    }

    /// Adds a row.
    ///
    /// @param cells one text for each column
    public void row(List<Text> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(List.copyOf(cells));
    }

    /// Adds a line below all rows.
    ///
    /// @param text the line
    public void ending(Text text) {
        endings.add(text);
    }

    /// Lays the table out.
    ///
    /// @return the heading and one line for each row, all equally wide
    public List<Text> lines() {
        int[] widths = new int[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = columns.get(c).heading.length();
            for (List<Text> row : rows) {
                widths[c] = Math.max(widths[c], row.get(c).width());
            }
        }
        List<Text> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(column -> Text.of(Style.LABEL, column.heading)).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.addAll(endings);
        int width = lines.stream().mapToInt(Text::width).max().orElse(0);
        return lines.stream().map(line -> line.padRight(width)).toList();
    }

    private Text line(List<Text> cells, int[] widths) {
        Text line = Text.EMPTY;
        for (int c = 0; c < widths.length; c++) {
            Text cell = cells.get(c);
            line = line.plus(c == 0 ? "" : GAP)
                    .plus(columns.get(c).isNumber ? cell.padLeft(widths[c]) : cell.padRight(widths[c]));
        }
        return line;
    }
}
