package dev.exodusii.cli.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/// How the lines of a chart differ: by colours that people with any kind of colour vision tell apart (after Okabe and
/// Ito), by dashes, which also a copy without colours has, and by the marks of their points.
final class LineLook {

    /// Neighbours also differ in lightness. Their yellow is left out: it cannot be seen on white.
    private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x000000),
        new Color(0x009E73), new Color(0xCC79A7), new Color(0x56B4E9), new Color(0xE69F00)};
    private static final float[][] DASHES = {{}, {8, 4}, {2, 3}, {10, 3, 2, 3}, {14, 4}};
    private static final float WIDE = 1.8F;
    private static final float THIN = 1;
    private static final int MANY = 12;

    private LineLook() {}

    static Color colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    static BasicStroke stroke(int index, int count) {
        float width = count > MANY ? THIN : WIDE;
        float[] dashes = DASHES[index % DASHES.length];
        return dashes.length == 0 ? new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    static Shape mark(int index) {
        return switch (index % 5) {
            case 0 -> new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4);
            case 1 -> new Rectangle2D.Double(-3, -3, 6, 6);
            case 2 -> polygon(0, -4, 3.8, 3, -3.8, 3);
            case 3 -> polygon(0, -4.2, 4.2, 0, 0, 4.2, -4.2, 0);
            default -> AffineTransform.getRotateInstance(Math.PI)
                    .createTransformedShape(polygon(0, -4, 3.8, 3, -3.8, 3));
        };
    }

    private static Shape polygon(double... corners) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
