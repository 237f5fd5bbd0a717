package dev.exodusii;

import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.List;

/// Finds elements and faces in their blocks by the numbers that run through all blocks.
final class Mesh {

    private final List<ElementBlock> elementBlocks;
    private final List<FaceBlock> faceBlocks;

    Mesh(List<ElementBlock> elementBlocks, List<FaceBlock> faceBlocks) {
        this.elementBlocks = elementBlocks;
        this.faceBlocks = faceBlocks;
    }

    List<ElementBlock> elementBlocks() {
        return elementBlocks;
    }

    /// Returns the position of the block with an element, or -1.
    int elementBlockOf(long elementIndex) {
        return blockOf(elementBlocks, elementIndex);
    }

    /// Returns the node numbers of a face, given by its 0-based index through all face blocks; empty when there is none.
    IntegerView nodesOfFace(long faceIndex) {
        int position = blockOf(faceBlocks, faceIndex);
        if (position < 0) {
            return Empty.integers();
        }
        FaceBlock block = faceBlocks.get(position);
        long row = faceIndex - block.firstIndex();
        if (block.isJagged()) {
            JaggedView polygons = block.polygons();
            return polygons.row(row);
        }
        return block.connectivity().row(row);
    }

    /// Empty blocks share their first index with the block that follows; the last one that begins there has entries.
    private static int blockOf(List<? extends Block> blocks, long index) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).firstIndex() <= index) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high >= 0 && index - blocks.get(high).firstIndex() < blocks.get(high).size() ? high : -1;
    }
}
