package dev.exodusii.cli.rows;

/// Takes rows cell by cell and writes each one when it ends; only tables hold some rows back, to see how wide they are.
///
/// Numbers are written so that exactly the same number is read back, but for tables, which may round. For one thread.
public interface RowWriter extends AutoCloseable {

    /// Adds a cell with a word.
    ///
    /// @param word the word; control characters are escaped
    /// @return this
    RowWriter word(String word);

    /// Adds a cell with an integer.
    ///
    /// @param number the integer
    /// @return this
    RowWriter integer(long number);

    /// Adds a cell with an id that a user gave.
    ///
    /// @param id the id
    /// @return this
    default RowWriter id(long id) {
        return integer(id);
    }

    /// Adds a cell with a real number that was stored in 64 bits, or computed.
    ///
    /// @param number the number
    /// @return this
    RowWriter real(double number);

    /// Adds a cell with a real number that was stored in 32 bits.
    ///
    /// @param number the number
    /// @return this
    RowWriter real(float number);

    /// Adds a cell for something that does not exist.
    ///
    /// @return this
    RowWriter absent();

    /// Ends the row.
    void end();

    /// Tells whether nobody reads any more, as after `| head`.
    boolean isBroken();

    /// Writes what is left to write; the stream stays open.
    @Override
    void close();
}
