package dev.exodusii.cli.view;

import dev.exodusii.cli.render.ColourScale;
import dev.exodusii.cli.text.Numbers;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// What stands beside the mesh: the colours with their values, and the time.
final class Legend {

    /// How wide it is, where numbers are of usual length.
    static final int WIDTH = 110;

    private static final int BAR = 16;
    private static final int ROOM = 14;
    private static final int TICKS = 5;
    private static final int DIGITS = 4;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private Legend() {}

    /// Returns a copy of a picture with its legend.
    static BufferedImage on(Shown shown) {
        BufferedImage copy = new BufferedImage(shown.image().getWidth(), shown.image().getHeight(),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = copy.createGraphics();
        canvas.drawImage(shown.image(), 0, 0, null);
        paint(canvas, shown, copy.getWidth(), copy.getHeight());
        canvas.dispose();
        return copy;
    }

    static void paint(Graphics2D canvas, Shown shown, int width, int height) {
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setFont(FONT);
        FontMetrics letters = canvas.getFontMetrics();
        canvas.setColor(Color.DARK_GRAY);
        if (!Double.isNaN(shown.time())) {
            canvas.drawString("time " + Numbers.rounded(shown.time(), 6) + "   step " + shown.choice().step(), ROOM,
                    height - ROOM);
        }
        if (shown.scale().isEmpty()) {
            return;
        }
        ColourScale scale = shown.scale().get();
        int bar = Math.min(240, height - 8 * ROOM);
        int x = width - ROOM - BAR;
        int top = 4 * ROOM;
        for (int y = 0; y < bar; y++) {
            double value = scale.high() + (scale.low() - scale.high()) * y / Math.max(1, bar - 1);
            canvas.setColor(new Color(scale.colour(value)));
            canvas.fillRect(x, top + y, BAR, 1);
        }
        canvas.setColor(Color.DARK_GRAY);
        canvas.drawRect(x, top, BAR, Math.max(0, bar - 1));
        canvas.drawString(shown.legend(), width - ROOM - letters.stringWidth(shown.legend()), top - 14);
        for (int tick = 0; tick <= (scale.high() > scale.low() ? TICKS : 0); tick++) {
            double value = scale.low() + (scale.high() - scale.low()) * tick / TICKS;
            String text = Numbers.rounded(value, DIGITS);
            int y = top + bar - 1 - (bar - 1) * tick / TICKS;
            canvas.drawLine(x - 3, y, x, y);
            canvas.drawString(text, x - 6 - letters.stringWidth(text), y + letters.getAscent() / 2 - 1);
        }
        if (!shown.note().isEmpty()) {
            canvas.drawString(shown.note(), width - ROOM - letters.stringWidth(shown.note()), top + bar + 2 * ROOM);
        }
    }
}
