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
    private final StringBuilder text = new StringBuilder();
    private boolean isFirst = true;

    SeparatedRows(List<Column> columns, PrintStream out, boolean isCsv) {
        this.out = out;
        this.isCsv = isCsv;
        columns.forEach(column -> word(column.name()));
        end();
    }

    @Override
    public RowWriter word(String word) {
        return isCsv ? cell(quoted(word)) : cell(Escape.printable(word));
    }

    private static String quoted(String word) {
        boolean isPlain = word.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? word : '"' + word.replace("\"", "\"\"") + '"';
    }

    @Override
    public RowWriter integer(long number) {
        return cell(Long.toString(number));
    }

    @Override
    public RowWriter real(double number) {
        return cell(Numbers.real(number));
    }

    @Override
    public RowWriter real(float number) {
        return cell(Numbers.real(number));
    }

    @Override
    public RowWriter absent() {
        return cell("");
    }

    private RowWriter cell(String cell) {
        if (!isFirst) {
            text.append(isCsv ? ',' : '\t');
        }
        isFirst = false;
        text.append(cell);
        return this;
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
