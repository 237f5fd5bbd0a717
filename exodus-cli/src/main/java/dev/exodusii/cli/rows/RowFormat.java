package dev.exodusii.cli.rows;

/// How rows are written.
public enum RowFormat {
    /// Aligned columns, for people.
    TABLE,
    /// Values with a tab between them, a line of headings first: what a pipe gets.
    TSV,
    /// Values with a comma between them as RFC 4180 has it, a line of headings first.
    CSV,
    /// One JSON object in each line.
    NDJSON,
    /// One JSON document, in it a list of objects.
    JSON
}
