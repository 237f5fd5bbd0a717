package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be drawn of each block, with and without the nodes between corners.
final class BlockCells {

    private final ExodusFile file;
    private final Positions positions;
    private final FaceNodes faceNodes;
    private final List<SkippedBlock> skipped = new ArrayList<>();
    private final List<@Nullable Cells> corners;
    private final List<@Nullable Cells> all;

    BlockCells(ExodusFile file) {
        this.file = file;
        this.positions = new Positions(file);
        this.faceNodes = new FaceNodes(file);
        this.corners = make(false);
        skipped.clear();
        this.all = make(true);
    }

    private List<@Nullable Cells> make(boolean withMidSideNodes) {
        List<@Nullable Cells> made = new ArrayList<>();
        for (ElementBlock block : file.elementBlocks()) {
            made.add(block.size() == 0 ? null : make(block, withMidSideNodes));
        }
        return made;
    }

    private @Nullable Cells make(ElementBlock block, boolean withMidSideNodes) {
        Topology topology = block.topology();
        if (topology.dimension() == 0 && topology.family() != Family.SPHERE) {
            skipped.add(new SkippedBlock(block, "elements of type " + topology.name() + " have no shape that is known"));
            return null;
        }
        try {
            Cells cells = Cells.of(block, file.nodeCount(), faceNodes, new Polyhedra(positions), withMidSideNodes);
            if (block.isJagged() || cells.width() == topology.nodeCount()) {
                return cells;
            }
            skipped.add(new SkippedBlock(block, "elements have " + cells.width() + " nodes, not the "
                    + topology.nodeCount() + " of " + topology.name()));
        } catch (DamagedDataException damaged) {
            skipped.add(new SkippedBlock(block, damaged.place() + " " + damaged.problem()));
        }
        return null;
    }

    /// Returns the cells of each block, null for a block of which nothing can be drawn.
    List<@Nullable Cells> of(boolean withMidSideNodes) {
        return withMidSideNodes ? all : corners;
    }

    List<SkippedBlock> skipped() {
        return List.copyOf(skipped);
    }

    Positions positions() {
        return positions;
    }

    FaceNodes faceNodes() {
        return faceNodes;
    }
}
