package dev.exodusii.write;

import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import java.io.IOException;
import java.util.function.LongConsumer;

/// Where integers go in a file that is written: connectivity, entries of sets, ids ...
///
/// Whether 0-based indexes or 1-based numbers are taken is told by the method that returns the place. Integers that
/// the type of the file cannot hold are refused, not cut. They go straight from where they are to the file, and may be
/// changed as soon as a method returns. Used by the thread that uses the writer.
public final class IntegerPlace {

    private static final int PIECE = 8_192;

    private final Target target;
    private final long added;

    IntegerPlace(Target target, long added) {
        this.target = target;
        this.added = added;
    }

    /// Returns the number of values that go here.
    public long size() {
        return target.size();
    }

    /// Puts all values from wherever they are: an array, a buffer, memory, a view.
    ///
    /// @param values as many as [#size], such as `Values.of(buffer)`, row by row
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when it is another number of values, or they are text
    /// @throws ArithmeticException      when a value does not fit into the type of the file; the message tells which
    /// @throws IllegalStateException    when what is here was committed, or the writer is closed
    public void put(Values values) throws IOException {
        target.put(added == 0 ? values : values.plus(added));
    }

    /// Puts all values; see [#put(Values)].
    ///
    /// @param values as many as [#size]
    /// @throws IOException when they cannot be written
    public void put(int... values) throws IOException {
        put(Values.of(values));
    }

    /// Puts all values; see [#put(Values)].
    ///
    /// @param values as many as [#size]
    /// @throws IOException when they cannot be written
    public void put(long[] values) throws IOException {
        put(Values.of(values));
    }

    /// Puts all values of an array of rows; see [#put(Values)].
    ///
    /// @param rows such as the nodes of each element, all rows together as many as [#size]
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when it is another number of values
    public void put(int[][] rows) throws IOException {
        long given = 0;
        for (int[] row : rows) {
            given += row.length;
        }
        target.checkSize(given);
        long done = 0;
        int[] buffer = new int[(int) Math.min(PIECE, given)];
        int filled = 0;
        for (int[] row : rows) {
            for (int value : row) {
                buffer[filled++] = value;
                if (filled == buffer.length) {
                    putPiece(done, buffer, filled);
                    done += filled;
                    filled = 0;
                }
            }
        }
        putPiece(done, buffer, filled);
        target.mark();
    }

    private void putPiece(long from, int[] buffer, int count) throws IOException {
        if (count > 0) {
            Values values = Values.of(buffer).slice(0, count);
            target.putPiece(from, added == 0 ? values : values.plus(added));
        }
    }

    /// Puts all values; see [#put(Values)].
    ///
    /// @param values as many as [#size], of this file or another
    /// @throws IOException when they cannot be written
    public void put(IntegerView values) throws IOException {
        put(Values.of(values));
    }

    /// Puts all values, row by row; see [#put(Values)].
    ///
    /// @param values as many as [#size]
    /// @throws IOException when they cannot be written
    public void put(IntegerMatrix values) throws IOException {
        put(Values.of(values));
    }

    /// Puts the same value everywhere; see [#put(Values)].
    ///
    /// @param value the value
    /// @throws IOException when it cannot be written
    public void fill(long value) throws IOException {
        target.fill(Math.addExact(value, added));
    }

    /// Returns a part of the place, to put values piece by piece, in any order. Whether the pieces fill it is checked when it
    /// is committed or announced.
    ///
    /// @param from  the 0-based index of the first value; of a place with rows, that of the first value of a row
    /// @param count how many; of a place with rows, whole rows
    /// @return the part
    /// @throws IndexOutOfBoundsException when it does not lie inside
    /// @throws IllegalArgumentException  when it is not a range of whole rows
    public IntegerPlace slice(long from, long count) {
        return new IntegerPlace(target.slice(from, count), added);
    }

    /// Begins to put values one after another.
    ///
    /// @param progress is told how many values were put since it was told last
    /// @return takes the values; to be closed when all were given
    public IntegerRun run(LongConsumer progress) {
        return new IntegerRun(this, progress);
    }

    /// Returns the variable of the container and the part of it.
    @Override
    public String toString() {
        return target.toString();
    }
}
