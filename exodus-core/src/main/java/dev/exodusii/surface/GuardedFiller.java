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

    /// Items that one thread makes at a time: fewer are done before another thread is awake.
    private static final int PART = 8 * BLOCK;
    /// Any thread but the calling one, to ask memory about it.
    private static final Thread ANOTHER = new Thread(() -> { });
    private static final String PLACE = "values of a surface";

    @Override
    public void fill(int from, int count, float[] to, int at) {
        filler.fill(from, count, to, at);
    }

    @Override
    public void share(int items, MemorySegment to, Part part) {
        int parts = workers.threads() == 1 || !to.isAccessibleBy(ANOTHER) ? 1 : Math.ceilDiv(items, PART);
        if (parts <= 1) {
            Faults.guard(file, PLACE, () -> part.make(0, items));
            return;
        }
        workers.forEach(parts, i -> {
            int from = i * PART;
            Faults.guard(file, PLACE, () -> part.make(from, Math.min(PART, items - from)));
        });
    }
}
