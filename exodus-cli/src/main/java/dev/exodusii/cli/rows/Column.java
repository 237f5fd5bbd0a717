package dev.exodusii.cli.rows;

/// One column of rows.
///
/// @param name     its heading, and the name of the field in JSON
/// @param isNumber whether its cells are numbers, which are aligned to the right
public record Column(String name, boolean isNumber) {

    /// Makes a column of words.
    ///
    /// @param name its heading
    /// @return the column
    public static Column words(String name) {
        return new Column(name, false);
    }

    /// Makes a column of numbers.
    ///
    /// @param name its heading
    /// @return the column
    public static Column numbers(String name) {
        return new Column(name, true);
    }
}
