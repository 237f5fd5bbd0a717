package dev.exodusii.surface;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sides beyond the second of faces that three or more elements have, as they occur in damaged meshes only.
final class ExtraSides {

    private final Map<Integer, LongList> byFace = new HashMap<>();

    void clear() {
        byFace.clear();
    }

    /// @param face whatever tells faces apart
    /// @param side as [BoundingFaces#pack] makes it
    void add(int face, long side) {
        byFace.computeIfAbsent(face, _ -> new LongList(1)).add(side);
    }

    /// Hands over all sides of a face if elements of different blocks have it.
    ///
    /// @param blocks tells in which block an element is
    void share(int face, long first, long second, FaceLists lists, BlockIndex blocks) {
        LongList more = byFace.isEmpty() ? null : byFace.get(face);
        if (!areInOneBlock(first, second, more, blocks)) {
            lists.addShared(first);
            lists.addShared(second);
            for (int i = 0; more != null && i < more.size(); i++) {
                lists.addShared(more.get(i));
            }
            lists.endShared();
        }
    }

    private static boolean areInOneBlock(long first, long second, @Nullable LongList more, BlockIndex blocks) {
        int block = blocks.of(BoundingFaces.element(first));
        long start = blocks.first(block);
        long end = blocks.end(block);
        boolean isOne = isBetween(second, start, end);
        for (int i = 0; more != null && i < more.size(); i++) {
            isOne &= isBetween(more.get(i), start, end);
        }
        return isOne;
    }

    private static boolean isBetween(long side, long start, long end) {
        int element = BoundingFaces.element(side);
        return element >= start && element < end;
    }
}
