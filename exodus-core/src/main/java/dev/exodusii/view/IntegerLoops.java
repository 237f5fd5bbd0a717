package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// The loops behind [IntegerView]'s bulk operations, one for each pair of stored and wanted type; see [RealLoops].
///
/// A loop that may leave at any value is not compiled to vector code. So where a value might not fit, the loops only
/// remember that one did not, and say so at the end.
final class IntegerLoops {

    private IntegerLoops() {}

    /// Returns whether all values fit.
    static boolean ints(MemorySegment from, long base, long stride, int count, int added, int[] to, int offset,
            int step) {
        if (stride == Integer.BYTES && step == 1) {
            return ints(from, base, count, added, to, offset);
        }
        int misfit = 0;
        for (int i = 0; i < count; i++) {
            int stored = from.get(Layouts.INT, base + i * stride);
            int value = stored + added;
            // Overflow: both operands have the sign that the result lacks.
            misfit |= (stored ^ value) & (added ^ value);
            to[offset + i * step] = value;
        }
        return misfit >= 0;
    }

    /// Connectivity, mostly: with a constant distance the loop becomes vector code.
    private static boolean ints(MemorySegment from, long base, int count, int added, int[] to, int offset) {
        int misfit = 0;
        for (int i = 0; i < count; i++) {
            int stored = from.get(Layouts.INT, base + (long) i * Integer.BYTES);
            int value = stored + added;
            misfit |= (stored ^ value) & (added ^ value);
            to[offset + i] = value;
        }
        return misfit >= 0;
    }

    /// Returns whether all values fit.
    static boolean longs(MemorySegment from, long base, long stride, int count, long added, int[] to, int offset,
            int step) {
        if (stride == Long.BYTES && step == 1) {
            return longs(from, base, count, added, to, offset);
        }
        long misfit = 0;
        for (int i = 0; i < count; i++) {
            long stored = from.get(Layouts.LONG, base + i * stride);
            long value = stored + added;
            misfit |= ((stored ^ value) & (added ^ value)) >>> Long.SIZE - 1 | value ^ (int) value;
            to[offset + i * step] = (int) value;
        }
        return misfit == 0;
    }

    private static boolean longs(MemorySegment from, long base, int count, long added, int[] to, int offset) {
        long misfit = 0;
        for (int i = 0; i < count; i++) {
            long stored = from.get(Layouts.LONG, base + (long) i * Long.BYTES);
            long value = stored + added;
            misfit |= ((stored ^ value) & (added ^ value)) >>> Long.SIZE - 1 | value ^ (int) value;
            to[offset + i] = (int) value;
        }
        return misfit == 0;
    }

    static void ints(MemorySegment from, long base, long stride, int count, long added, long[] to, int offset,
            int step) {
        for (int i = 0; i < count; i++) {
            to[offset + i * step] = from.get(Layouts.INT, base + i * stride) + added;
        }
    }

    /// Returns whether all values fit.
    static boolean longs(MemorySegment from, long base, long stride, int count, long added, long[] to, int offset,
            int step) {
        long misfit = 0;
        for (int i = 0; i < count; i++) {
            long stored = from.get(Layouts.LONG, base + i * stride);
            long value = stored + added;
            misfit |= (stored ^ value) & (added ^ value);
            to[offset + i * step] = value;
        }
        return misfit >= 0;
    }

    /// Returns whether all values fit.
    static boolean intsToInts(MemorySegment from, long base, long stride, long count, int added, MemorySegment to) {
        int misfit = 0;
        for (long done = 0; done < count; done += RealLoops.CHUNK) {
            int n = (int) Math.min(RealLoops.CHUNK, count - done);
            long source = base + done * stride;
            long target = done * Integer.BYTES;
            if (stride == Integer.BYTES) {
                for (int i = 0; i < n; i++) {
                    int stored = from.get(Layouts.INT, source + (long) i * Integer.BYTES);
                    int value = stored + added;
                    misfit |= (stored ^ value) & (added ^ value);
                    to.set(Layouts.NATIVE_INT, target + (long) i * Integer.BYTES, value);
                }
                continue;
            }
            for (int i = 0; i < n; i++) {
                int stored = from.get(Layouts.INT, source + i * stride);
                int value = stored + added;
                misfit |= (stored ^ value) & (added ^ value);
                to.set(Layouts.NATIVE_INT, target + (long) i * Integer.BYTES, value);
            }
        }
        return misfit >= 0;
    }

    /// Returns whether all values fit.
    static boolean longsToInts(MemorySegment from, long base, long stride, long count, long added, MemorySegment to) {
        long misfit = 0;
        for (long i = 0; i < count; i++) {
            long stored = from.get(Layouts.LONG, base + i * stride);
            long value = stored + added;
            misfit |= ((stored ^ value) & (added ^ value)) >>> Long.SIZE - 1 | value ^ (int) value;
            to.set(Layouts.NATIVE_INT, i * Integer.BYTES, (int) value);
        }
        return misfit == 0;
    }

    static void intsToLongs(MemorySegment from, long base, long stride, long count, long added, MemorySegment to) {
        for (long i = 0; i < count; i++) {
            to.set(Layouts.NATIVE_LONG, i * Long.BYTES, from.get(Layouts.INT, base + i * stride) + added);
        }
    }

    /// Returns whether all values fit.
    static boolean longsToLongs(MemorySegment from, long base, long stride, long count, long added, MemorySegment to) {
        long misfit = 0;
        for (long i = 0; i < count; i++) {
            long stored = from.get(Layouts.LONG, base + i * stride);
            long value = stored + added;
            misfit |= (stored ^ value) & (added ^ value);
            to.set(Layouts.NATIVE_LONG, i * Long.BYTES, value);
        }
        return misfit >= 0;
    }
}
