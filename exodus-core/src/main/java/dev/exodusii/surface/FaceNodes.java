package dev.exodusii.surface;

import dev.exodusii.ExodusFile;
import dev.exodusii.geometry.FaceCorners;

/// The corners of the faces of polyhedra that exist, by the number of a face through all face blocks.
final class FaceNodes {

    private static final int[] NONE = new int[0];

    private final FaceCorners corners;
    private final long nodeCount;

    FaceNodes(ExodusFile file) {
        this.corners = FaceCorners.of(file);
        this.nodeCount = file.nodeCount();
    }

    /// Returns how many faces have nodes in the file.
    long size() {
        return corners.storedCount();
    }

    /// Returns the index of a face among those that have nodes in the file; -1 for any other.
    long index(long number) {
        return corners.storedIndex(number - 1);
    }

    /// Returns the node indexes of a face; none where it does not exist or has nodes that do not.
    int[] of(long number) {
        return existing(corners.nodeIndexes(number - 1), nodeCount);
    }

    /// Returns node indexes as they are; none where one of the nodes does not exist.
    static int[] existing(long[] indexes, long nodeCount) {
        int[] existing = new int[indexes.length];
        for (int i = 0; i < existing.length; i++) {
            if (indexes[i] < 0 || indexes[i] >= nodeCount) {
                return NONE;
            }
            existing[i] = (int) indexes[i];
        }
        return existing;
    }
}
