package dev.exodusii.surface;

import java.util.Arrays;

/// A list of longs that grows.
final class LongList {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private long[] values;
    private int size;

    LongList(int expected) {
        values = new long[expected];
    }

    int size() {
        return size;
    }

    long get(int index) {
        return values[index];
    }

    void add(long value) {
        if (size == values.length) {
            if (size == MOST) {
                throw new SurfaceTooLargeException("a list of more than " + MOST + " faces is needed");
            }
            values = Arrays.copyOf(values, (int) Math.min(MOST, Math.max(16L, 2L * size)));
        }
        values[size++] = value;
    }

    /// Changes the value that was added last.
    void replaceLast(long value) {
        values[size - 1] = value;
    }

    long last() {
        return values[size - 1];
    }

    void copyTo(long[] to, int at) {
        System.arraycopy(values, 0, to, at, size);
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
