package dev.exodusii.view;

import java.lang.foreign.MemorySegment;
import java.nio.Buffer;
import java.nio.BufferOverflowException;
import java.nio.ReadOnlyBufferException;

/// Checks that bulk operations make once, before they touch anything.
final class Bulk {

    /// Some VMs reserve header words in an array.
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private Bulk() {}

    /// Checks that `size` elements fit into an array at `offset, offset + step, ...`.
    static int checkRoom(long size, int offset, int step, int length) {
        if (step < 1) {
            throw new IllegalArgumentException("step " + step + " must be at least 1");
        }
        if (offset < 0 || size > 0 && size - 1 > ((long) length - 1 - offset) / step || size > 0 && offset >= length) {
            throw new IndexOutOfBoundsException(size + " values at offset " + offset + " with step " + step
                    + " do not fit into an array of " + length);
        }
        return (int) size;
    }

    /// Checks that `size` elements of `width` bytes fit into memory at `offset, offset + step, ...`.
    static void checkRoom(long size, long offset, long step, int width, MemorySegment destination) {
        if (step < width) {
            throw new IllegalArgumentException("step of " + step + " bytes is less than a value of " + width);
        }
        long room = destination.byteSize();
        if (offset < 0 || size > 0 && (offset > room - width || size - 1 > (room - width - offset) / step)) {
            throw new IndexOutOfBoundsException(size + " values of " + width + " bytes at byte " + offset
                    + " with step " + step + " do not fit into " + room + " bytes");
        }
    }

    static int checkRemaining(long size, Buffer destination) {
        if (destination.isReadOnly()) {
            throw new ReadOnlyBufferException();
        }
        if (size > destination.remaining()) {
            throw new BufferOverflowException();
        }
        return (int) size;
    }

    static int arrayLength(long size) {
        if (size > MAX_ARRAY) {
            throw new IllegalStateException(size + " values do not fit into one array; copy them in slices");
        }
        return (int) size;
    }

    /// Adds without wrapping around. Not `Math.addExact`: compiled, that may throw without a message.
    static long add(long stored, long added, long index) {
        long value = stored + added;
        // Overflow: both operands have the sign that the result lacks.
        if (((stored ^ value) & (added ^ value)) < 0) {
            throw new ArithmeticException("value " + stored + " at index " + index + " plus " + added
                    + " does not fit into a long");
        }
        return value;
    }

    static ArithmeticException tooLargeForInt(long value, long index) {
        return new ArithmeticException("value " + value + " at index " + index + " does not fit into an int");
    }
}
