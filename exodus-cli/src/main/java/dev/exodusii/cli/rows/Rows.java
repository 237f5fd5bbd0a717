package dev.exodusii.cli.rows;

import dev.exodusii.cli.json.Ids;
import dev.exodusii.cli.text.Text;
import java.io.PrintStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Makes writers of rows.
public final class Rows {

    private Rows() {}

    /// Makes a writer of lines of text or JSON.
    ///
    /// @param format      any format but a table
    /// @param columns     the columns
    /// @param hasHeadings whether a line of headings comes first where the format has one
    /// @param out         where the rows go
    /// @param head        the JSON object that the rows become the last field of; only for [RowFormat#JSON]
    /// @param ids         how JSON has ids
    /// @return the writer
    public static RowWriter plain(RowFormat format, List<Column> columns, boolean hasHeadings, PrintStream out,
            String head, Ids ids) {
        return switch (format) {
            case TSV, CSV -> new SeparatedRows(columns, hasHeadings, out, format == RowFormat.CSV);
            case NDJSON -> new JsonRows(columns, out, "", ids);
            case JSON -> new JsonRows(columns, out, head, ids);
            case TABLE -> throw new IllegalArgumentException("a table needs a terminal");
        };
    }

    /// Makes a writer of an aligned table.
    ///
    /// @param columns  the columns
    /// @param width    how wide a line may be
    /// @param digits   how many significant digits real numbers have at most; all that they need where it is 0
    /// @param lines    where the lines go
    /// @param isBroken tells whether nobody reads them any more
    /// @return the writer
    public static RowWriter table(List<Column> columns, int width, int digits, Consumer<Text> lines,
            BooleanSupplier isBroken) {
        return new TableRows(columns, width, digits, lines, isBroken);
    }
}
