package dev.exodusii.lookup;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;

/// Where things stand that somebody else keeps, found by a key that each has: 6 to 12 bytes for each thing, where a hash map
/// takes 40 and the keys.
///
/// Keys come from files, which may be made to do harm. Each table mixes them with random numbers of its own, so that nobody
/// can know which keys meet in one slot; what is found does not depend on these. Once filled, safe for use by many threads.
public final class PositionTable {

    private static final int MOST = 1 << 29;

    /// At least a third is free, so that the way to a free slot is short. A slot holds, in the bits of [#mask], a position
    /// and 1, and above them bits of the key's hash, which keep nearly all other keys from being compared.
    private final int[] slots;
    private final int mask;
    private final long seed;
    private final long factor;

    /// Makes a table without anything in it.
    ///
    /// @param count how many things there may be, 2^29 at most
    public PositionTable(int count) {
        if (count > MOST) {
            throw new IllegalArgumentException(count + " are more than the " + MOST + " that a table holds");
        }
        this.slots = new int[Integer.highestOneBit(count + count / 2 + 1) << 1];
        this.mask = slots.length - 1;
        this.seed = ThreadLocalRandom.current().nextLong();
        this.factor = ThreadLocalRandom.current().nextLong() | 1;
    }

    /// Looks a text up.
    ///
    /// @param key   the text
    /// @param isKey tells whether the thing at a position has that text
    /// @return the position, or -1 where none has it
    public int find(String key, IntPredicate isKey) {
        return at(hash(key), isKey);
    }

    /// Looks a number up.
    ///
    /// @param key   the number
    /// @param isKey tells whether the thing at a position has that number
    /// @return the position, or -1 where none has it
    public int find(long key, IntPredicate isKey) {
        return at(hash(key), isKey);
    }

    /// Puts a thing in, unless there is one with its text.
    ///
    /// @param key      the text
    /// @param position where the thing stands
    /// @param isKey    tells whether the thing at another position has that text
    /// @return where the one stands that is there already, or -1
    public int putIfAbsent(String key, int position, IntPredicate isKey) {
        return put(hash(key), position, isKey);
    }

    /// Puts a thing in, unless there is one with its number.
    ///
    /// @param key      the number
    /// @param position where the thing stands
    /// @param isKey    tells whether the thing at another position has that number
    /// @return where the one stands that is there already, or -1
    public int putIfAbsent(long key, int position, IntPredicate isKey) {
        return put(hash(key), position, isKey);
    }

    private int at(long hash, IntPredicate isKey) {
        return (slots[slotOf(hash, isKey)] & mask) - 1;
    }

    private int put(long hash, int position, IntPredicate isKey) {
        int slot = slotOf(hash, isKey);
        int known = (slots[slot] & mask) - 1;
        if (known < 0) {
            slots[slot] = ((int) hash & ~mask) | (position + 1);
        }
        return known;
    }

    /// Returns the slot of a key or, where it has none, the free one that it would get.
    private int slotOf(long hash, IntPredicate isKey) {
        int slot = (int) (hash >>> Integer.SIZE) & mask;
        while (slots[slot] != 0) {
            boolean isLike = ((slots[slot] ^ (int) hash) & ~mask) == 0;
            if (isLike && isKey.test((slots[slot] & mask) - 1)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private long hash(String key) {
        long hash = seed ^ key.length();
        long word = 0;
        for (int i = 0; i < key.length(); i++) {
            word = word << Character.SIZE | key.charAt(i);
            if ((i & 3) == 3) {
                hash = mixed(hash ^ word);
                word = 0;
            }
        }
        return hash(hash ^ word);
    }

    private long hash(long key) {
        return mixed(mixed(seed ^ key));
    }

    /// Both halves of a product: the lower one alone would let differences of high bits pass, under any factor.
    private long mixed(long hash) {
        return hash * factor ^ Math.unsignedMultiplyHigh(hash, factor);
    }
}
