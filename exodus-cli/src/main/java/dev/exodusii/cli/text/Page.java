package dev.exodusii.cli.text;

/// How much may be shown, and in which width.
///
/// @param width   the columns in which tables find their place
/// @param breakAt the columns after which lines are broken
/// @param rows    the most rows that a table may have
/// @param lines   the most lines that a list of names may have
public record Page(int width, int breakAt, int rows, int lines) {

    /// Everything, each list in one line: for pipes, where programs read and nothing scrolls away.
    public static final Page UNLIMITED = new Page(Terminal.Size.USUAL.columns(), Integer.MAX_VALUE, Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    /// Makes a page of a terminal.
    ///
    /// @param columns the columns of the terminal
    /// @return a page without limits to the number of lines
    public static Page wide(int columns) {
        return new Page(columns, columns, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /// Returns the same page with shorter lists.
    ///
    /// @param mostRows  the most rows of a table
    /// @param mostLines the most lines of a list of names
    /// @return the page
    public Page shortened(int mostRows, int mostLines) {
        return new Page(width, breakAt, mostRows, mostLines);
    }
}
