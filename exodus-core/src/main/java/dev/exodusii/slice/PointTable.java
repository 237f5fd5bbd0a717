package dev.exodusii.slice;

import java.util.Arrays;

/// Numbers pairs of nodes in the order in which they are first met: an open hash table of longs.
final class PointTable {

    private static final int LARGEST = 1 << 30;

    private long[] ends = new long[512];
    private int size;
    /// Indexes of points plus one, 0 where there is none.
    private int[] slots = new int[1024];

    int size() {
        return size;
    }

    /// Returns the pairs, one after another.
    long[] ends() {
        return Arrays.copyOf(ends, 2 * size);
    }

    int index(long low, long high) {
        int mask = slots.length - 1;
        for (int slot = hash(low, high) & mask;; slot = slot + 1 & mask) {
            int there = slots[slot] - 1;
            if (there < 0) {
                slots[slot] = size + 1;
                return add(low, high);
            }
            if (ends[2 * there] == low && ends[2 * there + 1] == high) {
                return there;
            }
        }
    }

    private static int hash(long low, long high) {
        long mixed = (low * 0x9E37_79B9_7F4A_7C15L ^ high) * 0xC2B2_AE3D_27D4_EB4FL;
        return (int) (mixed >>> 32);
    }

    private int add(long low, long high) {
        if (2 * size + 2 > ends.length) {
            if (ends.length >= LARGEST) {
                throw new IllegalStateException("the slice has more points than an array can hold");
            }
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[2 * size] = low;
        ends[2 * size + 1] = high;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = hash(ends[2 * i], ends[2 * i + 1]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }
}
