package dev.exodusii.surface;

import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The nodes of the faces of polyhedra, by the number of a face through all face blocks.
final class FaceNodes {

    private static final int[] NONE = new int[0];

    private final List<FaceBlock> blocks;
    private final List<@Nullable JaggedView> polygons = new ArrayList<>();
    private final List<@Nullable IntegerMatrix> matrices = new ArrayList<>();
    private final long nodeCount;
    /// How many faces with nodes there are before those of each block.
    private final long[] starts;

    FaceNodes(ExodusFile file) {
        this.blocks = file.faceBlocks();
        this.nodeCount = file.nodeCount();
        this.starts = new long[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            FaceBlock block = blocks.get(i);
            JaggedView polygon = null;
            IntegerMatrix matrix = null;
            try {
                if (block.isJagged()) {
                    polygon = block.polygons();
                } else {
                    matrix = block.connectivity();
                }
            } catch (DamagedDataException damaged) {
                // Faces without nodes are none.
            }
            polygons.add(polygon);
            matrices.add(matrix);
            boolean hasNodes = polygon != null || matrix != null && matrix.columns() > 0;
            starts[i + 1] = starts[i] + (hasNodes ? block.size() : 0);
        }
    }

    /// Returns how many faces have nodes in the file.
    long size() {
        return starts[blocks.size()];
    }

    /// Returns the index of a face among those that have nodes in the file; -1 for any other.
    long index(long number) {
        int block = block(number);
        return block < 0 ? -1 : starts[block] + number - 1 - blocks.get(block).firstIndex();
    }

    private int block(long number) {
        for (int i = 0; i < blocks.size(); i++) {
            long row = number - 1 - blocks.get(i).firstIndex();
            if (row >= 0 && row < blocks.get(i).size()) {
                return starts[i + 1] == starts[i] ? -1 : i;
            }
        }
        return -1;
    }

    /// Returns the node indexes of a face; none where it does not exist or has nodes that do not.
    int[] of(long number) {
        int block = block(number);
        if (block < 0) {
            return NONE;
        }
        long row = number - 1 - blocks.get(block).firstIndex();
        JaggedView jagged = polygons.get(block);
        IntegerMatrix matrix = matrices.get(block);
        return jagged != null ? indexes(jagged.row(row), nodeCount)
                : matrix != null ? indexes(matrix.row(row), nodeCount) : NONE;
    }

    /// Returns node indexes for node numbers; none where one of them does not exist.
    static int[] indexes(IntegerView numbers, long nodeCount) {
        int[] indexes = new int[Math.toIntExact(numbers.size())];
        for (int i = 0; i < indexes.length; i++) {
            long number = numbers.get(i);
            if (number < 1 || number > nodeCount) {
                return NONE;
            }
            indexes[i] = (int) (number - 1);
        }
        return indexes;
    }
}
