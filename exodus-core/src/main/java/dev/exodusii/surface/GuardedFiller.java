package dev.exodusii.surface;

import dev.exodusii.diagnostic.Faults;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;

/// Names the file where values of it cannot be read any more. One guard stands around all items: one around each block of
/// them made the loops up to three times slower, depending on what the compiler saw first.
///
/// @param filler makes the floats
/// @param file   the name of the file that it reads
record GuardedFiller(FloatFiller filler, String file) implements FloatFiller {

    private static final String PLACE = "values of a surface";

    @Override
    public void fill(int from, int count, float[] to, int at) {
        filler.fill(from, count, to, at);
    }

    @Override
    public void fill(int items, int width, float[] to) {
        Faults.guard(file, PLACE, () -> filler.fill(items, width, to));
    }

    @Override
    public void fill(int items, int width, FloatBuffer to) {
        Faults.guard(file, PLACE, () -> filler.fill(items, width, to));
    }

    @Override
    public void fill(int items, int width, MemorySegment to) {
        Faults.guard(file, PLACE, () -> filler.fill(items, width, to));
    }
}
