package dev.exodusii.transform;

import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import dev.exodusii.write.IntegerPlace;
import dev.exodusii.write.RealPlace;
import java.io.IOException;

/// Brings arrays from file to file: straight where nothing about them changes, otherwise a piece at a time, those entries
/// that stay. For one thread.
final class Pieces {

    /// How many values are in a piece.
    static final int VALUES = 8_192;

    /// For integers that are no numbers of anything.
    static final Renumbering UNCHANGED = new WholeNumbering(Long.MAX_VALUE);

    private final double[] doubles = new double[VALUES];
    private final long[] longs = new long[VALUES];

    /// Reads some old entries that follow one another into a buffer.
    @FunctionalInterface
    interface Reader {

        /// @param oldFrom the first old index
        /// @param count   how many
        /// @param at      the position of the first in the buffer
        void read(long oldFrom, int count, int at);
    }

    /// Writes what is in the buffer.
    @FunctionalInterface
    interface Writer {

        /// @param newFrom the new index of the first
        /// @param count   how many
        void write(long newFrom, int count) throws IOException;
    }

    /// Moves all entries that stay through a buffer.
    ///
    /// @param kept   which stay
    /// @param most   how many the buffer holds
    /// @param reader fills it
    /// @param writer empties it
    static void move(Renumbering kept, int most, Reader reader, Writer writer) throws IOException {
        long done = 0;
        int filled = 0;
        long old = kept.nextKept(0);
        while (old < kept.oldCount()) {
            long end = kept.nextDropped(old);
            while (old < end) {
                int some = (int) Math.min(end - old, most - filled);
                reader.read(old, some, filled);
                filled += some;
                old += some;
                if (filled == most) {
                    writer.write(done, filled);
                    done += filled;
                    filled = 0;
                }
            }
            old = kept.nextKept(end);
        }
        if (filled > 0) {
            writer.write(done, filled);
        }
        if (done + filled != kept.newCount()) {
            throw new IllegalStateException(done + filled + " entries were found where " + kept.newCount() + " stay");
        }
    }

    /// Puts real numbers, multiplied and moved.
    void reals(RealView from, Renumbering kept, double factor, double offset, RealPlace to) throws IOException {
        if (kept.isWhole() && factor == 1 && offset == 0) {
            to.put(from);
            return;
        }
        move(kept, VALUES, (old, count, at) -> from.slice(old, count).copyTo(doubles, at, 1), (start, count) -> {
            for (int i = 0; i < count && (factor != 1 || offset != 0); i++) {
                doubles[i] = offset == 0 ? doubles[i] * factor : doubles[i] * factor + offset;
            }
            to.slice(start, count).put(Values.of(doubles).slice(0, count));
        });
    }

    void reals(RealView from, Renumbering kept, RealPlace to) throws IOException {
        reals(from, kept, 1, 0, to);
    }

    /// Puts rows of real numbers.
    ///
    /// @param order for each new column the old one
    void rows(RealMatrix from, Renumbering kept, int[] order, RealPlace to) throws IOException {
        if (kept.isWhole() && isOrdered(order)) {
            to.put(from);
            return;
        }
        int width = order.length;
        int most = Math.max(1, VALUES / width);
        double[] room = most * width <= VALUES ? doubles : new double[width];
        move(kept, most, (old, count, at) -> {
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < width; column++) {
                    room[(at + row) * width + column] = from.get(old + row, order[column]);
                }
            }
        }, (start, count) -> to.slice(start * width, (long) count * width)
                .put(Values.of(room).slice(0, (long) count * width)));
    }

    /// Puts integers.
    void integers(IntegerView from, Renumbering kept, Renumbering numbers, IntegerPlace to) throws IOException {
        if (kept.isWhole() && numbers.isWhole()) {
            to.put(from);
            return;
        }
        move(kept, VALUES, (old, count, at) -> from.slice(old, count).copyTo(longs, at, 1), (start, count) -> {
            for (int i = 0; i < count && !numbers.isWhole(); i++) {
                longs[i] = numbers.newNumber(longs[i]);
            }
            to.slice(start, count).put(Values.of(longs).slice(0, count));
        });
    }

    /// Puts the old numbers of what stays: the ids of what had none.
    void oldNumbers(Renumbering kept, IntegerPlace to) throws IOException {
        move(kept, VALUES, (old, count, at) -> {
            for (int i = 0; i < count; i++) {
                longs[at + i] = old + i + 1;
            }
        }, (start, count) -> to.slice(start, count).put(Values.of(longs).slice(0, count)));
    }

    /// Puts rows of integers.
    ///
    /// @param order   for each new column the old one
    /// @param numbers what the integers are numbers of
    /// @param changed in how many columns from the first on numbers change
    void rows(IntegerMatrix from, Renumbering kept, int[] order, Renumbering numbers, long changed,
            IntegerPlace to) throws IOException {
        if (kept.isWhole() && isOrdered(order) && numbers.isWhole()) {
            to.put(from);
            return;
        }
        int width = order.length;
        int most = Math.max(1, VALUES / width);
        long[] room = most * width <= VALUES ? longs : new long[width];
        long[] row = new long[width];
        move(kept, most, (old, count, at) -> {
            for (int i = 0; i < count; i++) {
                from.row(old + i).copyTo(row);
                for (int column = 0; column < width; column++) {
                    long number = row[order[column]];
                    room[(at + i) * width + column] = column < changed ? numbers.newNumber(number) : number;
                }
            }
        }, (start, count) -> to.slice(start * width, (long) count * width)
                .put(Values.of(room).slice(0, (long) count * width)));
    }

    static int[] ordered(long count) {
        int[] order = new int[Math.toIntExact(count)];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return order;
    }

    static boolean isOrdered(int[] order) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] != i) {
                return false;
            }
        }
        return true;
    }
}
