package dev.exodusii.netcdf.write;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Values of a view with gaps, or to which something is added: rows of one length, each of which is read by itself.
final class ViewValues extends Values {

    /// Reads some values of one row, from an index of it on, and stores them.
    @FunctionalInterface
    private interface Row {
        void encode(Conversion conversion, long from, int count, Target target);
    }

    /// Where values go, and which index the first of them has for messages.
    private record Target(long index, ElementType type, MemorySegment to, long at) {}

    private final LongFunction<Row> rows;
    private final long rowSize;
    private final long start;
    private final long size;

    private ViewValues(LongFunction<Row> rows, long rowSize, long start, long size) {
        this.rows = rows;
        this.rowSize = rowSize;
        this.start = start;
        this.size = size;
    }

    static Values reading(RealView view) {
        return new ViewValues(_ -> row(view), view.size(), 0, view.size());
    }

    static Values reading(IntegerView view) {
        return new ViewValues(_ -> row(view), view.size(), 0, view.size());
    }

    static Values reading(RealMatrix matrix) {
        return new ViewValues(row -> row(matrix.row(row)), matrix.columns(), 0, matrix.size());
    }

    static Values reading(IntegerMatrix matrix) {
        return new ViewValues(row -> row(matrix.row(row)), matrix.columns(), 0, matrix.size());
    }

    /// An array is as many rows as its outer dimensions count, each contiguous or at least evenly spaced.
    static Values reading(ArrayView view) {
        int outer = 0;
        ArrayView inner = view;
        while (inner.rank() > 1 && inner.rawSegment().isEmpty()) {
            inner = inner.select(0, 0);
            outer++;
        }
        long[] lengths = Arrays.copyOf(view.shape(), outer);
        return new ViewValues(row -> row(selected(view, lengths, row)), inner.count(), 0, view.count());
    }

    private static ArrayView selected(ArrayView view, long[] lengths, long row) {
        long[] index = new long[lengths.length];
        long rest = row;
        for (int d = lengths.length - 1; d >= 0; d--) {
            index[d] = rest % lengths[d];
            rest /= lengths[d];
        }
        ArrayView selected = view;
        for (long each : index) {
            selected = selected.select(0, each);
        }
        return selected;
    }

    private static Row row(ArrayView array) {
        ElementType given = array.type();
        if (array.rawSegment().isPresent()) {
            MemorySegment raw = array.rawSegment().get();
            return (conversion, from, count, target) -> conversion.memory(raw, given, ByteOrder.BIG_ENDIAN, from,
                    target.index, count, target.type, target.to, target.at);
        }
        if (given == ElementType.CHAR) {
            return (_, from, count, target) -> {
                Conversion.checkKind(given, target.type);
                for (int i = 0; i < count; i++) {
                    MemorySegment one = array.slice(0, from + i, 1).rawSegment().orElseThrow();
                    target.to.set(ValueLayout.JAVA_BYTE, target.at + i, one.get(ValueLayout.JAVA_BYTE, 0));
                }
            };
        }
        return given.isReal() ? row(array.reals()) : row(array.integers());
    }

    private static Row row(RealView view) {
        return (conversion, from, count, target) -> {
            double[] doubles = conversion.doubles();
            for (int done = 0; done < count; done += doubles.length) {
                int piece = Math.min(doubles.length, count - done);
                view.slice(from + done, piece).copyTo(doubles);
                conversion.reals(doubles, target.index + done, piece, target.type, target.to,
                        target.at + (long) done * target.type.byteSize());
            }
        };
    }

    private static Row row(IntegerView view) {
        ElementType given = view.type() == ElementType.UINT64 ? ElementType.UINT64 : ElementType.INT64;
        return (conversion, from, count, target) -> {
            long[] longs = conversion.longs();
            for (int done = 0; done < count; done += longs.length) {
                int piece = Math.min(longs.length, count - done);
                view.slice(from + done, piece).copyTo(longs);
                conversion.integers(longs, given, target.index + done, piece, target.type, target.to,
                        target.at + (long) done * target.type.byteSize());
            }
        };
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    @Nullable MemorySegment stored(ElementType type) {
        return null;
    }

    @Override
    void encode(Conversion conversion, long first, int count, ElementType type, MemorySegment to) {
        int done = 0;
        while (done < count) {
            long index = start + first + done;
            long from = index % rowSize;
            int piece = (int) Math.min(count - done, rowSize - from);
            rows.apply(index / rowSize).encode(conversion, from, piece,
                    new Target(first + done, type, to, (long) done * type.byteSize()));
            done += piece;
        }
    }

    @Override
    Values part(long from, long count) {
        return new ViewValues(rows, rowSize, start + from, count);
    }

    @Override
    public String toString() {
        return "values[" + size + "]";
    }
}
