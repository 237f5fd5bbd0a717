package dev.exodusii.cli.rows;

import dev.exodusii.cli.json.Json;
import java.io.PrintStream;
import java.util.List;

/// Rows as JSON objects: one in each line, or in a list in a document.
final class JsonRows implements RowWriter {

    private final PrintStream out;
    private final List<Column> columns;
    private final String head;
    private final boolean isList;
    private Json row = Json.begin(false);
    private int column;
    private boolean isFirst = true;

    /// @param head what the document begins with, up to the fields before the rows; empty for one object in each line
    JsonRows(List<Column> columns, PrintStream out, String head) {
        this.out = out;
        this.columns = columns;
        this.head = head;
        this.isList = !head.isEmpty();
    }

    @Override
    public RowWriter word(String word) {
        row.field(name(), word);
        return this;
    }

    @Override
    public RowWriter integer(long number) {
        row.field(name(), number);
        return this;
    }

    @Override
    public RowWriter real(double number) {
        row.field(name(), number);
        return this;
    }

    @Override
    public RowWriter real(float number) {
        row.real(name(), number);
        return this;
    }

    @Override
    public RowWriter absent() {
        row.absent(name());
        return this;
    }

    private String name() {
        return columns.get(column++).name();
    }

    @Override
    public void end() {
        begin();
        out.append(isList ? isFirst ? "\n" : ",\n" : "").append(row.end()).append(isList ? "" : "\n");
        row = Json.begin(false);
        column = 0;
        isFirst = false;
    }

    private void begin() {
        if (isFirst && isList) {
            out.append(head.substring(0, head.length() - 1)).append(head.length() > 2 ? "," : "").append("\"rows\":[");
        }
    }

    @Override
    public boolean isBroken() {
        return out.checkError();
    }

    @Override
    public void close() {
        begin();
        out.append(isList ? "\n]}" : "");
        out.flush();
    }
}
