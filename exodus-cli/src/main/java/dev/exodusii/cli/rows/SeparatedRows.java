package dev.exodusii.cli.rows;

import dev.exodusii.cli.text.Escape;
import dev.exodusii.cli.text.Numbers;
import java.io.PrintStream;
import java.util.List;

/// Rows with a comma or a tab between cells. What does not exist is empty.
final class SeparatedRows implements RowWriter {

    private static final int FLUSH = 1 << 14;

    private final PrintStream out;
    private final boolean isCsv;
    private final int columns;
    private final StringBuilder text = new StringBuilder();
    private boolean isFirst = true;

    SeparatedRows(List<Column> columns, boolean hasHeadings, PrintStream out, boolean isCsv) {
        this.out = out;
        this.isCsv = isCsv;
        this.columns = columns.size();
        if (hasHeadings) {
            columns.forEach(column -> word(column.name()));
            end();
        }
    }

    @Override
    public RowWriter word(String word) {
        return cell(isCsv ? quoted(word) : Escape.printable(word));
    }

    /// An empty line would be no row at all for many readers.
    private String quoted(String word) {
        boolean isPlain = word.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain && (columns > 1 || !word.isEmpty()) ? word : '"' + word.replace("\"", "\"\"") + '"';
    }

    @Override
    public RowWriter integer(long number) {
        next().append(number);
        return this;
    }

    @Override
    public RowWriter real(double number) {
        Numbers.append(next(), number);
        return this;
    }

    @Override
    public RowWriter real(float number) {
        Numbers.append(next(), number);
        return this;
    }

    @Override
    public RowWriter absent() {
        next();
        return this;
    }

    private RowWriter cell(String cell) {
        next().append(cell);
        return this;
    }

    /// Begins a cell.
    private StringBuilder next() {
        if (!isFirst) {
            text.append(isCsv ? ',' : '\t');
        }
        isFirst = false;
        return text;
    }

    @Override
    public void end() {
        text.append('\n');
        isFirst = true;
        if (text.length() > FLUSH) {
            flush();
        }
    }

    private void flush() {
        out.append(text);
        text.setLength(0);
    }

    @Override
    public boolean isBroken() {
        return out.checkError();
    }

    @Override
    public void close() {
        flush();
        out.flush();
    }
}
