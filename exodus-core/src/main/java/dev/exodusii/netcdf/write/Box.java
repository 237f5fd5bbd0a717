package dev.exodusii.netcdf.write;

import java.util.Arrays;
import java.util.List;

/// A region of one variable, checked, as pieces that each lie in the file without gaps.
final class Box {

    private final VariableDefinition variable;
    private final FileLayout layout;
    private final long[] start;
    private final long[] count;
    /// The number of leading dimensions that tell pieces apart.
    private final int outer;
    private final long pieceValues;

    private Box(VariableDefinition variable, FileLayout layout, long[] start, long[] count) {
        this.variable = variable;
        this.layout = layout;
        this.start = start;
        this.count = count;
        int least = variable.isRecord() ? 1 : 0;
        int dimension = count.length;
        // Whole rows of the inner dimensions are joined, and of the first that is not whole those that are wanted.
        while (dimension > least && isWhole(dimension - 1)) {
            dimension--;
        }
        this.outer = Math.max(least, dimension - 1);
        this.pieceValues = product(Arrays.copyOfRange(count, outer, count.length));
    }

    private boolean isWhole(int dimension) {
        return count[dimension] == variable.dimensions().get(dimension).length();
    }

    /// Completes and checks a region.
    ///
    /// @throws IllegalArgumentException  when it has more dimensions than the variable, or names no records
    /// @throws IndexOutOfBoundsException when it leads outside the variable
    static Box of(VariableDefinition variable, FileLayout layout, Region region) {
        List<DimensionDefinition> dimensions = variable.dimensions();
        long[] from = region.start();
        long[] counts = region.count();
        if (from.length > dimensions.size()) {
            throw new IllegalArgumentException(variable.name() + ": a region of " + from.length
                    + " dimensions does not fit " + variable);
        }
        if (variable.isRecord() && from.length == 0) {
            throw new IllegalArgumentException(variable.name()
                    + ": say which records the values are for; the variable grows with them");
        }
        long[] start = Arrays.copyOf(from, dimensions.size());
        long[] count = Arrays.copyOf(counts, dimensions.size());
        for (int d = 0; d < dimensions.size(); d++) {
            DimensionDefinition dimension = dimensions.get(d);
            if (d >= from.length) {
                count[d] = dimension.length();
            }
            long length = dimension.isRecord() ? Long.MAX_VALUE : dimension.length();
            if (start[d] > length - count[d]) {
                throw new IndexOutOfBoundsException(variable.name() + ": " + count[d] + " values from index " + start[d]
                        + " on do not fit into dimension " + dimension);
            }
        }
        return new Box(variable, layout, start, count);
    }

    long values() {
        return product(count);
    }

    long firstRecord() {
        return variable.isRecord() ? start[0] : 0;
    }

    /// The number of records, 1 for a fixed variable.
    long records() {
        return variable.isRecord() ? count[0] : 1;
    }

    /// Tells whether each record, or the fixed variable, is put as a whole, in one piece.
    boolean isWhole() {
        return pieceValues == variable.slabValues();
    }

    /// Tells whether another box of the variable lies inside this one, in each record that both have.
    boolean coversInRecords(Box other) {
        for (int d = variable.isRecord() ? 1 : 0; d < count.length; d++) {
            if (other.start[d] < start[d] || other.start[d] + other.count[d] > start[d] + count[d]) {
                return false;
            }
        }
        return true;
    }

    long pieces() {
        return product(Arrays.copyOf(count, outer));
    }

    long pieceValues() {
        return pieceValues;
    }

    /// Returns the byte where a piece begins.
    long pieceAt(long piece) {
        long at = layout.begin(variable);
        long stride = variable.type().byteSize();
        long rest = piece;
        for (int d = count.length - 1; d >= 0; d--) {
            long index = start[d];
            if (d < outer) {
                index += rest % count[d];
                rest /= count[d];
            }
            boolean isRecord = variable.isRecord() && d == 0;
            at = Math.addExact(at, Math.multiplyExact(index, isRecord ? layout.recordStride() : stride));
            stride *= isRecord ? 1 : variable.dimensions().get(d).length();
        }
        return at;
    }

    private static long product(long[] lengths) {
        long product = 1;
        for (long length : lengths) {
            product = Math.multiplyExact(product, length);
        }
        return product;
    }
}
