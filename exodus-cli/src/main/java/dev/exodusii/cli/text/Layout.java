package dev.exodusii.cli.text;

import java.util.ArrayList;
import java.util.List;

/// Places lines and pieces of text in the width that there is.
public final class Layout {

    private Layout() {}

    /// Puts blocks of lines side by side while they fit, and the others below.
    ///
    /// @param blocks the blocks; the lines of each are equally wide
    /// @param gap    the columns between two blocks
    /// @param width  the columns that there are
    /// @return the lines; an empty line is between rows of blocks
    public static List<Text> beside(List<List<Text>> blocks, int gap, int width) {
        List<Text> lines = new ArrayList<>();
        List<List<Text>> row = new ArrayList<>();
        int used = 0;
        for (List<Text> block : blocks) {
            int own = block.isEmpty() ? 0 : block.getFirst().width();
            if (!row.isEmpty() && used + gap + own > width) {
                join(row, gap, lines);
                row.clear();
            }
            used = row.isEmpty() ? own : used + gap + own;
            row.add(block);
        }
        join(row, gap, lines);
        return lines;
    }

    private static void join(List<List<Text>> row, int gap, List<Text> lines) {
        if (!row.isEmpty() && !lines.isEmpty()) {
            lines.add(Text.EMPTY);
        }
        int height = row.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            Text line = Text.EMPTY;
            int start = 0;
            for (List<Text> block : row) {
                line = line.padRight(start).plus(i < block.size() ? block.get(i) : Text.EMPTY);
                start += block.getFirst().width() + gap;
            }
            lines.add(line);
        }
    }

    /// Fills lines with items, as many in each as fit.
    ///
    /// @param items the items
    /// @param width the columns that there are
    /// @param most  how many lines there may be; the last one then says how many items are left out
    /// @return the lines, none when there are no items
    public static List<Text> flow(List<Text> items, int width, int most) {
        List<List<Text>> lines = new ArrayList<>();
        List<Text> line = new ArrayList<>();
        long used = 0;
        for (Text item : items) {
            if (!line.isEmpty() && used + 2 + item.width() > width) {
                lines.add(line);
                line = new ArrayList<>();
                used = 0;
            }
            Text shown = item.shortened(width);
            used += (line.isEmpty() ? 0 : 2) + shown.width();
            line.add(shown);
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines.size() <= most ? lines.stream().map(Layout::joined).toList()
                : cut(lines, items.size(), width, most);
    }

    private static List<Text> cut(List<List<Text>> lines, int count, int width, int most) {
        List<List<Text>> kept = new ArrayList<>(lines.subList(0, most));
        List<Text> last = new ArrayList<>(kept.removeLast());
        int shown = kept.stream().mapToInt(List::size).sum() + last.size();
        Text ending = more(count - shown);
        while (!last.isEmpty() && width(last) + 2 + ending.width() > width) {
            last.removeLast();
            shown--;
            ending = more(count - shown);
        }
        last.add(ending);
        kept.add(last);
        return kept.stream().map(Layout::joined).toList();
    }

    /// Says how many items are left out.
    ///
    /// @param count how many
    /// @return such as `... and 37 more`
    public static Text more(long count) {
        return Text.of(Style.FAINT, "... and " + Numbers.grouped(count) + " more");
    }

    private static int width(List<Text> line) {
        return line.stream().mapToInt(Text::width).sum() + 2 * (line.size() - 1);
    }

    private static Text joined(List<Text> line) {
        return Text.joined(line, "  ");
    }

    /// Breaks a sentence between words.
    ///
    /// @param sentence the words
    /// @param width    the columns that there are; longer words stand out
    /// @return the lines, at least one
    public static List<Text> wrap(String sentence, int width) {
        return wrap(Text.EMPTY, sentence, 0, width);
    }

    /// Breaks a sentence that follows something between words.
    ///
    /// @param start    what the first line begins with
    /// @param sentence the words
    /// @param indent   the blanks before all other lines
    /// @param width    the columns that there are; longer words stand out
    /// @return the lines, at least one
    public static List<Text> wrap(Text start, String sentence, int indent, int width) {
        List<Text> lines = new ArrayList<>();
        Text line = start;
        boolean isBegun = false;
        for (String word : sentence.split(" ", -1)) {
            Text next = Text.of(word);
            if (isBegun && line.width() + 1 + next.width() > width) {
                lines.add(line);
                line = Text.of(" ".repeat(indent));
                isBegun = false;
            }
            line = line.plus(isBegun ? " " : "").plus(next);
            isBegun |= !word.isEmpty();
        }
        lines.add(line);
        return lines;
    }
}
