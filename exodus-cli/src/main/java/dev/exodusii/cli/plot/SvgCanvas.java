package dev.exodusii.cli.plot;

import dev.exodusii.cli.text.Numbers;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a chart is drawn on to become SVG: shapes, lines and text, which stays text. A picture in memory answers all
/// questions about fonts, transforms and clips.
///
/// Charts have no images in them and are not drawn a second time on copies of this; neither is offered.
final class SvgCanvas extends Graphics2D {

    private static final String NO_IMAGES = "charts have no images in them";

    private final Graphics2D model;
    private final StringBuilder body = new StringBuilder();
    private final int width;
    private final int height;
    private @Nullable Shape clip;
    private String clipAttribute = "";
    private int clips;

    SvgCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.model = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        model.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        model.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    }

    /// Returns the document.
    ///
    /// @param title       what programs show as its name
    /// @param description what programs read to people who do not see it
    String document(String title, String description) {
        String size = "width=\"" + width + "\" height=\"" + height + "\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" " + size
                + " viewBox=\"0 0 " + width + " " + height + "\" role=\"img\">\n<title>" + escape(title)
                + "</title>\n<desc>" + escape(description) + "</desc>\n" + body + "</svg>\n";
    }

    /// XML knows no way to write control characters.
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c < ' ' || c >= 0xD800 && c < 0xE000 || c == 0xFFFE || c == 0xFFFF
                        ? 0xFFFD : c);
            }
        });
        return escaped.toString();
    }

    private static String number(double value) {
        return Numbers.real(Math.rint(value * 100) / 100 + 0.0);
    }

    @Override
    public void draw(Shape shape) {
        String style = "\" fill=\"none\"" + paint("stroke") + stroke() + clipAttribute + "/>\n";
        if (shape instanceof java.awt.geom.Line2D line) {
            polylines(new Path2D.Double(line), style);
        } else if (hasOnlyLines(shape)) {
            polylines(shape, style);
        } else {
            body.append("<path d=\"").append(data(shape)).append(style);
        }
    }

    private static boolean hasOnlyLines(Shape shape) {
        for (PathIterator it = shape.getPathIterator(null); !it.isDone(); it.next()) {
            int kind = it.currentSegment(new double[6]);
            if (kind != PathIterator.SEG_MOVETO && kind != PathIterator.SEG_LINETO) {
                return false;
            }
        }
        return true;
    }

    private void polylines(Shape shape, String style) {
        double[] at = new double[6];
        StringBuilder points = new StringBuilder();
        int count = 0;
        for (PathIterator it = shape.getPathIterator(model.getTransform()); !it.isDone(); it.next()) {
            if (it.currentSegment(at) == PathIterator.SEG_MOVETO) {
                polyline(points, count, style);
                points.setLength(0);
                count = 0;
            }
            points.append(count++ == 0 ? "" : " ").append(number(at[0])).append(',').append(number(at[1]));
        }
        polyline(points, count, style);
    }

    private void polyline(StringBuilder points, int count, String style) {
        if (count > 1) {
            body.append("<polyline points=\"").append(points).append(style);
        }
    }

    @Override
    public void fill(Shape shape) {
        body.append("<path d=\"").append(data(shape)).append('"').append(paint("fill")).append(clipAttribute)
                .append("/>\n");
    }

    private String data(Shape shape) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator it = shape.getPathIterator(model.getTransform()); !it.isDone(); it.next()) {
            switch (it.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> command(data, 'M', 2, at);
                case PathIterator.SEG_LINETO -> command(data, 'L', 2, at);
                case PathIterator.SEG_QUADTO -> command(data, 'Q', 4, at);
                case PathIterator.SEG_CUBICTO -> command(data, 'C', 6, at);
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    private static void command(StringBuilder data, char letter, int count, double... at) {
        data.append(letter);
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }

    private String paint(String attribute) {
        Color colour = model.getPaint() instanceof Color plain ? plain : Color.BLACK;
        String text = String.format(Locale.ROOT, " %s=\"#%06x\"", attribute, colour.getRGB() & 0xFFFFFF);
        return colour.getAlpha() == 255 ? text
                : text + " " + attribute + "-opacity=\"" + number(colour.getAlpha() / 255.0) + '"';
    }

    private String stroke() {
        if (!(model.getStroke() instanceof BasicStroke stroke)) {
            return "";
        }
        double scale = Math.sqrt(Math.abs(model.getTransform().getDeterminant()));
        StringBuilder text = new StringBuilder(" stroke-width=\"" + number(stroke.getLineWidth() * scale) + '"');
        text.append(stroke.getEndCap() == BasicStroke.CAP_ROUND ? " stroke-linecap=\"round\"" : "");
        text.append(stroke.getLineJoin() == BasicStroke.JOIN_ROUND ? " stroke-linejoin=\"round\"" : "");
        if (stroke.getDashArray() != null) {
            text.append(" stroke-dasharray=\"");
            String comma = "";
            for (float dash : stroke.getDashArray()) {
                text.append(comma).append(number(dash * scale));
                comma = ",";
            }
            text.append('"');
        }
        return text.toString();
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (text.isBlank()) {
            return;
        }
        Font font = getFont();
        AffineTransform at = model.getTransform();
        double scale = Math.sqrt(Math.abs(at.getDeterminant()));
        double length = font.getStringBounds(text, getFontRenderContext()).getWidth() * scale;
        Path2D.Double origin = new Path2D.Double();
        origin.moveTo(x, y);
        double[] start = new double[6];
        origin.getPathIterator(at).currentSegment(start);
        double turned = Math.toDegrees(Math.atan2(at.getShearY(), at.getScaleX()));
        body.append("<text x=\"").append(number(start[0])).append("\" y=\"").append(number(start[1])).append('"');
        if (Math.abs(turned) > 1e-6) {
            body.append(" transform=\"rotate(").append(number(turned)).append(' ').append(number(start[0])).append(' ')
                    .append(number(start[1])).append(")\"");
        }
        body.append(" font-family=\"'DejaVu Sans', Verdana, Helvetica, Arial, sans-serif\" font-size=\"")
                .append(number(font.getSize2D() * scale)).append('"').append(font.isBold() ? " font-weight=\"bold\"" : "")
                .append(" textLength=\"").append(number(length)).append("\" lengthAdjust=\"spacingAndGlyphs\"")
                .append(paint("fill")).append(clipAttribute).append('>').append(escape(text)).append("</text>\n");
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        StringBuilder plain = new StringBuilder();
        for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
            plain.append(c);
        }
        drawString(plain.toString(), x, y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    // --- clips: kept where the picture is, whatever the transform

    @Override
    public void clip(Shape shape) {
        model.clip(shape);
        clipped();
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        model.setClip(shape);
        clipped();
    }

    @Override
    public void clipRect(int x, int y, int w, int h) {
        clip(new Rectangle(x, y, w, h));
    }

    @Override
    public void setClip(int x, int y, int w, int h) {
        setClip(new Rectangle(x, y, w, h));
    }

    private void clipped() {
        Shape now = model.getClip();
        clipAttribute = "";
        if (now == null) {
            clip = null;
            return;
        }
        if (clip == null || !clip.getBounds2D().equals(now.getBounds2D())) {
            clips++;
            body.append("<clipPath id=\"clip").append(clips).append("\"><path d=\"").append(data(now))
                    .append("\"/></clipPath>\n");
            clip = now;
        }
        clipAttribute = " clip-path=\"url(#clip" + clips + ")\"";
    }

    @Override
    public @Nullable Shape getClip() {
        return model.getClip();
    }

    @Override
    public @Nullable Rectangle getClipBounds() {
        return model.getClipBounds();
    }

    // --- what follows from shapes

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int w, int h) {
        fill(new Rectangle(x, y, w, h));
    }

    @Override
    public void clearRect(int x, int y, int w, int h) {
        Paint paint = getPaint();
        setPaint(getBackground());
        fillRect(x, y, w, h);
        setPaint(paint);
    }

    @Override
    public void drawRoundRect(int x, int y, int w, int h, int arcWidth, int arcHeight) {
        draw(new java.awt.geom.RoundRectangle2D.Double(x, y, w, h, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int w, int h, int arcWidth, int arcHeight) {
        fill(new java.awt.geom.RoundRectangle2D.Double(x, y, w, h, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int w, int h) {
        draw(new java.awt.geom.Ellipse2D.Double(x, y, w, h));
    }

    @Override
    public void fillOval(int x, int y, int w, int h) {
        fill(new java.awt.geom.Ellipse2D.Double(x, y, w, h));
    }

    @Override
    public void drawArc(int x, int y, int w, int h, int start, int extent) {
        draw(new java.awt.geom.Arc2D.Double(x, y, w, h, start, extent, java.awt.geom.Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int w, int h, int start, int extent) {
        fill(new java.awt.geom.Arc2D.Double(x, y, w, h, start, extent, java.awt.geom.Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] x, int[] y, int count) {
        for (int i = 1; i < count; i++) {
            drawLine(x[i - 1], y[i - 1], x[i], y[i]);
        }
    }

    @Override
    public void drawPolygon(int[] x, int[] y, int count) {
        draw(new java.awt.Polygon(x, y, count));
    }

    @Override
    public void fillPolygon(int[] x, int[] y, int count) {
        fill(new java.awt.Polygon(x, y, count));
    }

    // --- the state, which the picture in memory keeps

    @Override
    public boolean hit(Rectangle place, Shape shape, boolean onStroke) {
        return model.hit(place, shape, onStroke);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return model.getDeviceConfiguration();
    }

    @Override
    public void setComposite(Composite composite) {
        model.setComposite(composite);
    }

    @Override
    public Composite getComposite() {
        return model.getComposite();
    }

    @Override
    public void setPaint(Paint paint) {
        model.setPaint(paint);
    }

    @Override
    public Paint getPaint() {
        return model.getPaint();
    }

    @Override
    public void setColor(Color colour) {
        model.setColor(colour);
    }

    @Override
    public Color getColor() {
        return model.getColor();
    }

    @Override
    public void setBackground(Color colour) {
        model.setBackground(colour);
    }

    @Override
    public Color getBackground() {
        return model.getBackground();
    }

    @Override
    public void setStroke(Stroke stroke) {
        model.setStroke(stroke);
    }

    @Override
    public Stroke getStroke() {
        return model.getStroke();
    }

    @Override
    public void setFont(Font font) {
        model.setFont(font);
    }

    @Override
    public Font getFont() {
        return model.getFont();
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return model.getFontMetrics(font);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return model.getFontRenderContext();
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        model.setRenderingHint(key, value);
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return model.getRenderingHint(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> hints) {
        model.setRenderingHints(hints);
    }

    @Override
    public void addRenderingHints(Map<?, ?> hints) {
        model.addRenderingHints(hints);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return model.getRenderingHints();
    }

    @Override
    public void translate(int x, int y) {
        model.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        model.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        model.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        model.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        model.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        model.shear(x, y);
    }

    @Override
    public void transform(AffineTransform transform) {
        model.transform(transform);
    }

    @Override
    public void setTransform(AffineTransform transform) {
        model.setTransform(transform);
    }

    @Override
    public AffineTransform getTransform() {
        return model.getTransform();
    }

    @Override
    public void setPaintMode() {
        model.setPaintMode();
    }

    @Override
    public void setXORMode(Color colour) {
        throw new UnsupportedOperationException("a document has no pixels to invert");
    }

    @Override
    public void copyArea(int x, int y, int w, int h, int dx, int dy) {
        throw new UnsupportedOperationException("a document has no pixels to copy");
    }

    @Override
    public Graphics create() {
        throw new UnsupportedOperationException("charts are drawn on one canvas");
    }

    @Override
    public void dispose() {
        model.dispose();
    }

    // --- images

    @Override
    public boolean drawImage(Image image, AffineTransform transform, ImageObserver observer) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int w, int h, ImageObserver observer) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color background, ImageObserver observer) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int w, int h, Color background, ImageObserver observer) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public boolean drawImage(Image image, int dx1, int dy1, int dx2, int dy2, int sx1, int sy1, int sx2, int sy2,
            ImageObserver observer) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }

    @Override
    public boolean drawImage(Image image, int dx1, int dy1, int dx2, int dy2, int sx1, int sy1, int sx2, int sy2,
            Color background, ImageObserver observer) {
        throw new UnsupportedOperationException(NO_IMAGES);
    }
}
