package dev.exodusii.cli.render;

import dev.exodusii.cli.plot.Extent;
import dev.exodusii.cli.plot.Scale;
import dev.exodusii.cli.plot.Ticks;
import dev.exodusii.cli.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/// Writes what a picture shows round the picture: a title, what the colours mean, and where the axes point to.
///
/// Sizes follow that of the picture. Immutable.
public final class Annotations {

    /// The height at which sizes are as written here.
    private static final double USUAL_HEIGHT = 1000;
    private static final double USUAL_WIDTH = 1300;
    private static final int TEXT = 20;
    private static final int MARGIN = 24;
    private static final int BAR_WIDTH = 26;
    private static final int LEGEND_WIDTH = 190;
    private static final int TRIAD = 52;
    private static final int MOST_TICKS = 9;
    private static final int MOST_KEYS = 16;
    private static final int DIGITS = 5;
    private static final String[] AXES = {"x", "y", "z"};
    private static final Color[] AXIS_COLOURS = {new Color(0xc03a2b), new Color(0x2c8a4b), new Color(0x2f66c4)};

    private final int width;
    private final int height;
    private final double size;
    private final Color ink;

    /// Makes annotations.
    ///
    /// @param width  how wide the picture is, in pixels
    /// @param height how high it is, in pixels
    /// @param isDark whether it has a dark background
    public Annotations(int width, int height, boolean isDark) {
        this.width = width;
        this.height = height;
        this.size = Math.max(0.4, Math.min(height / USUAL_HEIGHT, width / USUAL_WIDTH));
        this.ink = isDark ? new Color(0xf0f0f0) : new Color(0x202020);
    }

    /// Returns how large everything is drawn, 1 in a picture of usual size.
    public double size() {
        return size;
    }

    /// Returns the room that is to be left free.
    ///
    /// @param hasTitle  whether there is a title
    /// @param hasLegend whether colours are explained
    /// @return the margins
    public Margins margins(boolean hasTitle, boolean hasLegend) {
        int edge = pixels(MARGIN + 6.0);
        return new Margins(hasTitle ? pixels(MARGIN + 3.8 * TEXT) : edge, hasLegend ? pixels(LEGEND_WIDTH + MARGIN) : edge,
                edge, edge);
    }

    private int pixels(double usual) {
        return (int) Math.round(usual * size);
    }

    /// Draws everything.
    ///
    /// @param image  the picture
    /// @param title  lines at the top, the first one in bold; may be empty
    /// @param legend what the colours mean, if that is to be told
    /// @param axes   the rotation of the camera, if axes are to be shown
    public void draw(BufferedImage image, List<String> title, Optional<Legend> legend, Optional<Rotation> axes) {
        Graphics2D canvas = image.createGraphics();
        try {
            draw(canvas, title, legend, axes);
        } finally {
            canvas.dispose();
        }
    }

    /// Draws everything on top of a picture that was drawn already.
    ///
    /// @param canvas where to; its settings are changed
    /// @param title  lines at the top, the first one in bold; may be empty
    /// @param legend what the colours mean, if that is to be told
    /// @param axes   the rotation of the camera, if axes are to be shown
    public void draw(Graphics2D canvas, List<String> title, Optional<Legend> legend, Optional<Rotation> axes) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double room = width - pixels(2.0 * MARGIN);
        double y = pixels(MARGIN + 0.8 * TEXT);
        for (int i = 0; i < title.size(); i++) {
            canvas.setFont(font(i == 0 ? Font.BOLD : Font.PLAIN, i == 0 ? TEXT : TEXT - 3));
            canvas.setColor(ink);
            canvas.drawString(shortened(title.get(i), canvas, room), (float) pixels(MARGIN), (float) y);
            y += 1.3 * TEXT * size;
        }
        legend.ifPresent(it -> draw(it, canvas));
        axes.ifPresent(it -> draw(it, canvas));
    }

    private Font font(int style, int usual) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont((float) Math.max(8, usual * size));
    }

    private static String shortened(String text, Graphics2D canvas, double room) {
        FontMetrics metrics = canvas.getFontMetrics();
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && metrics.stringWidth(text.substring(0, end) + "…") > room) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    /// Breaks a text in two where it is too long for one line, such as `Displacement` and `magnitude`.
    private static List<String> lines(String text, Graphics2D canvas, double room) {
        int gap = text.lastIndexOf(' ');
        boolean isShort = gap < 0 || canvas.getFontMetrics().stringWidth(text) <= room;
        return isShort ? List.of(text) : List.of(text.substring(0, gap), text.substring(gap + 1));
    }

    private void draw(Legend legend, Graphics2D canvas) {
        double left = width - pixels(LEGEND_WIDTH);
        double room = pixels(LEGEND_WIDTH - 8.0);
        canvas.setColor(ink);
        if (!legend.keys().isEmpty()) {
            drawKeys(legend.keys(), canvas, left, room);
            return;
        }
        double top = height * 0.2;
        double bottom = height * 0.8;
        double bar = BAR_WIDTH * size;
        ColourScale scale = legend.scale();
        Extent extent = new Extent(scale.low(), scale.high());
        Scale numbers = Scale.of(extent);
        canvas.setFont(font(Font.BOLD, TEXT - 3));
        double above = top - 0.8 * TEXT * size;
        double span = scale.high() - scale.low();
        if (span > 0 && !numbers.factor().isEmpty()) {
            canvas.drawString(numbers.factor(), (float) left, (float) above);
            above -= 1.2 * TEXT * size;
        }
        for (String line : lines(legend.title(), canvas, room).reversed()) {
            canvas.drawString(shortened(line, canvas, room), (float) left, (float) above);
            above -= 1.2 * TEXT * size;
        }
        int rows = (int) (bottom - top);
        for (int row = 0; row < rows; row++) {
            canvas.setColor(new Color(scale.map().colour(1 - (row + 0.5) / rows)));
            canvas.fill(new Rectangle2D.Double(left, top + row, bar, 1.5));
        }
        canvas.setColor(ink);
        canvas.setStroke(new BasicStroke((float) Math.max(1, size)));
        canvas.draw(new Rectangle2D.Double(left, top, bar, rows));
        canvas.setFont(font(Font.PLAIN, TEXT - 3));
        double below = canvas.getFontMetrics().getAscent() * 0.35;
        if (span > 0) {
            for (double tick : Ticks.linear(extent, MOST_TICKS)) {
                double y = bottom - (tick - scale.low()) / span * (bottom - top);
                canvas.draw(new Line2D.Double(left + bar, y, left + bar + 5 * size, y));
                canvas.drawString(numbers.text(tick), (float) (left + bar + 10 * size), (float) (y + below));
            }
        } else {
            // No ticks round it that would tell the digits that matter.
            canvas.drawString(Numbers.rounded(scale.low(), DIGITS), (float) (left + bar + 10 * size),
                    (float) ((top + bottom) / 2 + below));
        }
        canvas.setFont(font(Font.PLAIN, TEXT - 6));
        double y = bottom + 1.5 * TEXT * size;
        for (String line : legend.range().split("\n", -1)) {
            canvas.drawString(shortened(line, canvas, room), (float) left, (float) y);
            y += TEXT * size;
        }
    }

    private void drawKeys(List<Legend.Key> keys, Graphics2D canvas, double left, double room) {
        canvas.setFont(font(Font.PLAIN, TEXT - 4));
        double line = 1.4 * TEXT * size;
        double box = 0.8 * TEXT * size;
        int shown = keys.size() > MOST_KEYS ? MOST_KEYS - 1 : keys.size();
        double y = Math.max(height * 0.2, (height - (shown + 1) * line) / 2);
        for (Legend.Key key : keys.subList(0, shown)) {
            Rectangle2D square = new Rectangle2D.Double(left, y, box, box);
            canvas.setColor(new Color(key.rgb()));
            canvas.fill(square);
            canvas.setColor(ink);
            canvas.draw(square);
            canvas.drawString(shortened(key.label(), canvas, room - 1.6 * box), (float) (left + 1.6 * box),
                    (float) (y + 0.85 * box));
            y += line;
        }
        if (shown < keys.size()) {
            canvas.drawString("and " + (keys.size() - shown) + " more", (float) left, (float) (y + 0.85 * box));
        }
    }

    /// The axis that points away most is drawn first.
    private void draw(Rotation rotation, Graphics2D canvas) {
        double[] m = rotation.matrix();
        double x = pixels(MARGIN + TRIAD * 0.9);
        double y = height - pixels(MARGIN + TRIAD * 0.9);
        canvas.setFont(font(Font.BOLD, TEXT - 4));
        FontMetrics metrics = canvas.getFontMetrics();
        canvas.setStroke(new BasicStroke((float) (3 * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        List.of(0, 1, 2).stream().sorted((one, other) -> Double.compare(m[6 + one], m[6 + other])).forEach(axis -> {
            double dx = m[axis] * TRIAD * size;
            double dy = -m[3 + axis] * TRIAD * size;
            double length = Math.hypot(dx, dy);
            canvas.setColor(AXIS_COLOURS[axis]);
            canvas.draw(new Line2D.Double(x, y, x + dx, y + dy));
            if (length > TRIAD * size * 0.15) {
                double beyond = 1 + 11 * size / length;
                canvas.drawString(AXES[axis], (float) (x + dx * beyond - metrics.stringWidth(AXES[axis]) / 2.0),
                        (float) (y + dy * beyond + metrics.getAscent() * 0.35));
            }
        });
    }
}
