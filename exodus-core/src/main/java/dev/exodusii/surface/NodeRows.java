package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connectivity of a block, decoded some rows at a time into an array, which every later loop runs over.
///
/// Bulk copies are made by the virtual machine itself, so that they are fast in a program that has just started, when no
/// loop of ours is compiled yet.
final class NodeRows {

    private final IntegerMatrix matrix;
    private final @Nullable MemorySegment ints;
    private final long nodeCount;
    private final int width;

    private NodeRows(IntegerMatrix matrix, @Nullable MemorySegment ints, long nodeCount) {
        this.matrix = matrix;
        this.ints = ints;
        this.nodeCount = nodeCount;
        this.width = (int) matrix.columns();
    }

    static NodeRows of(ElementBlock block, long nodeCount) {
        IntegerMatrix matrix = block.connectivity();
        Optional<MemorySegment> raw = matrix.type() == ElementType.INT
                ? matrix.flattened().flatMap(IntegerView::rawSegment) : Optional.empty();
        return new NodeRows(matrix, raw.orElse(null), nodeCount);
    }

    /// Nodes in each row.
    int width() {
        return width;
    }

    /// Reads node numbers as they are stored, except that those that an int cannot hold become 0, which is no number.
    ///
    /// @param from  the first row
    /// @param count how many rows
    /// @param to    gets `count * width` of them
    /// @param at    where in `to`
    void readNumbers(long from, int count, int[] to, int at) {
        if (ints != null) {
            // Big-endian, as the file is: a buffer over memory begins that way.
            ints.asSlice(from * width * Integer.BYTES, (long) count * width * Integer.BYTES).asByteBuffer().asIntBuffer()
                    .get(to, at, count * width);
            return;
        }
        for (int row = 0, place = at; row < count; row++) {
            for (int column = 0; column < width; column++, place++) {
                long number = matrix.get(from + row, column);
                to[place] = (int) number == number ? (int) number : 0;
            }
        }
    }

    /// Reads the node indexes of some rows; those of nodes that do not exist are -1.
    void readIndexes(long from, int count, int[] to) {
        readNumbers(from, count, to, 0);
        for (int i = 0; i < count * width; i++) {
            to[i] = to[i] < 1 || to[i] > nodeCount ? -1 : to[i] - 1;
        }
    }

    /// Returns the number of rows.
    long size() {
        return matrix.rows();
    }
}
