package dev.exodusii.transform;

/// Single ones stay: a bit for each, and a count for each 64 of them, so one bit and a half in all.
final class BitNumbering implements Renumbering {

    private static final int WORD_BITS = 6;
    private static final int WORDS_PER_RANK_BITS = 1;

    private final long oldCount;
    private final long newCount;
    private final long[] words;
    /// How many stay before each second word.
    private final long[] ranks;

    private BitNumbering(long oldCount, long[] words) {
        this.oldCount = oldCount;
        this.words = words;
        this.ranks = new long[(words.length >>> WORDS_PER_RANK_BITS) + 1];
        long count = 0;
        for (int i = 0; i < words.length; i++) {
            if ((i & (1 << WORDS_PER_RANK_BITS) - 1) == 0) {
                ranks[i >>> WORDS_PER_RANK_BITS] = count;
            }
            count += Long.bitCount(words[i]);
        }
        this.newCount = count;
    }

    /// Notes which stay. For one thread.
    static final class Marks {

        private final long count;
        private final long[] words;

        /// @throws IllegalArgumentException when there are more than an array of bits can hold
        Marks(long count) {
            if (count > (long) Integer.MAX_VALUE << WORD_BITS) {
                throw new IllegalArgumentException(count + " nodes, edges, faces or entries are too many to choose from");
            }
            this.count = count;
            this.words = new long[(int) (count + (1 << WORD_BITS) - 1 >>> WORD_BITS)];
        }

        /// Marks one; what does not exist is passed over.
        void mark(long index) {
            if (index >= 0 && index < count) {
                words[(int) (index >>> WORD_BITS)] |= 1L << index;
            }
        }

        void unmark(long index) {
            words[(int) (index >>> WORD_BITS)] &= ~(1L << index);
        }

        boolean isMarked(long index) {
            return index >= 0 && index < count && (words[(int) (index >>> WORD_BITS)] & 1L << index) != 0;
        }

        /// Takes what has been marked; nothing may be marked afterwards.
        Renumbering numbering() {
            BitNumbering bits = new BitNumbering(count, words);
            return bits.isWhole() ? new WholeNumbering(count) : bits;
        }
    }

    @Override
    public long oldCount() {
        return oldCount;
    }

    @Override
    public long newCount() {
        return newCount;
    }

    @Override
    public long newIndex(long oldIndex) {
        if (oldIndex < 0 || oldIndex >= oldCount) {
            return -1;
        }
        int word = (int) (oldIndex >>> WORD_BITS);
        long bit = 1L << oldIndex;
        if ((words[word] & bit) == 0) {
            return -1;
        }
        long before = ranks[word >>> WORDS_PER_RANK_BITS] + Long.bitCount(words[word] & bit - 1);
        return (word & 1) == 0 ? before : before + Long.bitCount(words[word - 1]);
    }

    @Override
    public long nextKept(long from) {
        return next(from, 0);
    }

    @Override
    public long nextDropped(long from) {
        return next(from, -1);
    }

    /// @param flip 0 to look for a bit that is set, -1 for one that is not
    private long next(long from, long flip) {
        if (from >= oldCount) {
            return oldCount;
        }
        int word = (int) (from >>> WORD_BITS);
        long rest = (words[word] ^ flip) & -1L << from;
        while (rest == 0 && word + 1 < words.length) {
            word++;
            rest = words[word] ^ flip;
        }
        return rest == 0 ? oldCount
                : Math.min(oldCount, ((long) word << WORD_BITS) + Long.numberOfTrailingZeros(rest));
    }
}
