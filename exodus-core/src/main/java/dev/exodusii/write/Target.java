package dev.exodusii.write;

import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Region;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.netcdf.write.VariableDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A box of values in a variable of the container, and who is told that it was put.
final class Target {

    private static final int PIECE = 8_192;

    private final NetcdfWriter file;
    private final VariableDefinition variable;
    private final long[] start;
    private final long[] count;
    private final Written written;
    private final Coverage coverage;
    private final Optional<Coverage.Box> whole;
    private final long offset;

    /// Takes ownership of the arrays, which have one value for each dimension of the variable.
    Target(NetcdfWriter file, VariableDefinition variable, long[] start, long[] count, Written written,
            Coverage coverage) {
        this(file, variable, start, count, written, coverage, Optional.empty(), 0);
    }

    /// A piece of a box has the box, and its own place among the values of it.
    private Target(NetcdfWriter file, VariableDefinition variable, long[] start, long[] count, Written written,
            Coverage coverage, Optional<Coverage.Box> whole, long offset) {
        this.file = file;
        this.variable = variable;
        this.start = start;
        this.count = count;
        this.written = written;
        this.coverage = coverage;
        this.whole = whole;
        this.offset = offset;
    }

    /// Is told of what was put.
    @FunctionalInterface
    interface Written {

        /// Nobody needs to know: the container itself keeps count of whole variables.
        Written UNNOTICED = (firstRecord, records) -> {};

        void mark(long firstRecord, long records);
    }

    /// Returns all values of a fixed variable.
    static Target all(NetcdfWriter file, VariableDefinition variable, Coverage coverage) {
        long[] lengths = variable.dimensions().stream().mapToLong(dimension -> dimension.length()).toArray();
        return new Target(file, variable, new long[lengths.length], lengths, Written.UNNOTICED, coverage);
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
        writeUnmarked(values);
        mark();
    }

    private void writeUnmarked(Values values) throws IOException {
        file.put(variable, new Region(start, count), values);
    }

    /// Tells that all values of this place were put.
    void mark() {
        long firstRecord = variable.isRecord() ? start[0] : 0;
        long records = variable.isRecord() ? count[0] : 1;
        written.mark(firstRecord, records);
        if (whole.isPresent()) {
            coverage.piece(whole.get(), offset, size());
        } else {
            for (long record = firstRecord; record < firstRecord + records; record++) {
                coverage.all(box(record));
            }
        }
    }

    private Coverage.Box box(long record) {
        List<Long> inner = new ArrayList<>();
        long size = 1;
        for (int d = variable.isRecord() ? 1 : 0; d < count.length; d++) {
            inner.add(start[d]);
            inner.add(count[d]);
            size *= count[d];
        }
        return new Coverage.Box(variable, record, inner, size);
    }

    /// Puts values that follow one another from an index on, whole rows or not. The caller fills the place, and then says so
    /// with [#mark].
    void putPiece(long from, Values values) throws IOException {
        long row = rowSize();
        long done = 0;
        while (done < values.size()) {
            long at = from + done;
            long whole = at % row == 0 ? (values.size() - done) / row * row : 0;
            if (whole > 0) {
                slice(at, whole).writeUnmarked(values.slice(done, whole));
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
        mark();
    }

    void fill(long value) throws IOException {
        long[] piece = new long[(int) Math.min(PIECE, size())];
        Arrays.fill(piece, value);
        for (long done = 0; done < size(); done += piece.length) {
            putPiece(done, Values.of(piece).slice(0, Math.min(piece.length, size() - done)));
        }
        mark();
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
        if (variable.isRecord() && slowest() == 0 || from == 0 && length == size()) {
            // Whole records.
            return new Target(file, variable, partStart, partCount, written, coverage, whole, offset);
        }
        return new Target(file, variable, partStart, partCount, written, coverage,
                whole.or(() -> Optional.of(box(variable.isRecord() ? start[0] : 0))), offset + from);
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
