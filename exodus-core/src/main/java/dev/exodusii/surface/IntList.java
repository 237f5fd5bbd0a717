package dev.exodusii.surface;

import java.util.Arrays;

/// A list of ints that grows.
final class IntList {

    private static final int MOST = Integer.MAX_VALUE - 8;

    private int[] values;
    private int size;

    IntList(int expected) {
        values = new int[expected];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int get(int index) {
        return values[index];
    }

    void add(int value) {
        if (size == values.length) {
            reserve(1);
        }
        values[size++] = value;
    }

    void addAll(IntList other) {
        if (values.length - size < other.size) {
            reserve(other.size);
        }
        System.arraycopy(other.values, 0, values, size, other.size);
        size += other.size;
    }

    void cutTo(int newSize) {
        size = newSize;
    }

    private void reserve(int more) {
        long needed = (long) size + more;
        if (needed > MOST) {
            throw new SurfaceTooLargeException("a list of more than " + MOST + " indexes is needed");
        }
        values = Arrays.copyOf(values, (int) Math.min(MOST, Math.max(needed, Math.max(16L, 2L * values.length))));
    }

    int[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
