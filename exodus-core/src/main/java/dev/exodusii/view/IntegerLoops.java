package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// The loops behind [IntegerView]'s bulk operations, one for each pair of stored and wanted type; see [RealLoops].
final class IntegerLoops {

    private IntegerLoops() {}

    static void ints(MemorySegment from, long base, long stride, int count, int added, int[] to, int offset, int step) {
        for (int i = 0; i < count; i++) {
            int stored = from.get(Layouts.INT, base + i * stride);
            int value = stored + added;
            // Overflow: both operands have the sign that the result lacks.
            if (((stored ^ value) & (added ^ value)) < 0) {
                throw Bulk.tooLargeForInt((long) stored + added, i);
            }
            to[offset + i * step] = value;
        }
    }

    static void ints(MemorySegment from, long base, long stride, int count, long added, long[] to, int offset,
            int step) {
        for (int i = 0; i < count; i++) {
            to[offset + i * step] = from.get(Layouts.INT, base + i * stride) + added;
        }
    }

    static void longs(MemorySegment from, long base, long stride, int count, long added, long[] to, int offset,
            int step) {
        for (int i = 0; i < count; i++) {
            to[offset + i * step] = from.get(Layouts.LONG, base + i * stride) + added;
        }
    }

    static void intsToInts(MemorySegment from, long base, long stride, long count, int added, MemorySegment to) {
        for (long i = 0; i < count; i++) {
            int stored = from.get(Layouts.INT, base + i * stride);
            int value = stored + added;
            if (((stored ^ value) & (added ^ value)) < 0) {
                throw Bulk.tooLargeForInt((long) stored + added, i);
            }
            to.set(Layouts.NATIVE_INT, i * Integer.BYTES, value);
        }
    }

    static void intsToLongs(MemorySegment from, long base, long stride, long count, long added, MemorySegment to) {
        for (long i = 0; i < count; i++) {
            to.set(Layouts.NATIVE_LONG, i * Long.BYTES, from.get(Layouts.INT, base + i * stride) + added);
        }
    }

    static void longsToLongs(MemorySegment from, long base, long stride, long count, long added, MemorySegment to) {
        for (long i = 0; i < count; i++) {
            to.set(Layouts.NATIVE_LONG, i * Long.BYTES, from.get(Layouts.LONG, base + i * stride) + added);
        }
    }
}
