package dev.exodusii.cli.plot;

import dev.exodusii.cli.text.Columns;
import dev.exodusii.cli.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultXYDataset;

/// Says to the chart library what a chart looks like.
final class ChartDrawing {

    private static final Color GRID = new Color(0xDDDDDD);
    private static final Color FRAME = new Color(0x666666);
    private static final BasicStroke HAIR = new BasicStroke(0.8F);
    private static final double ROOM = 0.03;
    private static final double THINNED = 1.5;
    private static final double TICK_WIDTH = 90;
    private static final double TICK_HEIGHT = 45;
    private static final int MOST_DECADES = 10;
    private static final int FEW_DECADES = 2;
    private static final int MOST_MARKED = 25;
    private static final int MOST_IN_LEGEND = 16;
    private static final int MOST_LETTERS = 60;
    private static final double LETTER = 9.2;

    private ChartDrawing() {}

    /// @param width  how wide the drawing will be
    /// @param height how high it will be
    static JFreeChart of(Chart chart, double width, double height) {
        // Text that is turned stays text.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        DefaultXYDataset points = new DefaultXYDataset();
        for (int i = 0; i < chart.lines().size(); i++) {
            points.addSeries(i, finite(chart.lines().get(i).thinned((int) (THINNED * width))));
        }
        NumberAxis across = linear(chart.across(), chart.extentAcross(), (int) (width / TICK_WIDTH));
        ValueAxis up = chart.isLog() ? logarithmic(chart.up(), chart.extentUp(), (int) (height / TICK_HEIGHT))
                : linear(chart.up(), chart.extentUp(), (int) (height / TICK_HEIGHT));
        XYPlot plot = new XYPlot(points, across, up, renderer(chart));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(HAIR);
        plot.setRangeGridlineStroke(HAIR);
        plot.setOutlinePaint(FRAME);
        plot.setOutlineStroke(HAIR);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedLegendItems(legend(chart));
        int letters = (int) (width / LETTER);
        JFreeChart drawing = new JFreeChart(shortened(chart.title(), 2 * letters), Fonts.TITLE, plot, false);
        drawing.setBackgroundPaint(Color.WHITE);
        drawing.setPadding(new RectangleInsets(8, 8, 8, 18));
        if (chart.lines().size() > 1) {
            LegendTitle legend = new LegendTitle(plot);
            legend.setItemFont(Fonts.TICK);
            legend.setPosition(RectangleEdge.BOTTOM);
            legend.setFrame(org.jfree.chart.block.BlockBorder.NONE);
            drawing.addLegend(legend);
        }
        return drawing;
    }

    private static double[][] finite(Line line) {
        double[][] points = {line.x().clone(), line.y().clone()};
        for (int i = 0; i < points[0].length; i++) {
            if (!line.isShown(i)) {
                points[1][i] = Double.NaN;
            }
        }
        return points;
    }

    private static XYLineAndShapeRenderer renderer(Chart chart) {
        boolean hasMarks = chart.mostPoints() <= MOST_MARKED;
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, hasMarks);
        // All of a line at once: dashes go on through its points.
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < chart.lines().size(); i++) {
            renderer.setSeriesPaint(i, LineLook.colour(i));
            renderer.setSeriesStroke(i, LineLook.stroke(i, chart.lines().size()));
            renderer.setSeriesShape(i, LineLook.mark(i));
            renderer.setSeriesShapesVisible(i, hasMarks || hasLonely(chart.lines().get(i)));
        }
        return renderer;
    }

    /// A point between two gaps has no line that would show it.
    private static boolean hasLonely(Line line) {
        int last = line.x().length - 1;
        for (int i = 0; i <= last; i++) {
            if (line.isShown(i) && (i == 0 || !line.isShown(i - 1)) && (i == last || !line.isShown(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static LegendItemCollection legend(Chart chart) {
        LegendItemCollection items = new LegendItemCollection();
        int count = chart.lines().size();
        boolean hasMarks = chart.mostPoints() <= MOST_MARKED;
        for (int i = 0; i < Math.min(count, MOST_IN_LEGEND); i++) {
            LegendItem item = new LegendItem(shortened(chart.lines().get(i).label(), MOST_LETTERS), null, null, null,
                    hasMarks, LineLook.mark(i), true, LineLook.colour(i), false, LineLook.colour(i), HAIR, true,
                    new Line2D.Double(-16, 0, 16, 0), LineLook.stroke(i, count), LineLook.colour(i));
            items.add(item);
        }
        if (count > MOST_IN_LEGEND) {
            items.add(new LegendItem("and " + Numbers.grouped(count - MOST_IN_LEGEND) + " more lines", null, null,
                    null, false, new Rectangle2D.Double(), false, Color.BLACK, false, Color.BLACK, HAIR, false,
                    new Line2D.Double(), HAIR, Color.BLACK));
        }
        return items;
    }

    /// @param most how many numbers have room beside the axis
    private static NumberAxis linear(String label, Extent data, int most) {
        Extent extent = data.widened(ROOM);
        Scale scale = Scale.of(extent);
        NumberAxis axis = new NumberAxis(label(label, scale));
        dress(axis, extent);
        axis.setTickUnit(new NumberTickUnit(Ticks.step(extent, Math.max(3, most)), new Numerals(scale)));
        axis.setNumberFormatOverride(new Numerals(scale));
        return axis;
    }

    /// @param most how many numbers have room beside the axis
    private static ValueAxis logarithmic(String label, Extent data, int most) {
        Extent extent = data.widenedLog(ROOM);
        double decades = Math.log10(extent.high() / extent.low());
        LogAxis axis = decades < FEW_DECADES ? new ShortLogAxis(label, Ticks.logarithmic(extent, most))
                : new LogAxis(label);
        dress(axis, extent);
        if (decades >= FEW_DECADES) {
            axis.setTickUnit(new NumberTickUnit(Math.ceil(decades / MOST_DECADES), new Numerals(Scale.POWERS),
                    decades > 4 ? 0 : 9));
        }
        axis.setNumberFormatOverride(new Numerals(Scale.POWERS));
        return axis;
    }

    /// A logarithmic axis with too few powers of ten to have numbers at these only.
    private static final class ShortLogAxis extends LogAxis {

        private static final long serialVersionUID = 1L;

        private final transient List<Double> ticks;

        ShortLogAxis(String label, List<Double> ticks) {
            super(label);
            this.ticks = ticks;
        }

        @Override
        public List<?> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return ticks.stream().map(tick -> new NumberTick(TickType.MAJOR, tick, Scale.POWERS.text(tick),
                    TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0)).toList();
        }
    }

    private static void dress(ValueAxis axis, Extent extent) {
        axis.setRange(extent.low(), extent.high());
        axis.setLabelFont(Fonts.LABEL);
        axis.setTickLabelFont(Fonts.TICK);
        axis.setAxisLinePaint(FRAME);
        axis.setTickMarkPaint(FRAME);
        axis.setLabelInsets(new RectangleInsets(5, 5, 5, 5));
    }

    private static String label(String label, Scale scale) {
        String text = shortened(label, MOST_LETTERS);
        return scale.exponent() == 0 ? text : text + "  (" + scale.factor() + ")";
    }

    private static String shortened(String text, int most) {
        return Columns.of(text) <= most ? text : Columns.start(text, most - 1) + "…";
    }

    /// Numbers beside an axis.
    private static final class Numerals extends NumberFormat {

        private static final long serialVersionUID = 1L;

        private final transient Scale scale;

        Numerals(Scale scale) {
            this.scale = scale;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(scale.text(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("numbers beside an axis are not read back");
        }
    }
}
