package dev.exodusii.cli.text;

import java.util.ArrayList;
import java.util.List;

/// One line for a person, or a piece of one. What it is made of is escaped, so that no file can send commands to the
/// terminal; only [Style]s do, and only where colours are wanted.
///
/// Immutable.
public final class Text {

    /// Nothing.
    public static final Text EMPTY = new Text(List.of(), 0);

    private record Span(Style style, String text) {}

    private final List<Span> spans;
    private final int width;

    private Text(List<Span> spans, int width) {
        this.spans = spans;
        this.width = width;
    }

    /// Makes plain text.
    ///
    /// @param text any text, from wherever
    /// @return the text, escaped
    public static Text of(String text) {
        return of(Style.PLAIN, text);
    }

    /// Makes text of one style.
    ///
    /// @param style how it looks
    /// @param text  any text, from wherever
    /// @return the text, escaped
    public static Text of(Style style, String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        String printable = Escape.printable(text);
        return new Text(List.of(new Span(style, printable)), Columns.of(printable));
    }

    /// Returns this text with another one behind it.
    ///
    /// @param next what follows
    /// @return both
    public Text plus(Text next) {
        if (isEmpty() || next.isEmpty()) {
            return isEmpty() ? next : this;
        }
        List<Span> both = new ArrayList<>(spans.size() + next.spans.size());
        both.addAll(spans);
        both.addAll(next.spans);
        return new Text(both, width + next.width);
    }

    /// Returns this text with plain text behind it.
    ///
    /// @param next what follows
    /// @return both
    public Text plus(String next) {
        return plus(of(next));
    }

    /// Puts texts behind one another, in time that is linear in their number.
    ///
    /// @param texts     the texts
    /// @param separator what comes between them
    /// @return all of them as one
    public static Text joined(List<Text> texts, String separator) {
        Text between = of(separator);
        List<Span> all = new ArrayList<>();
        int width = 0;
        for (Text text : texts) {
            if (!all.isEmpty() && !text.isEmpty()) {
                all.addAll(between.spans);
                width += between.width;
            }
            all.addAll(text.spans);
            width += text.width;
        }
        return new Text(all, width);
    }

    /// Returns the columns that it takes on a terminal.
    public int width() {
        return width;
    }

    /// Tells whether there is nothing in it.
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /// Fills up with blanks behind the text.
    ///
    /// @param columns how wide it shall be at least
    /// @return the text, that wide or wider
    public Text padRight(int columns) {
        return columns <= width ? this : plus(" ".repeat(columns - width));
    }

    /// Fills up with blanks before the text.
    ///
    /// @param columns how wide it shall be at least
    /// @return the text, that wide or wider
    public Text padLeft(int columns) {
        return columns <= width ? this : of(" ".repeat(columns - width)).plus(this);
    }

    /// Cuts off what is too much, and says so with three dots.
    ///
    /// @param columns how wide it may be
    /// @return the text, no wider than that
    public Text shortened(int columns) {
        if (width <= columns) {
            return this;
        }
        List<Span> kept = new ArrayList<>();
        int left = Math.max(0, columns - 3);
        int cut = 0;
        for (Span span : spans) {
            String start = Columns.start(span.text, left);
            kept.add(new Span(span.style, start));
            int taken = Columns.of(start);
            left -= taken;
            cut += taken;
            if (start.length() < span.text.length()) {
                break;
            }
        }
        String dots = "...".substring(0, Math.min(3, columns));
        kept.add(new Span(Style.PLAIN, dots));
        return new Text(kept, cut + dots.length());
    }

    /// Returns what to print.
    ///
    /// @param colours whether styles show
    /// @return the line without an end
    public String render(boolean colours) {
        StringBuilder line = new StringBuilder();
        for (Span span : spans) {
            line.append(colours ? span.style.apply(span.text) : span.text);
        }
        return line.toString().stripTrailing();
    }

    /// Returns the text without colours.
    @Override
    public String toString() {
        return render(false);
    }
}
