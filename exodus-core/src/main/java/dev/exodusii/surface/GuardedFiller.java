package dev.exodusii.surface;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.parallel.Workers;
import java.lang.foreign.MemorySegment;

/// Has several threads make what is much, and names the file where values of it cannot be read any more. One guard stands
/// around all items of a part: one around each block of them made the loops up to three times slower, depending on what the
/// compiler saw first.
///
/// @param filler  makes the floats; for several threads at a time
/// @param file    the name of the file that it reads
/// @param workers who makes them
record GuardedFiller(FloatFiller filler, String file, Workers workers) implements FloatFiller {

    /// Fewer items are made before another thread is awake.
    private static final int LEAST = 16 * BLOCK;
    /// Each part has a block of its own: few parts leave little for the collector, two for each thread keep all busy.
    private static final int PARTS_EACH = 2;
    /// Any thread but the calling one, to ask memory about it.
    private static final Thread ANOTHER = new Thread(() -> { });
    private static final String PLACE = "values of a surface";

    @Override
    public void fill(int from, int count, float[] to, int at) {
        filler.fill(from, count, to, at);
    }

    @Override
    public void share(int items, MemorySegment to, Part part) {
        int parts = workers.threads() == 1 || !to.isAccessibleBy(ANOTHER) ? 1
                : (int) Math.min(PARTS_EACH * (long) workers.threads(), items / LEAST);
        if (parts <= 1) {
            Faults.guard(file, PLACE, () -> part.make(0, items));
            return;
        }
        workers.forEach(parts, i -> {
            int from = (int) ((long) items * i / parts);
            int end = (int) ((long) items * (i + 1) / parts);
            Faults.guard(file, PLACE, () -> part.make(from, end - from));
        });
    }
}
