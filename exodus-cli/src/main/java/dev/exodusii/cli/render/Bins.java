package dev.exodusii.cli.render;

import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/// Which primitives each horizontal band of a picture has to draw, in their own order. Used anew for each picture.
final class Bins {

    /// Stands for a primitive that no band has to draw.
    static final int NONE = -1;

    private static final int CHUNK = 8_192;
    private static final int SHIFT = 16;
    private static final int MASK = 0xffff;

    /// Tells which bands a primitive is in.
    @FunctionalInterface
    interface Placing {
        /// Returns [#packed] first and last band, or [#NONE].
        int bands(int primitive);
    }

    private static final class Chunk {
        final int[] places = new int[CHUNK];
        int[] ends = {};
        int[] items = {};
    }

    private final List<Chunk> chunks = new ArrayList<>();
    private int used;

    static int packed(int first, int last) {
        return first << SHIFT | last;
    }

    /// Puts primitives into bands.
    ///
    /// @param count   how many there are
    /// @param bands   how many bands there are
    /// @param placing makes what tells where they are, for each thread anew
    void fill(int count, int bands, Supplier<Placing> placing, Workers workers) {
        used = Math.ceilDiv(count, CHUNK);
        while (chunks.size() < used) {
            chunks.add(new Chunk());
        }
        workers.forEach(used, i -> fill(chunks.get(i), i * CHUNK, Math.min(count, (i + 1) * CHUNK), bands, placing.get()));
    }

    private static void fill(Chunk chunk, int from, int to, int bands, Placing placing) {
        if (chunk.ends.length != bands) {
            chunk.ends = new int[bands];
        }
        int[] counts = new int[bands];
        int all = 0;
        for (int i = from; i < to; i++) {
            int place = placing.bands(i);
            chunk.places[i - from] = place;
            if (place != NONE) {
                for (int band = place >> SHIFT; band <= (place & MASK); band++) {
                    counts[band]++;
                    all++;
                }
            }
        }
        if (chunk.items.length < all) {
            chunk.items = new int[all + all / 4];
        }
        int end = 0;
        for (int band = 0; band < bands; band++) {
            chunk.ends[band] = end;
            end += counts[band];
        }
        for (int i = from; i < to; i++) {
            int place = chunk.places[i - from];
            if (place != NONE) {
                for (int band = place >> SHIFT; band <= (place & MASK); band++) {
                    chunk.items[chunk.ends[band]++] = i;
                }
            }
        }
    }

    void forEach(int band, IntConsumer action) {
        for (int c = 0; c < used; c++) {
            Chunk chunk = chunks.get(c);
            for (int i = band == 0 ? 0 : chunk.ends[band - 1]; i < chunk.ends[band]; i++) {
                action.accept(chunk.items[i]);
            }
        }
    }
}
