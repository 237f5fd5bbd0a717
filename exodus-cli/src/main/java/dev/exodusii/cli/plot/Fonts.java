package dev.exodusii.cli.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/// The fonts of charts.
final class Fonts {

    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private Fonts() {}

    /// Finds out whether text can be drawn; throws whatever AWT throws where not.
    static void probe() {
        Rectangle2D bounds = LABEL.getStringBounds("0", new FontRenderContext(null, true, true));
        if (!(bounds.getWidth() > 0)) {
            throw new IllegalStateException("there are no fonts");
        }
    }
}
