package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// Tells whether two segments are the same memory at the same time.
final class SameMemory {

    private SameMemory() {}

    /// Equal segments are not enough: what is mapped or allocated after other memory was let go of may get its address.
    static boolean is(MemorySegment one, MemorySegment other) {
        return one.equals(other) && one.scope().equals(other.scope());
    }
}
