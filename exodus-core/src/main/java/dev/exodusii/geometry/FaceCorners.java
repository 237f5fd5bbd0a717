package dev.exodusii.geometry;

import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.IntegerView;
import java.util.Arrays;

/// The corners of the faces that polyhedra are made of. Faces are numbered through all face blocks (`exodus-format` §3.5).
///
/// Immutable and safe for use by many threads while the file is open.
public final class FaceCorners {

    private static final long[] NONE = {};

    private final ExodusFile file;

    private FaceCorners(ExodusFile file) {
        this.file = file;
    }

    /// Returns the corners of the faces of a file.
    ///
    /// @param file the open file
    /// @return the corners, which are read when they are asked for
    public static FaceCorners of(ExodusFile file) {
        return new FaceCorners(file);
    }

    /// Returns the corners of a face.
    ///
    /// @param faceIndex the 0-based index of the face through all face blocks
    /// @return 0-based node indexes as the file has them, which need not exist; none when there is no such face, or the file
    ///         lacks its nodes
    public long[] nodeIndexes(long faceIndex) {
        for (FaceBlock faces : file.faceBlocks()) {
            long inBlock = faceIndex - faces.firstIndex();
            if (inBlock >= 0 && inBlock < faces.size()) {
                return corners(faces, inBlock);
            }
        }
        return NONE;
    }

    /// The least of all numbers has no index: it becomes one that is nowhere.
    private static long[] indexes(IntegerView numbers) {
        long[] indexes = numbers.toArray();
        Arrays.setAll(indexes, i -> indexes[i] - 1);
        return indexes;
    }

    private static long[] corners(FaceBlock faces, long inBlock) {
        try {
            if (faces.isJagged()) {
                return indexes(faces.polygons().row(inBlock));
            }
            IntegerView all = faces.connectivity().row(inBlock);
            int corners = faces.topology().cornerCount();
            return indexes(all.slice(0, corners == 0 ? all.size() : Math.min(corners, all.size())));
        } catch (DamagedDataException lacking) {
            return NONE;
        }
    }
}
