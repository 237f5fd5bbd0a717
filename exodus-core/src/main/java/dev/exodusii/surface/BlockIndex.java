package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import java.util.List;

/// Finds the block of an element.
final class BlockIndex {

    private final long[] firsts;

    BlockIndex(List<ElementBlock> blocks) {
        firsts = new long[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            firsts[i] = blocks.get(i).firstIndex();
            firsts[i + 1] = firsts[i] + blocks.get(i).size();
        }
    }

    int size() {
        return firsts.length - 1;
    }

    long first(int block) {
        return firsts[block];
    }

    long end(int block) {
        return firsts[block + 1];
    }

    /// Returns the index of the block that has an element. Empty blocks share their first index with the one behind.
    int of(int element) {
        int low = 0;
        int high = firsts.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (firsts[middle] <= element) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
