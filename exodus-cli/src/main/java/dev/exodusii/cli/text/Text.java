package dev.exodusii.cli.text;

import java.util.ArrayList;
import java.util.List;

/// One line for a person, or a piece of one. What it is made of is escaped, so that no file can send commands to the
/// terminal; only [Style]s do, and only where colours are wanted.
///
/// Immutable.
public final class Text {

    /// Nothing.
    public static final Text EMPTY = new Text(List.of());

    private record Span(Style style, String text) {}

    private final List<Span> spans;
    private final int width;

    private Text(List<Span> spans) {
        this.spans = spans;
        this.width = spans.stream().mapToInt(span -> Columns.of(span.text)).sum();
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
        return text.isEmpty() ? EMPTY : new Text(List.of(new Span(style, Escape.printable(text))));
    }

    /// Returns this text with another one behind it.
    ///
    /// @param next what follows
    /// @return both
    public Text plus(Text next) {
        List<Span> both = new ArrayList<>(spans);
        both.addAll(next.spans);
        return new Text(List.copyOf(both));
    }

    /// Returns this text with plain text behind it.
    ///
    /// @param next what follows
    /// @return both
    public Text plus(String next) {
        return plus(of(next));
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
        for (Span span : spans) {
            String start = Columns.start(span.text, left);
            kept.add(new Span(span.style, start));
            left -= Columns.of(start);
            if (start.length() < span.text.length()) {
                break;
            }
        }
        kept.add(new Span(Style.PLAIN, "...".substring(0, Math.min(3, columns))));
        return new Text(List.copyOf(kept));
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
