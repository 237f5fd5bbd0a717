package dev.exodusii.check;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A bit for each of many things, set by many threads.
final class NodeBits {

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private final long size;
    private final long[] words;

    NodeBits(long size) {
        this.size = size;
        this.words = new long[Math.toIntExact((size + Long.SIZE - 1) / Long.SIZE)];
    }

    /// Sets a bit.
    ///
    /// @return whether it was set before
    boolean set(long index) {
        int word = (int) (index / Long.SIZE);
        long bit = 1L << index;
        if (((long) WORDS.getOpaque(words, word) & bit) != 0) {
            return true;
        }
        return ((long) WORDS.getAndBitwiseOr(words, word, bit) & bit) != 0;
    }

    long countClear() {
        long set = 0;
        for (long word : words) {
            set += Long.bitCount(word);
        }
        return size - set;
    }

    /// Returns the first index from one on whose bit is not set, or the number of bits.
    long nextClear(long from) {
        for (long index = from; index < size; index++) {
            long word = words[(int) (index / Long.SIZE)];
            if (word == -1 && index % Long.SIZE == 0) {
                index += Long.SIZE - 1;
            } else if ((word & 1L << index) == 0) {
                return index;
            }
        }
        return size;
    }
}
