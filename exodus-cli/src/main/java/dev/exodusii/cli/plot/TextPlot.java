package dev.exodusii.cli.plot;

import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import java.util.ArrayList;
import java.util.List;

/// A chart in characters, for a terminal.
public final class TextPlot {

    private static final int LEAST_ROWS = 5;
    private static final int LEAST_COLUMNS = 10;
    private static final int MOST_LEGEND = 4;
    private static final int MARK_EVERY = 12;
    private static final double ROOM = 0.02;

    private final Chart chart;
    private final boolean isAscii;
    private final int width;
    private final List<Text> legend;
    private final int rows;
    private final Extent across;
    private final Extent up;

    private TextPlot(Chart chart, int width, int height, boolean isAscii) {
        this.chart = chart;
        this.isAscii = isAscii;
        this.width = width;
        this.legend = legend();
        this.rows = Math.max(LEAST_ROWS, height - 5 - legend.size());
        Extent times = chart.extentAcross();
        this.across = times.low() < times.high() ? times : times.widened(0);
        this.up = chart.isLog() ? chart.extentUp().widenedLog(ROOM) : chart.extentUp().widened(ROOM);
    }

    /// Draws a chart.
    ///
    /// @param chart   the chart
    /// @param width   the columns that there are
    /// @param height  the lines that there are
    /// @param isAscii whether to use ASCII characters only
    /// @return the lines
    public static List<Text> of(Chart chart, int width, int height, boolean isAscii) {
        return new TextPlot(chart, width, height, isAscii).lines();
    }

    private List<Text> lines() {
        Scale upScale = Scale.of(up);
        List<Double> ticks = chart.isLog() ? Ticks.logarithmic(up, Math.max(2, rows / 3))
                : Ticks.linear(up, Math.max(2, rows / 3));
        String[] labels = new String[rows];
        for (double tick : ticks) {
            Scale scale = chart.isLog() ? Scale.POWERS : upScale;
            labels[row(tick)] = isAscii ? scale.plainText(tick) : scale.text(tick);
        }
        int gutter = 0;
        for (String label : labels) {
            gutter = Math.max(gutter, label == null ? 0 : label.length());
        }
        int columns = Math.max(LEAST_COLUMNS, width - gutter - 3);
        Dots dots = new Dots(columns, rows, isAscii);
        for (int i = 0; i < chart.lines().size(); i++) {
            draw(chart.lines().get(i), i, dots);
        }
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of(Style.STRONG, chart.title()).shortened(width));
        String factor = chart.isLog() ? "" : factor(upScale);
        lines.add(Text.of(Style.LABEL, chart.up()).plus(factor.isEmpty() ? "" : "  (" + factor + ")")
                .shortened(width));
        for (int row = 0; row < rows; row++) {
            boolean isTick = labels[row] != null;
            String edge = isAscii ? isTick ? "+" : "|" : isTick ? "┤" : "│";
            lines.add(Text.of(Style.FAINT, isTick ? labels[row] : "").padLeft(gutter).plus(" ")
                    .plus(Text.of(Style.FAINT, edge)).plus(dots.row(row)));
        }
        lines.addAll(bottom(gutter + 1, columns));
        lines.addAll(legend);
        return lines;
    }

    private String factor(Scale scale) {
        return isAscii ? scale.plainFactor() : scale.factor();
    }

    /// The horizontal axis, and its numbers with what they mean behind the last one or in its place.
    private List<Text> bottom(int gutter, int columns) {
        Scale scale = Scale.of(across);
        String name = chart.across() + (scale.exponent() == 0 ? "" : " (" + factor(scale) + ")");
        StringBuilder axis = new StringBuilder((isAscii ? "-" : "─").repeat(columns));
        StringBuilder numbers = new StringBuilder(" ".repeat(gutter + 1 + columns));
        int most = Math.max(2, columns / 10);
        for (double tick : Ticks.linear(across, most)) {
            int column = (int) Math.round(share(tick, across) * (columns - 1));
            String label = scale.text(tick);
            int start = Math.min(Math.max(0, gutter + 1 + column - label.length() / 2), numbers.length() - label.length());
            boolean isFree = start >= 0
                    && numbers.substring(Math.max(0, start - 2), start + label.length()).isBlank();
            if (isFree) {
                axis.setCharAt(column, isAscii ? '+' : '┴');
                numbers.replace(start, start + label.length(), label);
            }
        }
        List<Text> lines = new ArrayList<>();
        lines.add(Text.of(" ".repeat(gutter)).plus(Text.of(Style.FAINT, (isAscii ? "+" : "└") + axis)));
        lines.add(Text.of(Style.FAINT, numbers.toString().stripTrailing()));
        int middle = gutter + 1 + (columns - Math.min(columns, name.length())) / 2;
        lines.add(Text.of(" ".repeat(middle)).plus(Text.of(Style.LABEL, name)).shortened(width));
        return lines;
    }

    private List<Text> legend() {
        if (chart.lines().size() < 2) {
            return List.of();
        }
        List<Text> items = new ArrayList<>();
        for (int i = 0; i < chart.lines().size(); i++) {
            items.add(Text.of(Dots.style(i), String.valueOf(Dots.mark(i, isAscii))).plus(" ")
                    .plus(chart.lines().get(i).label()));
        }
        return Layout.flow(items, width, MOST_LEGEND);
    }

    private int row(double value) {
        return (int) Math.round((1 - shareUp(value)) * (rows - 1));
    }

    private double shareUp(double value) {
        return chart.isLog() ? Math.log(value / up.low()) / Math.log(up.high() / up.low()) : share(value, up);
    }

    private static double share(double value, Extent extent) {
        return (value / 2 - extent.low() / 2) / (extent.high() / 2 - extent.low() / 2);
    }

    private void draw(Line line, int index, Dots dots) {
        int count = line.x().length;
        boolean hasMarks = isAscii || chart.lines().size() > 1;
        int previousX = -1;
        int previousY = -1;
        int lastMark = -MARK_EVERY - 2 * index;
        for (int i = 0; i < count; i++) {
            if (!line.isShown(i)) {
                previousX = -1;
                continue;
            }
            int x = (int) Math.round(share(line.x()[i], across) * (dots.width() - 1));
            int y = (int) Math.round((1 - shareUp(line.y()[i])) * (dots.height() - 1));
            if (previousX >= 0) {
                dots.line(previousX, previousY, x, y, index);
            }
            if (hasMarks && x - lastMark >= MARK_EVERY) {
                dots.mark(x, y, index);
                lastMark = x;
            } else {
                dots.dot(x, y, index);
            }
            previousX = x;
            previousY = y;
        }
    }
}
