package dev.exodusii.cli.plot;

import dev.exodusii.cli.text.Numbers;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/// A chart as a picture of some size. What it is drawn with has to be among the modules of this process, where
/// it runs on the module path: see [#isPossible()].
public final class Picture {

    private static final String LIBRARY = "org.jfree.jfreechart";
    /// The size at which letters and lines are as large as the numbers in this package say.
    private static final double USUAL_WIDTH = 800;
    private static final double USUAL_HEIGHT = 500;
    private static final int DESCRIBED = 20;

    private final Chart chart;
    private final int width;
    private final int height;

    /// Makes a picture.
    ///
    /// @param chart  what it shows
    /// @param width  how wide it is, in pixels
    /// @param height how high it is, in pixels
    public Picture(Chart chart, int width, int height) {
        this.chart = chart;
        this.width = width;
        this.height = height;
    }

    /// Tells whether this process can draw.
    public static boolean isPossible() {
        ModuleLayer layer = Picture.class.getModule().getLayer();
        return layer == null || layer.findModule(LIBRARY).isPresent() && layer.findModule("java.desktop").isPresent();
    }

    /// The machine cannot draw: it has no fonts, for instance.
    public static final class CannotDrawException extends IOException {

        private static final long serialVersionUID = 1L;

        CannotDrawException(Throwable cause) {
            super("this machine cannot draw text: " + cause, cause);
        }
    }

    /// Writes it as SVG; text stays text.
    ///
    /// @param out where it goes
    /// @throws IOException when it cannot be written, or there are no fonts
    public void writeSvg(OutputStream out) throws IOException {
        out.write(svg().getBytes(StandardCharsets.UTF_8));
    }

    private String svg() throws CannotDrawException {
        return drawn(() -> {
            SvgCanvas canvas = new SvgCanvas(width, height);
            draw(canvas);
            canvas.dispose();
            return canvas.document(chart.title(), description());
        });
    }

    private String description() {
        int more = chart.lines().size() - DESCRIBED;
        return chart.up() + " over " + chart.across() + ": " + chart.lines().stream().limit(DESCRIBED)
                .map(Line::label).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + Numbers.grouped(more) + " more" : "");
    }

    /// Writes it as PNG.
    ///
    /// @param out where it goes
    /// @throws IOException when it cannot be written, or there are no fonts
    public void writePng(OutputStream out) throws IOException {
        BufferedImage image = drawn(() -> {
            BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D canvas = drawn.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            draw(canvas);
            canvas.dispose();
            return drawn;
        });
        // Without the file that ImageIO would keep in a folder for temporary ones.
        ImageIO.setUseCache(false);
        ImageIO.write(image, "png", out);
    }

    /// Draws it somewhere else, such as into a window, in another size.
    ///
    /// @param canvas where it is drawn
    /// @param across how wide it is to be there
    /// @param up     how high
    /// @param letters how large letters and lines are, 1 for as large as in a picture of usual size
    public void paint(Graphics2D canvas, int across, int up, double letters) {
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        draw(canvas, across, up, letters);
    }

    private void draw(Graphics2D canvas) {
        draw(canvas, width, height, Math.min(width / USUAL_WIDTH, height / USUAL_HEIGHT));
    }

    private void draw(Graphics2D canvas, int across, int up, double scale) {
        canvas.scale(scale, scale);
        JFreeChart drawing = ChartDrawing.of(chart, across / scale, up / scale);
        drawing.draw(canvas, new Rectangle2D.Double(0, 0, across / scale, up / scale));
    }

    @FunctionalInterface
    private interface Drawing<T> {
        T draw();
    }

    /// AWT reports machines without fonts or the libraries for them by errors and exceptions of many kinds.
    private static <T> T drawn(Drawing<T> drawing) throws CannotDrawException {
        try {
            Fonts.probe();
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new CannotDrawException(e);
        }
        return drawing.draw();
    }
}
