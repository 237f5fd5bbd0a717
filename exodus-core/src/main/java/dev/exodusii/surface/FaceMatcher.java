package dev.exodusii.surface;

import java.util.Arrays;

/// Finds out which faces have the same corner nodes, among those whose smallest node lies in a range.
///
/// A table with open addressing of faces that were met, over plain arrays. Elements that lie together in a mesh mostly lie
/// together in the file, so the place of a face in the table follows from its smallest node: what is looked for next is
/// near to what was looked for last. Where this crowds faces together, as around a node that a million of them share, they
/// are spread over the table by all their nodes.
final class FaceMatcher {

    private static final int FEWEST = 1 << 14;
    private static final int NEAR = 24;
    private static final int MOST = 1 << 28;
    /// What is kept of a face: its four nodes in two longs, the first side, the second side.
    private static final int ENTRY = 4;
    /// Marks a second side that is there.
    private static final long THERE = Long.MIN_VALUE;

    /// The place of a face in `entries` by slot; 0 where there is none, since the first entry is left free.
    private int[] table = new int[2 * FEWEST];
    private long[] entries = new long[ENTRY * (FEWEST + 1)];
    private int capacity = FEWEST;
    private int count;
    private int low;
    private long range;
    private long scale;
    private final ExtraSides others = new ExtraSides();

    /// Forgets all faces and begins with another range.
    ///
    /// @param newLow the smallest node number that a face can have from now on
    /// @param high   the first that none can have
    void begin(int newLow, int high) {
        if (count > 0) {
            Arrays.fill(table, 0);
        }
        count = 0;
        others.clear();
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

    /// Takes faces. Most of what a viewer waits for at the first mesh that it opens is this loop, and most of that before it
    /// is compiled well; hence few calls and branches, each of which is counted until then.
    void add(FaceKeys keys) {
        long[] smaller = keys.smaller();
        long[] larger = keys.larger();
        long[] sides = keys.sides();
        int size = keys.size();
        reserve(size);
        int[] slots = table;
        long[] known = entries;
        int mask = slots.length - 1;
        int next = ENTRY * (count + 1);
        for (int i = 0; i < size; i++) {
            long ab = smaller[i];
            long cd = larger[i];
            int mixed = mix(ab, cd);
            int start = start(ab, mixed);
            int probe = 0;
            int slot = start & mask;
            int at = slots[slot];
            while (at != 0 && ((known[at] ^ ab) | (known[at + 1] ^ cd)) != 0) {
                probe++;
                slot = (probe < NEAR ? start + probe : far(mixed, probe)) & mask;
                at = slots[slot];
            }
            if (at == 0) {
                known[next] = ab;
                known[next + 1] = cd;
                known[next + 2] = sides[i];
                known[next + 3] = 0;
                slots[slot] = next;
                next += ENTRY;
            } else if (known[at + 3] == 0) {
                known[at + 3] = sides[i] | THERE;
            } else {
                others.add(at, sides[i]);
            }
        }
        count = next / ENTRY - 1;
    }

    private static int mix(long ab, long cd) {
        return (int) ((ab * 0x9E3779B1L ^ cd) * 0x9E3779B97F4A7C15L >>> Integer.SIZE);
    }

    private int start(long ab, int mixed) {
        return (int) (((ab >>> Integer.SIZE) - low << 8 | mixed >>> 24) * scale >>> Integer.SIZE);
    }

    private static int far(int mixed, int probe) {
        int place = mixed + probe * 0x9E3779B1;
        place = (place ^ place >>> 16) * 0x7FEB352D;
        return place ^ place >>> 15;
    }

    private void reserve(int more) {
        if (count + more <= capacity) {
            return;
        }
        if (count + more > MOST) {
            throw new SurfaceTooLargeException("more than " + MOST + " different faces have their smallest node among "
                    + range + " nodes");
        }
        capacity = Math.min(MOST, Math.max(2 * capacity, count + more));
        entries = Arrays.copyOf(entries, ENTRY * (capacity + 1));
        table = new int[tableSize()];
        scale = scale();
        int mask = table.length - 1;
        for (int at = ENTRY; at <= ENTRY * count; at += ENTRY) {
            int mixed = mix(entries[at], entries[at + 1]);
            int start = start(entries[at], mixed);
            int probe = 0;
            int slot = start & mask;
            while (table[slot] != 0) {
                probe++;
                slot = (probe < NEAR ? start + probe : far(mixed, probe)) & mask;
            }
            table[slot] = at;
        }
    }

    /// Hands over what was found.
    ///
    /// @param blocks tells in which block an element is
    void finish(FaceLists lists, BlockIndex blocks) {
        for (int at = ENTRY; at <= ENTRY * count; at += ENTRY) {
            if (entries[at + 3] == 0) {
                lists.addOuter(entries[at + 2]);
            }
        }
        for (int at = ENTRY; at <= ENTRY * count && blocks.size() > 1; at += ENTRY) {
            if (entries[at + 3] != 0) {
                others.share(at, entries[at + 2], entries[at + 3] & ~THERE, lists, blocks);
            }
        }
    }
}
