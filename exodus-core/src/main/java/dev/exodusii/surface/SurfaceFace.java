package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import java.util.Arrays;
import java.util.OptionalInt;

/// One face of a surface, as a person asks for it: which element's, which side, which nodes.
///
/// @param file         the file it is of
/// @param faceIndex    the 0-based index of the face in the surface
/// @param elementIndex the 0-based index of the element through all blocks
/// @param sideIndex    the 0-based index of the side of the element; nothing where the face is a plane element itself
/// @param block        the element's block
/// @param nodeIndexes  the nodes round the face as 0-based indexes of the mesh's nodes; the array is the caller's own
public record SurfaceFace(ExodusFile file, int faceIndex, int elementIndex, OptionalInt sideIndex, ElementBlock block,
        int[] nodeIndexes) {

    /// Makes the record; the array is copied.
    public SurfaceFace {
        nodeIndexes = nodeIndexes.clone();
    }

    /// Returns the nodes round the face as 0-based indexes of the mesh's nodes, in an array that is the caller's own.
    @Override
    public int[] nodeIndexes() {
        return nodeIndexes.clone();
    }

    /// Returns the 1-based number of the element through all blocks, as sets store it.
    public long elementNumber() {
        return elementIndex + 1L;
    }

    /// Returns the id of the element, its number where the file has ids for fewer elements than its blocks have.
    public long elementId() {
        return file.elementIds().idOrNumber(elementIndex);
    }

    /// Returns the 0-based index of the element in its block, by which its variables are indexed.
    public long elementInBlock() {
        return elementIndex - block.firstIndex();
    }

    /// Returns the 1-based numbers of the nodes, as connectivity stores them.
    public long[] nodeNumbers() {
        return Arrays.stream(nodeIndexes).mapToLong(index -> index + 1L).toArray();
    }

    /// Returns the ids of the nodes.
    public long[] nodeIds() {
        return Arrays.stream(nodeIndexes).mapToLong(index -> file.nodeIds().id(index)).toArray();
    }

    /// Tells whether another record is of the same face.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof SurfaceFace face && file == face.file && faceIndex == face.faceIndex
                && elementIndex == face.elementIndex && sideIndex.equals(face.sideIndex)
                && Arrays.equals(nodeIndexes, face.nodeIndexes);
    }

    @Override
    public int hashCode() {
        return 31 * elementIndex + sideIndex.hashCode();
    }

    /// Returns element, side and block, such as `element 471 side 3 of element block 10 'steel'`.
    @Override
    public String toString() {
        return "element " + elementId() + (sideIndex.isPresent() ? " side " + (sideIndex.getAsInt() + 1) : "") + " of "
                + block;
    }
}
