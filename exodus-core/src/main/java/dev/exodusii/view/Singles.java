package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// Room for some floats on their way to doubles. Bytes are swapped there as those of ints, which becomes vector code as
/// swapping floats does not, and so the array is seen as memory too; both are made once.
final class Singles {

    /// For what needs no such room.
    static final Singles NONE = new Singles(0);

    private final float[] values;
    private final MemorySegment bits;

    Singles(int count) {
        this.values = new float[count];
        this.bits = MemorySegment.ofArray(values);
    }

    int size() {
        return values.length;
    }

    /// Reads floats that lie one behind the other.
    ///
    /// @return an array that begins with them, until more are read
    float[] read(MemorySegment from, long base, int count) {
        RealLoops.swapFloats(from, base, count, bits, 0);
        return values;
    }
}
