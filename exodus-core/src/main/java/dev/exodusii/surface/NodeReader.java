package dev.exodusii.surface;

import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads values here and there in a view: those of some nodes of a mesh.
///
/// Through a byte buffer over the same memory, as long as it is not too long for one: compiled, that is as fast as the view,
/// but before that, when a viewer shows its first picture, several times faster.
final class NodeReader {

    private final RealView view;
    private final @Nullable ByteBuffer buffer;
    private final boolean isDouble;

    private NodeReader(RealView view, @Nullable ByteBuffer buffer, boolean isDouble) {
        this.view = view;
        this.buffer = buffer;
        this.isDouble = isDouble;
    }

    static NodeReader of(RealView view) {
        boolean isDouble = view.type() == ElementType.DOUBLE;
        boolean isKnown = isDouble || view.type() == ElementType.FLOAT;
        Optional<MemorySegment> raw = isKnown && view.size() <= Integer.MAX_VALUE / Double.BYTES ? view.rawSegment()
                : Optional.empty();
        // Made big-endian, as the values are.
        return new NodeReader(view, raw.map(MemorySegment::asByteBuffer).orElse(null), isDouble);
    }

    double get(int index) {
        ByteBuffer bytes = buffer;
        if (bytes == null) {
            return view.get(index);
        }
        return isDouble ? bytes.getDouble(index * Double.BYTES) : bytes.getFloat(index * Float.BYTES);
    }

    float getFloat(int index) {
        ByteBuffer bytes = buffer;
        if (bytes == null) {
            return view.getFloat(index);
        }
        return isDouble ? (float) bytes.getDouble(index * Double.BYTES) : bytes.getFloat(index * Float.BYTES);
    }
}
