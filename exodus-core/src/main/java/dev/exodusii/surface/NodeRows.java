package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import java.lang.foreign.MemorySegment;
import java.nio.IntBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connectivity of a block, decoded some rows at a time into an array, which every later loop runs over.
///
/// Bulk copies are made by the virtual machine itself, so that they are fast in a program that has just started, when no
/// loop of ours is compiled yet.
final class NodeRows {

    private final IntegerMatrix matrix;
    private final @Nullable MemorySegment ints;
    /// All of them, where they are not too many for a buffer, which takes less code to read than a segment.
    private final @Nullable IntBuffer buffer;
    private final long nodeCount;
    private final int width;

    private NodeRows(IntegerMatrix matrix, @Nullable MemorySegment ints, long nodeCount) {
        this.matrix = matrix;
        this.ints = ints;
        // Big-endian, as the file is: a buffer over memory begins that way.
        this.buffer = ints == null || ints.byteSize() > Integer.MAX_VALUE ? null : ints.asByteBuffer().asIntBuffer();
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
        if (buffer != null) {
            buffer.get((int) from * width, to, at, count * width);
            return;
        }
        if (ints != null) {
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

    /// Returns one node index; -1 for a node that does not exist.
    int index(long row, int column) {
        long number = buffer == null ? matrix.get(row, column) : buffer.get((int) row * width + column);
        return number < 1 || number > nodeCount ? -1 : (int) (number - 1);
    }
}
