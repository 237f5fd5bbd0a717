package dev.exodusii;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Views of nothing, and of ones without end: what null entities have, and what the format lets writers leave out.
final class Empty {

    // Native memory, so that views of files and these meet the JIT compiler as one kind of segment.
    private static final MemorySegment ONE = Arena.global().allocate(Double.BYTES);

    static {
        ONE.set(ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN), 0, 1.0);
    }

    private Empty() {}

    static IntegerView integers() {
        return ArrayView.contiguous(ONE, ElementType.INT, 0, 0).integers();
    }

    static RealView reals() {
        return ArrayView.contiguous(ONE, ElementType.DOUBLE, 0, 0).reals();
    }

    static IntegerMatrix matrix(long rows) {
        return withoutColumns(ElementType.INT, rows).integerMatrix();
    }

    static RealMatrix realMatrix(long rows) {
        return withoutColumns(ElementType.DOUBLE, rows).realMatrix();
    }

    /// Rows of nothing have no distance: there may be as many as a header likes to declare.
    private static ArrayView withoutColumns(ElementType type, long rows) {
        return ArrayView.of(ONE, type, 0, new long[] {rows, 0}, new long[] {0, 0});
    }

    /// Returns the value 1 again and again, without memory for each.
    static RealView ones(long count) {
        return ArrayView.of(ONE, ElementType.DOUBLE, 0, new long[] {count}, new long[] {0}).reals();
    }
}
