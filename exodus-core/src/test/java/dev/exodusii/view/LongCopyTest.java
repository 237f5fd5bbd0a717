package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Copies to memory go piece by piece: nothing is lost or doubled where two pieces meet.
@Tag("vector-api")
class LongCopyTest {

    private static final int COUNT = 2 * RealLoops.CHUNK + 7;

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void realsArriveWhole(ElementType type) {
        try (Arena arena = Arena.ofConfined()) {
            RealView view = array(arena, type).reals();
            MemorySegment doubles = arena.allocate((long) COUNT * Double.BYTES);
            MemorySegment spread = arena.allocate((long) COUNT * 3 * Float.BYTES);

            view.copyDoublesTo(doubles);
            view.copyFloatsTo(spread, Float.BYTES, 3 * Float.BYTES);

            for (int i = 0; i < COUNT; i++) {
                assertEquals(i, doubles.getAtIndex(ValueLayout.JAVA_DOUBLE, i));
                assertEquals(i, spread.getAtIndex(ValueLayout.JAVA_FLOAT, 3L * i + 1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INT", "INT64"})
    void indexesArriveWhole(ElementType type) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ints = arena.allocate((long) COUNT * Integer.BYTES);

            array(arena, type).integers().plus(-1).copyIntsTo(ints);

            for (int i = 0; i < COUNT; i++) {
                assertEquals(i - 1, ints.getAtIndex(ValueLayout.JAVA_INT, i));
            }
        }
    }

    /// The numbers 0, 1, 2...
    private static ArrayView array(Arena arena, ElementType type) {
        MemorySegment memory = arena.allocate((long) COUNT * type.byteSize());
        for (int i = 0; i < COUNT; i++) {
            switch (type) {
                case FLOAT -> memory.setAtIndex(ValueLayout.JAVA_FLOAT.withOrder(ByteOrder.BIG_ENDIAN), i, i);
                case DOUBLE -> memory.setAtIndex(ValueLayout.JAVA_DOUBLE.withOrder(ByteOrder.BIG_ENDIAN), i, i);
                case INT -> memory.setAtIndex(ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN), i, i);
                default -> memory.setAtIndex(ValueLayout.JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN), i, i);
            }
        }
        return ArrayView.contiguous(memory, type, 0, COUNT);
    }
}
