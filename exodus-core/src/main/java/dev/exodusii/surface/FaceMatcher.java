package dev.exodusii.surface;

import java.util.Arrays;

/// Finds out which faces have the same corner nodes, among those whose smallest node lies in a range.
///
/// A table with open addressing of faces that were met, over plain arrays. Elements that lie together in a mesh mostly lie
/// together in the file, so the place of a face in the table follows from its smallest node: what is looked for next is
/// near to what was looked for last. Where this crowds faces together, as around a node that a million of them share, they
/// are spread over the table by all their nodes.
final class FaceMatcher {

    /// Stands behind the nodes of a face that has fewer than four different ones. No node has this number.
    static final int NONE = Integer.MAX_VALUE;

    private static final int NEAR = 24;
    private static final int MOST = 1 << 28;

    private final FaceOwners owners;
    private int low;
    private long range;
    private int[] table;
    private long scale;
    private int capacity;
    private int count;
    private int[] nodes;

    /// @param expected about how many different faces there will be
    FaceMatcher(int expected) {
        this.capacity = Math.min(MOST, Math.max(64, expected));
        this.nodes = new int[4 * capacity];
        this.owners = new FaceOwners(capacity);
        this.table = new int[tableSize()];
    }

    /// Forgets all faces and begins with another range.
    ///
    /// @param newLow the smallest node number that a face can have from now on
    /// @param high   the first that none can have
    void begin(int newLow, int high) {
        if (count > 0) {
            Arrays.fill(table, 0);
        }
        count = 0;
        owners.clearOthers();
        low = newLow;
        range = Math.max(1, (long) high - newLow);
        scale = scale();
    }

    private int tableSize() {
        return Integer.highestOneBit(capacity) << 2;
    }

    private long scale() {
        return ((long) table.length << 24) / range;
    }

    /// Takes a face by its corner nodes in rising order, [#NONE] behind those of a triangle.
    void add(int a, int b, int c, int d, int element, int side) {
        int mixed = mix(b, c, d);
        int start = start(a, mixed);
        int mask = table.length - 1;
        for (int probe = 0;; probe++) {
            int slot = (probe < NEAR ? start + probe : far(mixed + a, probe)) & mask;
            int found = table[slot] - 1;
            if (found < 0) {
                insert(slot, a, b, c, d, element, side);
                return;
            }
            int at = 4 * found;
            if (nodes[at + 1] == b && nodes[at + 2] == c && nodes[at + 3] == d && nodes[at] == a) {
                owners.another(found, element, side);
                return;
            }
        }
    }

    private static int mix(int b, int c, int d) {
        int mixed = (b * 0x9E3779B1 + c) * 0x85EBCA6B + d;
        return (mixed ^ mixed >>> 15) * 0xC2B2AE35;
    }

    private int start(int a, int mixed) {
        return (int) ((a - low) * scale >>> 24) + (mixed >>> 30);
    }

    private static int far(int mixed, int probe) {
        int place = mixed + probe * 0x9E3779B1;
        place = (place ^ place >>> 16) * 0x7FEB352D;
        return place ^ place >>> 15;
    }

    private void insert(int slot, int a, int b, int c, int d, int element, int side) {
        if (count == capacity) {
            grow();
            add(a, b, c, d, element, side);
            return;
        }
        int at = 4 * count;
        nodes[at] = a;
        nodes[at + 1] = b;
        nodes[at + 2] = c;
        nodes[at + 3] = d;
        owners.first(count, element, side);
        table[slot] = ++count;
    }

    private void grow() {
        if (capacity >= MOST) {
            throw new SurfaceTooLargeException("more than " + MOST + " different faces have their smallest node among "
                    + range + " nodes");
        }
        capacity = Math.min(MOST, 2 * capacity);
        nodes = Arrays.copyOf(nodes, 4 * capacity);
        owners.grow(capacity);
        table = new int[tableSize()];
        scale = scale();
        int mask = table.length - 1;
        for (int face = 0; face < count; face++) {
            int a = nodes[4 * face];
            int mixed = mix(nodes[4 * face + 1], nodes[4 * face + 2], nodes[4 * face + 3]);
            int start = start(a, mixed);
            int probe = 0;
            int slot = start & mask;
            while (table[slot] != 0) {
                probe++;
                slot = (probe < NEAR ? start + probe : far(mixed + a, probe)) & mask;
            }
            table[slot] = face + 1;
        }
    }

    /// Hands over what was found.
    ///
    /// @param blocks tells in which block an element is
    void finish(FaceLists lists, BlockIndex blocks) {
        owners.finish(count, lists, blocks);
    }
}
