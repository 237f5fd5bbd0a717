package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Compares bytes of mapped files as they are stored.
///
/// In place of [MemorySegment#mismatch(MemorySegment)], which must not be used where a file may become shorter: until it is
/// compiled it reads whole longs at odd addresses by a method of the JVM that the compiler then compiles for itself, with an
/// instruction after which HotSpot (JDK 25, x86) cannot go on. Any later read at the end of a file that became shorter, by
/// whatever code is not compiled yet, ends the process with an internal error of the JVM.
public final class StoredBytes {

    private static final int BLOCK = 1 << 12;

    private StoredBytes() {}

    /// Finds the first byte that differs.
    ///
    /// Safe for use by many threads, as the segments are. Runs inside of
    /// [dev.exodusii.diagnostic.Faults#guard(String, String, Runnable)] where a file may become shorter.
    ///
    /// @param one   some bytes
    /// @param other the bytes to compare with
    /// @return the 0-based offset of the first byte that differs; the size of the shorter segment when the other one only
    ///         goes on; -1 when all are equal
    /// @throws IllegalStateException when the file of one of them is closed
    public static long mismatch(MemorySegment one, MemorySegment other) {
        long size = Math.min(one.byteSize(), other.byteSize());
        long at = 0;
        while (size - at >= BLOCK && isEqual(one, other, at)) {
            at += BLOCK;
        }
        for (; at < size; at++) {
            if (one.get(ValueLayout.JAVA_BYTE, at) != other.get(ValueLayout.JAVA_BYTE, at)) {
                return at;
            }
        }
        return one.byteSize() == other.byteSize() ? -1 : size;
    }

    /// Nothing leaves the loop early, so that it becomes vector code.
    private static boolean isEqual(MemorySegment one, MemorySegment other, long from) {
        int different = 0;
        for (int i = 0; i < BLOCK; i += Integer.BYTES) {
            different |= one.get(ValueLayout.JAVA_INT_UNALIGNED, from + i) ^ other.get(ValueLayout.JAVA_INT_UNALIGNED, from + i);
        }
        return different == 0;
    }
}
