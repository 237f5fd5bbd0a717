package dev.exodusii.surface;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;

/// Makes floats, item by item, for whatever they are to be put into: straight into an array, or by way of a small one that
/// stays in the nearest cache.
@FunctionalInterface
interface FloatFiller {

    /// Items that are made at a time for memory that is no array.
    int BLOCK = 512;

    /// Makes the floats of some items.
    ///
    /// @param from  the first item
    /// @param count how many
    /// @param to    where they go
    /// @param at    where in `to`
    void fill(int from, int count, float[] to, int at);

    /// Has all items made, at once or in parts.
    ///
    /// @param items     how many there are
    /// @param to        the memory that they are put into
    /// @param part      makes some of them; parts do not depend on each other
    default void share(int items, MemorySegment to, Part part) {
        part.make(0, items);
    }

    /// Makes some items and puts them where they belong.
    @FunctionalInterface
    interface Part {
        void make(int from, int count);
    }

    /// @param width floats of each item
    default void fill(int items, int width, float[] to) {
        long floats = (long) items * width;
        if (floats > to.length) {
            throw new IndexOutOfBoundsException(floats + " floats do not fit into an array of " + to.length);
        }
        share(items, MemorySegment.ofArray(to), (from, count) -> fill(from, count, to, from * width));
    }

    /// @param width floats of each item
    default void fill(int items, int width, FloatBuffer to) {
        long floats = (long) items * width;
        if (to.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        if (floats > to.remaining()) {
            throw new BufferOverflowException();
        }
        int position = to.position();
        if (to.hasArray() && to.order() == ByteOrder.nativeOrder()) {
            int start = to.arrayOffset() + position;
            share(items, MemorySegment.ofBuffer(to), (from, count) -> fill(from, count, to.array(), start + from * width));
        } else {
            share(items, MemorySegment.ofBuffer(to), (first, all) -> {
                float[] block = new float[BLOCK * width];
                for (int from = first; from < first + all; from += BLOCK) {
                    int count = Math.min(BLOCK, first + all - from);
                    fill(from, count, block, 0);
                    to.put(position + from * width, block, 0, count * width);
                }
            });
        }
        to.position(position + (int) floats);
    }

    /// @param width floats of each item
    default void fill(int items, int width, MemorySegment to) {
        long bytes = (long) items * width * Float.BYTES;
        if (bytes > to.byteSize()) {
            throw new IndexOutOfBoundsException(bytes + " bytes of floats do not fit into " + to.byteSize());
        }
        share(items, to, (first, all) -> {
            float[] block = new float[BLOCK * width];
            for (int from = first; from < first + all; from += BLOCK) {
                int count = Math.min(BLOCK, first + all - from);
                fill(from, count, block, 0);
                MemorySegment.copy(block, 0, to, ValueLayout.JAVA_FLOAT_UNALIGNED, (long) from * width * Float.BYTES,
                        count * width);
            }
        });
    }
}
