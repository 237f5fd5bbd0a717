package dev.exodusii.compare;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import dev.exodusii.view.StoredBytes;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Compares values as they are stored, which is many times as fast as looking at each.
final class Bytes {

    private static final long CHUNK = 4 << 20;

    private Bytes() {}

    /// Tells whether integers are stored alike; if not, they may still be equal.
    static boolean areEqual(IntegerView one, IntegerView other) {
        Optional<MemorySegment> bytes = one.rawSegment();
        Optional<MemorySegment> others = other.rawSegment();
        return one.type() == other.type() && one.size() == other.size() && bytes.isPresent() && others.isPresent()
                && StoredBytes.mismatch(bytes.get(), others.get()) < 0;
    }

    /// Tells whether many numbers are stored alike; if not, they may still be equal.
    static boolean areEqual(RealView one, RealView other, Workers workers) {
        Optional<MemorySegment> bytes = one.rawSegment();
        Optional<MemorySegment> others = other.rawSegment();
        if (one.type() != other.type() || one.size() != other.size() || bytes.isEmpty() || others.isEmpty()) {
            return false;
        }
        long size = bytes.get().byteSize();
        AtomicBoolean isEqual = new AtomicBoolean(true);
        workers.forEach(Math.toIntExact((size + CHUNK - 1) / CHUNK), chunk -> {
            long from = chunk * CHUNK;
            long to = Math.min(size, from + CHUNK);
            if (isEqual.get() && StoredBytes.mismatch(bytes.get().asSlice(from, to - from), others.get().asSlice(from, to - from)) >= 0) {
                isEqual.set(false);
            }
        });
        return isEqual.get();
    }
}
