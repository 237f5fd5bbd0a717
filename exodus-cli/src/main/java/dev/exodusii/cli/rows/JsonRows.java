package dev.exodusii.cli.rows;

import dev.exodusii.cli.json.Ids;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Numbers;
import java.io.PrintStream;
import java.util.List;

/// Rows as JSON objects: one in each line, or in a list in a document.
final class JsonRows implements RowWriter {

    private static final int FLUSH = 1 << 14;

    private final PrintStream out;
    /// What comes before the value in each column, such as `,"time":`.
    private final String[] names;
    private final String head;
    private final boolean isList;
    private final Ids ids;
    private final StringBuilder text = new StringBuilder();
    private int column;
    private boolean isFirst = true;

    /// @param head what the document begins with, up to the fields before the rows; empty for one object in each line
    /// @param ids  how ids are written
    JsonRows(List<Column> columns, PrintStream out, String head, Ids ids) {
        this.out = out;
        this.head = head;
        this.isList = !head.isEmpty();
        this.ids = ids;
        this.names = columns.stream().map(column -> "," + Json.quoted(column.name()) + ":").toArray(String[]::new);
        if (names.length > 0) {
            names[0] = names[0].substring(1);
        }
    }

    @Override
    public RowWriter word(String word) {
        next().append(Json.quoted(word));
        return this;
    }

    @Override
    public RowWriter integer(long number) {
        next().append(number);
        return this;
    }

    @Override
    public RowWriter id(long id) {
        String quote = ids == Ids.STRINGS ? "\"" : "";
        next().append(quote).append(id).append(quote);
        return this;
    }

    @Override
    public RowWriter real(double number) {
        return real(Double.isFinite(number), () -> Numbers.append(text, number));
    }

    @Override
    public RowWriter real(float number) {
        return real(Float.isFinite(number), () -> Numbers.append(text, number));
    }

    /// JSON has no word for what is no number.
    private RowWriter real(boolean isFinite, Runnable append) {
        String quote = isFinite ? "" : "\"";
        next().append(quote);
        append.run();
        text.append(quote);
        return this;
    }

    @Override
    public RowWriter absent() {
        next().append("null");
        return this;
    }

    /// Begins a value.
    private StringBuilder next() {
        if (column == 0) {
            begin();
            text.append(isList ? isFirst ? "\n" : ",\n" : "").append('{');
            isFirst = false;
        }
        return text.append(names[column++]);
    }

    private void begin() {
        if (isFirst && isList) {
            text.append(head, 0, head.length() - 1).append(head.length() > 2 ? "," : "").append("\"rows\":[");
        }
    }

    @Override
    public void end() {
        text.append(isList ? "}" : "}\n");
        column = 0;
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
        begin();
        text.append(isList ? "\n]}" : "");
        flush();
        out.flush();
    }
}
