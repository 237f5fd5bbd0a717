package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// Room for some numbers of any type, decoded to doubles: an array that stays in the nearest cache. For one thread.
///
/// Bytes of doubles are swapped there as those of longs, for the reason that [Singles] tells.
final class Doubles {

    /// For what needs no such room.
    static final Doubles NONE = new Doubles(0);

    private final double[] values;
    private final MemorySegment bits;
    private Singles singles = Singles.NONE;

    Doubles(int count) {
        this.values = new double[count];
        this.bits = MemorySegment.ofArray(values);
    }

    /// Returns the array; what was decoded last lies in its first elements.
    double[] values() {
        return values;
    }

    /// Decodes doubles that lie one behind the other, or not.
    void decodeDoubles(MemorySegment from, long base, long stride, int count) {
        if (stride == Double.BYTES) {
            RealLoops.swapDoubles(from, base, count, bits, 0);
        } else {
            RealLoops.doubles(from, base, stride, count, values, 0, 1);
        }
    }

    /// Decodes floats that lie one behind the other, or not: the former in two steps, which is twice as fast.
    void decodeFloats(MemorySegment from, long base, long stride, int count) {
        if (stride == Float.BYTES) {
            RealLoops.widen(readFloats(from, base, count), count, values, 0);
        } else {
            RealLoops.floats(from, base, stride, count, values, 0, 1);
        }
    }

    /// Reads floats that lie one behind the other, as they are.
    ///
    /// @return an array that begins with them, until more are read
    float[] readFloats(MemorySegment from, long base, int count) {
        if (singles.size() < count) {
            singles = new Singles(count);
        }
        return singles.read(from, base, count);
    }
}
