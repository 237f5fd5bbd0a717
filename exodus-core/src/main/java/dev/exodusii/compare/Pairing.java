package dev.exodusii.compare;

import org.jspecify.annotations.Nullable;

/// Which entry of file 2 goes with each of file 1, both by index.
///
/// @param isMapped whether the entries were looked up one by one, even where each was found at its own index
/// @param indexes  the indexes in file 2, -1 for none; nothing where each is at its own index
record Pairing(boolean isMapped, int @Nullable [] indexes) {

    static final Pairing DIRECT = new Pairing(false, null);
    static final Pairing SAME_INDEX = new Pairing(true, null);

    static Pairing of(int[] indexes) {
        for (int i = 0; i < indexes.length; i++) {
            if (indexes[i] != i) {
                return new Pairing(true, indexes);
            }
        }
        return SAME_INDEX;
    }

    boolean isIdentity() {
        return indexes == null;
    }

    long get(long index) {
        int[] all = indexes;
        return all == null ? index : index < 0 || index >= all.length ? -1 : all[(int) index];
    }
}
