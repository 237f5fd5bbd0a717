package dev.exodusii.cli.view;

import dev.exodusii.cli.render.Annotations;
import dev.exodusii.cli.render.Bounds;
import dev.exodusii.cli.render.ColourScale;
import dev.exodusii.cli.render.Legend;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.cli.text.Numbers;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A finished picture of a choice. Nothing in it changes any more.
///
/// @param choice    what it shows
/// @param image     the picture
/// @param isFine    whether it was drawn with time for detail
/// @param isSettled whether nobody is writing to its step any more
/// @param time      the time of its step; NaN where there are no steps
/// @param scale     what its colours stand for; nothing where they stand for blocks
/// @param legend    what stands above the colours
/// @param note      what a person should know of it, empty for nothing
/// @param bounds    a box that holds all blocks that are seen, where the step has moved them to
record Shown(Choice choice, BufferedImage image, boolean isFine, boolean isSettled, double time,
        Optional<ColourScale> scale, String legend, String note, Bounds bounds) {

    private static final int DIGITS = 6;
    private static final Color VEIL = new Color(244, 245, 247, 170);

    /// Returns a copy of the picture with all that explains it.
    BufferedImage explained() {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = copy.createGraphics();
        canvas.drawImage(image, 0, 0, null);
        explain(canvas, copy.getWidth(), copy.getHeight());
        canvas.dispose();
        return copy;
    }

    /// Writes what explains the picture: the time, what the colours mean, where the axes point to.
    void explain(Graphics2D canvas, int width, int height) {
        List<String> title = new ArrayList<>();
        if (!Double.isNaN(time)) {
            title.add("step " + choice.step() + ", time " + Numbers.rounded(time, DIGITS));
            choice.move().filter(_ -> choice.scale() != 0).ifPresent(vector -> title.add("deformed by "
                    + Escape.printable(vector.name()) + (choice.scale() == 1 ? "" : " × " + Numbers.rounded(choice.scale(), DIGITS))));
            if (!isSettled) {
                title.add("may still be being written");
            }
        }
        Annotations annotations = new Annotations(width, height, false);
        // What is near may be behind the words.
        canvas.setColor(VEIL);
        int room = scale.isPresent() ? annotations.margins(true, true).right() : 0;
        canvas.fillRect(width - room, 0, room, height);
        if (!title.isEmpty()) {
            canvas.fillRect(0, 0, width - room, annotations.margins(true, true).top() / 2 * title.size());
        }
        annotations.draw(canvas, title,
                scale.map(colours -> new Legend(Escape.printable(legend), colours, note, List.of())),
                Optional.of(choice.camera().rotation()));
    }
}
