package dev.exodusii.write;

import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.util.function.LongConsumer;

/// Where real numbers go in a file that is written: the coordinates along an axis, a variable at a step ...
///
/// Values are converted to the type of the file on the way: floats become doubles without loss; doubles become the nearest
/// floats. They go straight from where they are to the file, and may be changed as soon as a method returns. Used by the
/// thread that uses the writer.
public final class RealPlace {

    private final Target target;

    RealPlace(Target target) {
        this.target = target;
    }

    /// Returns the number of values that go here.
    public long size() {
        return target.size();
    }

    /// Puts all values from wherever they are: an array, a buffer, memory, a view.
    ///
    /// @param values as many as [#size], such as `Values.of(buffer)`
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when it is another number of values, or they are text
    /// @throws ArithmeticException      when a double is too large for the type of the file, float
    /// @throws IllegalStateException    when what is here was announced or committed, or the writer is closed
    public void put(Values values) throws IOException {
        target.put(values);
    }

    /// Puts all values; see [#put(Values)].
    ///
    /// @param values as many as [#size]
    /// @throws IOException when they cannot be written
    public void put(double... values) throws IOException {
        put(Values.of(values));
    }

    /// Puts all values; see [#put(Values)].
    ///
    /// @param values as many as [#size]
    /// @throws IOException when they cannot be written
    public void put(float[] values) throws IOException {
        put(Values.of(values));
    }

    /// Puts all values; see [#put(Values)].
    ///
    /// @param values as many as [#size], of this file or another
    /// @throws IOException when they cannot be written
    public void put(RealView values) throws IOException {
        put(Values.of(values));
    }

    /// Puts all values, row by row; see [#put(Values)].
    ///
    /// @param values as many as [#size]
    /// @throws IOException when they cannot be written
    public void put(RealMatrix values) throws IOException {
        put(Values.of(values));
    }

    /// Puts the same value everywhere; see [#put(Values)].
    ///
    /// @param value the value
    /// @throws IOException when it cannot be written
    public void fill(double value) throws IOException {
        target.fill(value);
    }

    /// Returns a part of the place, to put values piece by piece, in any order. Whether the pieces fill it is checked when it
    /// is committed or announced.
    ///
    /// @param from  the 0-based index of the first value; of a place with rows, that of the first value of a row
    /// @param count how many; of a place with rows, whole rows
    /// @return the part
    /// @throws IndexOutOfBoundsException when it does not lie inside
    /// @throws IllegalArgumentException  when it is not a range of whole rows
    public RealPlace slice(long from, long count) {
        return new RealPlace(target.slice(from, count));
    }

    /// Begins to put values one after another.
    ///
    /// @param progress is told how many values were put since it was told last
    /// @return takes the values; to be closed when all were given
    public RealRun run(LongConsumer progress) {
        return new RealRun(this, progress);
    }

    /// Returns the variable of the container and the part of it.
    @Override
    public String toString() {
        return target.toString();
    }
}
