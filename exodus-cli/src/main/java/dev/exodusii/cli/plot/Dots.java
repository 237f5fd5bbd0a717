package dev.exodusii.cli.plot;

import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import java.util.Arrays;
import java.util.List;

/// Cells of a terminal to draw in, finer than characters where Braille may be used: each cell then has two by four dots.
final class Dots {

    /// The bits of a cell's dots, row by row, in the order in which Unicode numbers Braille patterns.
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    private static final int BLANK = 0x2800;
    private static final String MARKS = "●■▲◆▼○□△◇▽";
    private static final String ASCII_MARKS = "*ox+#@%&=$";
    private static final List<Style> STYLES = List.of(Style.BLUE, Style.RED, Style.LIGHT_GREEN, Style.MAGENTA,
            Style.YELLOW, Style.LIGHT_CYAN);

    private final int columns;
    private final int rows;
    private final boolean isAscii;
    private final int[] dots;
    private final int[] owners;
    private final boolean[] marked;

    Dots(int columns, int rows, boolean isAscii) {
        this.columns = columns;
        this.rows = rows;
        this.isAscii = isAscii;
        this.dots = new int[columns * rows];
        this.owners = new int[columns * rows];
        this.marked = new boolean[columns * rows];
        Arrays.fill(owners, -1);
    }

    static char mark(int line, boolean isAscii) {
        String marks = isAscii ? ASCII_MARKS : MARKS;
        return marks.charAt(line % marks.length());
    }

    static Style style(int line) {
        return STYLES.get(line % STYLES.size());
    }

    /// Returns how many dots there are across.
    int width() {
        return isAscii ? columns : 2 * columns;
    }

    /// Returns how many dots there are from top to bottom.
    int height() {
        return isAscii ? rows : 4 * rows;
    }

    private int cell(int x, int y) {
        return (isAscii ? y : y / 4) * columns + (isAscii ? x : x / 2);
    }

    void dot(int x, int y, int line) {
        int cell = cell(x, y);
        dots[cell] |= isAscii ? 1 : BITS[y % 4][x % 2];
        owners[cell] = line;
    }

    /// Puts the line's mark into the cell around a dot.
    void mark(int x, int y, int line) {
        dot(x, y, line);
        marked[cell(x, y)] = true;
    }

    /// Joins two dots.
    void line(int x1, int y1, int x2, int y2, int line) {
        int steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
        for (int i = 0; i <= steps; i++) {
            double share = steps == 0 ? 0 : (double) i / steps;
            dot((int) Math.round(x1 + share * (x2 - x1)), (int) Math.round(y1 + share * (y2 - y1)), line);
        }
    }

    Text row(int row) {
        Text text = Text.EMPTY;
        int from = row * columns;
        for (int start = from; start < from + columns;) {
            int end = start;
            StringBuilder same = new StringBuilder();
            while (end < from + columns && owners[end] == owners[start]) {
                same.append(character(end++));
            }
            text = text.plus(Text.of(owners[start] < 0 ? Style.PLAIN : style(owners[start]), same.toString()));
            start = end;
        }
        return text;
    }

    private char character(int cell) {
        if (owners[cell] < 0) {
            return ' ';
        }
        return isAscii || marked[cell] ? mark(owners[cell], isAscii) : (char) (BLANK + dots[cell]);
    }
}
