package dev.exodusii.geometry;

import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import java.util.ArrayList;
import java.util.List;

/// The corners of the faces that polyhedra are made of. Faces are numbered through all face blocks (`exodus-format` §3.5).
///
/// Immutable and safe for use by many threads while the file is open.
public final class FaceCorners {

    private static final long[] NONE = {};

    private final List<Rows> blocks;

    private FaceCorners(List<Rows> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /// Finds the corners of the faces of a file.
    ///
    /// @param file the open file
    /// @return the corners, which are read when they are asked for
    public static FaceCorners of(ExodusFile file) {
        List<Rows> blocks = new ArrayList<>();
        for (FaceBlock block : file.faceBlocks()) {
            blocks.add(rows(block));
        }
        return new FaceCorners(blocks);
    }

    /// The faces of one block.
    private sealed interface Rows {

        long first();

        long size();

        /// The numbers of the nodes that are the corners of a face.
        IntegerView corners(long row);

        record Polygons(long first, long size, JaggedView nodes) implements Rows {

            @Override
            public IntegerView corners(long row) {
                return nodes.row(row);
            }
        }

        record Regular(long first, long size, IntegerMatrix nodes, long cornerCount) implements Rows {

            @Override
            public IntegerView corners(long row) {
                return nodes.row(row).slice(0, cornerCount);
            }
        }

        record Lacking(long first, long size) implements Rows {

            @Override
            public IntegerView corners(long row) {
                throw new IllegalStateException("the file lacks the nodes of these faces");
            }
        }
    }

    private static Rows rows(FaceBlock block) {
        try {
            if (block.isJagged()) {
                return new Rows.Polygons(block.firstIndex(), block.size(), block.polygons());
            }
            IntegerMatrix nodes = block.connectivity();
            int known = block.topology().cornerCount();
            long corners = known == 0 ? nodes.columns() : Math.min(known, nodes.columns());
            return corners == 0 ? new Rows.Lacking(block.firstIndex(), block.size())
                    : new Rows.Regular(block.firstIndex(), block.size(), nodes, corners);
        } catch (DamagedDataException lacking) {
            return new Rows.Lacking(block.firstIndex(), block.size());
        }
    }

    /// Returns how many of the faces have nodes in the file.
    public long storedCount() {
        return blocks.stream().filter(rows -> !(rows instanceof Rows.Lacking)).mapToLong(Rows::size).sum();
    }

    /// Returns the position of a face among those that have nodes in the file.
    ///
    /// @param faceIndex the 0-based index of the face through all face blocks
    /// @return its 0-based position, less than [#storedCount]; -1 when there is no such face, or the file lacks its nodes
    public long storedIndex(long faceIndex) {
        long before = 0;
        for (Rows rows : blocks) {
            boolean isLacking = rows instanceof Rows.Lacking;
            long row = faceIndex - rows.first();
            if (row >= 0 && row < rows.size()) {
                return isLacking ? -1 : before + row;
            }
            before += isLacking ? 0 : rows.size();
        }
        return -1;
    }

    /// Returns the corners of a face.
    ///
    /// @param faceIndex the 0-based index of the face through all face blocks
    /// @return 0-based node indexes as the file has them, which need not exist; none when there is no such face, or the file
    ///         lacks its nodes
    public long[] nodeIndexes(long faceIndex) {
        for (Rows rows : blocks) {
            long row = faceIndex - rows.first();
            if (row >= 0 && row < rows.size()) {
                return rows instanceof Rows.Lacking ? NONE : rows.corners(row).toIndexes();
            }
        }
        return NONE;
    }
}
