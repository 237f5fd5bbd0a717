package dev.exodusii.write;

import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.VariableDefinition;
import java.util.Objects;

/// Where the values of one variable go, step by step or many steps at once. Steps are 0-based.
///
/// Steps may be put in any order until they are announced. Used by the thread that uses the writer.
public final class SeriesPlace {

    private final NetcdfWriter file;
    private final VariableDefinition variable;
    private final long[] start;
    private final long[] count;
    private final Target.Written written;
    private final Coverage coverage;

    /// Takes the dimensions after that of time; takes ownership of the arrays.
    SeriesPlace(NetcdfWriter file, VariableDefinition variable, long[] start, long[] count, Target.Written written,
            Coverage coverage) {
        this.file = file;
        this.variable = variable;
        this.start = start;
        this.count = count;
        this.written = written;
        this.coverage = coverage;
    }

    /// Returns where all values of a variable of the container go.
    static SeriesPlace all(NetcdfWriter file, VariableDefinition variable, Target.Written written,
            Coverage coverage) {
        long[] lengths = variable.dimensions().stream().skip(1).mapToLong(dimension -> dimension.length()).toArray();
        return new SeriesPlace(file, variable, new long[lengths.length], lengths, written, coverage);
    }

    /// Returns the number of values at each step.
    public long size() {
        long size = 1;
        for (long length : count) {
            size *= length;
        }
        return size;
    }

    /// Returns where the values of one step go.
    ///
    /// @param step the 0-based time step
    /// @return the place of [#size] values
    /// @throws IndexOutOfBoundsException when the step is negative
    public RealPlace step(long step) {
        return steps(step, 1);
    }

    /// Returns where the values of several steps go: (steps x entries), step after step.
    ///
    /// @param first the first 0-based time step
    /// @param steps how many
    /// @return the place of `steps` times [#size] values
    /// @throws IndexOutOfBoundsException when a number is negative
    public RealPlace steps(long first, long steps) {
        Objects.checkFromIndexSize(first, steps, Long.MAX_VALUE);
        return new RealPlace(new Target(file, variable, prepend(first, start), prepend(steps, count), written, coverage));
    }

    private static long[] prepend(long first, long[] rest) {
        long[] all = new long[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    /// Returns the variable of the container.
    @Override
    public String toString() {
        return variable.toString();
    }
}
