package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.parallel.Workers;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the bounding faces of all solids of a mesh or of some of them: by their corners where shapes have tables, by their
/// numbers in blocks of polyhedra.
final class FaceSearch {

    /// Polyhedra between two questions whether the work is to stop.
    private static final int ROWS_AT_A_TIME = 1 << 14;

    private final ExodusFile file;
    private final BlockCells cells;
    private final FaceNodes faceNodes;
    private final BlockIndex blockIndex;
    private final @Nullable SetEntries some;
    private final Workers workers;

    private FaceSearch(ExodusFile file, BlockCells cells, BlockIndex blockIndex, @Nullable SetEntries some,
            Workers workers) {
        this.file = file;
        this.cells = cells;
        this.faceNodes = cells.faceNodes();
        this.blockIndex = blockIndex;
        this.some = some;
        this.workers = workers;
    }

    static BoundingFaces all(ExodusFile file, BlockCells cells, BlockIndex blockIndex, Workers workers) {
        return new FaceSearch(file, cells, blockIndex, null, workers).search();
    }

    static BoundingFaces some(ExodusFile file, BlockCells cells, BlockIndex blockIndex, SetEntries some,
            Workers workers) {
        return new FaceSearch(file, cells, blockIndex, some, workers).search();
    }

    private BoundingFaces search() {
        List<Solids> solids = new ArrayList<>();
        List<ElementBlock> polyhedra = new ArrayList<>();
        List<ElementBlock> blocks = file.elementBlocks();
        for (int i = 0; i < blocks.size(); i++) {
            Cells own = cells.of(false).get(i);
            ElementBlock block = blocks.get(i);
            if (own == null || !own.isSolid()) {
                continue;
            }
            if (block.topology().family() == Family.NFACED) {
                polyhedra.add(block);
            } else {
                solids.add(new Solids(block, own.rows(), some == null ? null : some.rows(block),
                        (int) file.nodeCount()));
            }
        }
        List<FaceLists> found = new ArrayList<>(
                new FaceFinder(solids, blockIndex, workers).find());
        if (!polyhedra.isEmpty()) {
            found.add(byNumber(polyhedra));
        }
        return FaceLists.join(found);
    }

    private FaceLists byNumber(List<ElementBlock> blocks) {
        int count = (int) faceNodes.size();
        FaceOwners owners = new FaceOwners(count);
        for (ElementBlock block : blocks) {
            JaggedView polyhedra = block.polyhedra();
            int[] rows = some == null ? null : some.rows(block);
            int size = rows == null ? (int) block.size() : rows.length;
            for (int i = 0; i < size; i++) {
                if (i % ROWS_AT_A_TIME == 0) {
                    workers.checkStopped();
                }
                int row = rows == null ? i : rows[i];
                add(polyhedra.row(row), (int) block.firstIndex() + row, owners);
            }
        }
        FaceLists lists = new FaceLists();
        owners.finish(lists, blockIndex);
        return lists;
    }

    private void add(IntegerView numbers, int element, FaceOwners owners) {
        for (int side = 0; side < numbers.size(); side++) {
            int face = (int) faceNodes.index(numbers.get(side));
            if (face >= 0) {
                owners.add(face, element, side);
            }
        }
    }
}
