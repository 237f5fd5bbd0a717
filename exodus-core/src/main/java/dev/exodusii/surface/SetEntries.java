package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.ElementSet;
import dev.exodusii.EntitySet;
import dev.exodusii.view.IntegerView;
import java.util.Arrays;
import java.util.List;

/// The elements of an element set that exist, each once, in rising order, with the entry that named them first.
///
/// @param packed elements and entries, as [BoundingFaces#pack] packs elements and sides
record SetEntries(long[] packed) {

    static SetEntries of(ElementSet set, List<ElementBlock> blocks, BlockIndex blockIndex) {
        IntegerView numbers = set.entries();
        long[] packed = new long[size(set)];
        int count = 0;
        for (int entry = 0; entry < packed.length; entry++) {
            long element = numbers.get(entry) - 1;
            if (block(element, blocks, blockIndex) >= 0) {
                packed[count++] = BoundingFaces.pack((int) element, entry);
            }
        }
        Arrays.sort(packed, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || BoundingFaces.element(packed[i]) != BoundingFaces.element(packed[distinct - 1])) {
                packed[distinct++] = packed[i];
            }
        }
        return new SetEntries(Arrays.copyOf(packed, distinct));
    }

    static int size(EntitySet set) {
        if (set.size() > Integer.MAX_VALUE - 8) {
            throw new SurfaceTooLargeException(set + " has " + set.size() + " entries");
        }
        return (int) set.size();
    }

    /// Returns the index of the block with an element, -1 where there is no such element.
    static int block(long element, List<ElementBlock> blocks, BlockIndex blockIndex) {
        if (element < 0 || blocks.isEmpty()
                || element >= blocks.getLast().firstIndex() + blocks.getLast().size()) {
            return -1;
        }
        return blockIndex.of((int) element);
    }

    /// Returns the rows of a block that are in the set, in rising order.
    int[] rows(ElementBlock block) {
        int from = place(packed, block.firstIndex());
        int to = place(packed, block.firstIndex() + block.size());
        int[] rows = new int[to - from];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = BoundingFaces.element(packed[from + i]) - (int) block.firstIndex();
        }
        return rows;
    }

    /// Adds what is seen of a block's elements.
    ///
    /// @param faces the faces of solids that are seen
    void add(Cells cells, ElementBlock block, long[] faces, Pieces to) {
        if (!cells.isSolid()) {
            for (int row : rows(block)) {
                int element = (int) block.firstIndex() + row;
                cells.addElement(element, entry(element), to);
            }
            return;
        }
        int end = place(faces, block.firstIndex() + block.size());
        for (int i = place(faces, block.firstIndex()); i < end; i++) {
            int element = BoundingFaces.element(faces[i]);
            cells.addSide(element, BoundingFaces.side(faces[i]), entry(element), to);
        }
    }

    private int entry(int element) {
        return BoundingFaces.side(packed[place(packed, element)]);
    }

    private static int place(long[] packed, long element) {
        int found = Arrays.binarySearch(packed, element << Integer.SIZE);
        return found < 0 ? -found - 1 : found;
    }
}
