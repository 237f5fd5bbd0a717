package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/// Where floats go that are made block by block: straight into an array, or by way of a small one to other memory; or into
/// that memory itself, where a loop can write there.
abstract class FloatTarget {

    private final float[] room;
    private final MemorySegment bits;

    private FloatTarget(float[] room) {
        this.room = room;
        this.bits = MemorySegment.ofArray(room);
    }

    /// Returns the memory in native byte order that takes all floats from its start on, if it is no array.
    @Nullable MemorySegment memory() {
        return null;
    }

    static FloatTarget of(float[] destination) {
        return new FloatTarget(destination) {
            @Override
            int at(long from) {
                return (int) from;
            }

            @Override
            void take(long from, int count) {
                // They are there already.
            }
        };
    }

    /// @param block how many floats are made at a time at most
    static FloatTarget of(MemorySegment destination, int block) {
        return new FloatTarget(new float[block]) {
            @Override
            MemorySegment memory() {
                return destination;
            }

            @Override
            int at(long from) {
                return 0;
            }

            @Override
            void take(long from, int count) {
                MemorySegment.copy(room(), 0, destination, ValueLayout.JAVA_FLOAT_UNALIGNED, from * Float.BYTES, count);
            }
        };
    }

    /// @param block how many floats are made at a time at most
    static FloatTarget of(FloatBuffer destination, int block) {
        return new FloatTarget(new float[block]) {
            @Override
            int at(long from) {
                return 0;
            }

            @Override
            void take(long from, int count) {
                destination.put(room(), 0, count);
            }
        };
    }

    /// Returns the array into which the next floats are to be written.
    final float[] room() {
        return room;
    }

    /// Returns the same array as memory.
    final MemorySegment bits() {
        return bits;
    }

    /// Returns where in the array.
    ///
    /// @param from how many floats came before
    abstract int at(long from);

    /// Takes what was written.
    ///
    /// @param from how many floats came before
    abstract void take(long from, int count);
}
