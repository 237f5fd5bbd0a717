package dev.exodusii.write;

import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Region;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.netcdf.write.VariableDefinition;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/// A box of values in a variable of the container, and who is told that it was put.
final class Target {

    private static final int PIECE = 4_096;

    private final NetcdfWriter file;
    private final VariableDefinition variable;
    private final long[] start;
    private final long[] count;
    private final Written written;

    /// Takes ownership of the arrays, which have one value for each dimension of the variable.
    Target(NetcdfWriter file, VariableDefinition variable, long[] start, long[] count, Written written) {
        this.file = file;
        this.variable = variable;
        this.start = start;
        this.count = count;
        this.written = written;
    }

    /// Is told of what was put.
    @FunctionalInterface
    interface Written {

        /// Nobody needs to know: the container itself keeps count of whole variables.
        Written UNNOTICED = (firstRecord, records) -> {};

        void mark(long firstRecord, long records);
    }

    /// Returns all values of a fixed variable.
    static Target all(NetcdfWriter file, VariableDefinition variable) {
        long[] lengths = variable.dimensions().stream().mapToLong(dimension -> dimension.length()).toArray();
        return new Target(file, variable, new long[lengths.length], lengths, Written.UNNOTICED);
    }

    long size() {
        long size = 1;
        for (long length : count) {
            size *= length;
        }
        return size;
    }

    void put(Values values) throws IOException {
        checkSize(values.size());
        write(values);
    }

    void checkSize(long given) {
        if (given != size()) {
            throw new IllegalArgumentException(file.name() + ": " + given + " values were given for the " + size()
                    + " of " + this);
        }
    }

    private void write(Values values) throws IOException {
        file.put(variable, new Region(start, count), values);
        written.mark(variable.isRecord() ? start[0] : 0, variable.isRecord() ? count[0] : 1);
    }

    /// Puts values that follow one another from an index on, whole rows or not.
    void putPiece(long from, Values values) throws IOException {
        long row = rowSize();
        long done = 0;
        while (done < values.size()) {
            long at = from + done;
            long whole = at % row == 0 ? (values.size() - done) / row * row : 0;
            if (whole > 0) {
                slice(at, whole).write(values.slice(done, whole));
                done += whole;
            } else {
                long some = Math.min(row - at % row, values.size() - done);
                slice(at - at % row, row).putPiece(at % row, values.slice(done, some));
                done += some;
            }
        }
    }

    void fill(double value) throws IOException {
        double[] piece = new double[(int) Math.min(PIECE, size())];
        Arrays.fill(piece, value);
        for (long done = 0; done < size(); done += piece.length) {
            putPiece(done, Values.of(piece).slice(0, Math.min(piece.length, size() - done)));
        }
    }

    void fill(long value) throws IOException {
        long[] piece = new long[(int) Math.min(PIECE, size())];
        Arrays.fill(piece, value);
        for (long done = 0; done < size(); done += piece.length) {
            putPiece(done, Values.of(piece).slice(0, Math.min(piece.length, size() - done)));
        }
    }

    /// The first dimension along which there is more than one value.
    private int slowest() {
        int dimension = 0;
        while (dimension < count.length - 1 && count[dimension] == 1) {
            dimension++;
        }
        return dimension;
    }

    /// The number of values for each index of the slowest dimension.
    private long rowSize() {
        long size = 1;
        for (int d = slowest() + 1; d < count.length; d++) {
            size *= count[d];
        }
        return size;
    }

    Target slice(long from, long length) {
        Objects.checkFromIndexSize(from, length, size());
        long row = rowSize();
        if (from % row != 0 || length % row != 0) {
            throw new IllegalArgumentException(this + " has rows of " + row + " values: values " + from + " to "
                    + (from + length - 1) + " are not whole rows");
        }
        if (count.length == 0) {
            return this;
        }
        long[] partStart = start.clone();
        long[] partCount = count.clone();
        partStart[slowest()] += from / row;
        partCount[slowest()] = length / row;
        return new Target(file, variable, partStart, partCount, written);
    }

    /// Returns the variable, and where in it, if not everywhere.
    @Override
    public String toString() {
        boolean isAll = variable.dimensions().size() == count.length && !variable.isRecord();
        for (int d = 0; d < count.length && isAll; d++) {
            isAll = count[d] == variable.dimensions().get(d).length();
        }
        return isAll ? variable.toString()
                : variable + " from " + Arrays.toString(start) + ", " + Arrays.toString(count) + " values";
    }
}
