package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Views are equal when they read the same bytes in the same way: what makes them keys.
@SuppressWarnings("MustBeClosedChecker") // When each arena is closed is what this is about.
class EqualityTest {

    private final MemorySegment memory = Arena.ofAuto().allocate(800);
    private final RealMatrix matrix = matrix(memory, ElementType.DOUBLE);

    private static RealMatrix matrix(MemorySegment memory, ElementType type) {
        return ArrayView.contiguous(memory, type, 0, 10, 10).realMatrix();
    }

    private static void assertSame(Object one, Object other) {
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
    }

    @Test
    void aRowAskedForTwiceIsTheSame() {
        assertSame(matrix.row(3), matrix(memory, ElementType.DOUBLE).row(3));
    }

    @Test
    void aRowIsTheSameWhicheverWayLeadsToIt() {
        assertSame(matrix.row(3), matrix.sliceRows(2, 5).row(1));
        assertSame(matrix.row(3), matrix.transposed().column(3));
        assertSame(matrix.row(3), matrix.flattened().orElseThrow().slice(30, 10));
    }

    @Test
    void otherRowsColumnsAndPartsDiffer() {
        RealView row = matrix.row(0);

        assertNotEquals(row, matrix.row(1));
        assertNotEquals(row, matrix.column(0));
        assertNotEquals(row, row.slice(0, 9));
        assertNotEquals(row.slice(0, 5), row.every(2));
    }

    @Test
    void theSameBytesReadAsAnotherTypeDiffer() {
        RealView longs = matrix(memory, ElementType.INT64).row(0);

        assertNotEquals(matrix.row(0), longs);
        assertNotEquals(matrix, matrix(memory, ElementType.INT64));
    }

    @Test
    void equalValuesInOtherMemoryDiffer() {
        assertNotEquals(matrix.row(0), matrix(Arena.ofAuto().allocate(800), ElementType.DOUBLE).row(0));
        assertNotEquals(matrix, matrix(Arena.ofAuto().allocate(800), ElementType.DOUBLE));
    }

    /// What is mapped next often gets the address that became free: only the lifetime tells the two apart.
    @Test
    void memoryAtTheSameAddressAfterTheFirstWasLetGoOfDiffers() {
        Set<RealView> met = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            try (Arena arena = Arena.ofShared()) {
                assertTrue(met.add(matrix(arena.allocate(800), ElementType.DOUBLE).row(0)));
            }
        }
    }

    @Test
    void anArrayWrappedTwiceIsTheSameMemory() {
        byte[] bytes = new byte[800];

        assertSame(matrix(MemorySegment.ofArray(bytes), ElementType.DOUBLE).row(2),
                matrix(MemorySegment.ofArray(bytes), ElementType.DOUBLE).row(2));
    }

    @Test
    void aViewStaysTheSameAfterItsMemoryWasLetGoOf() {
        Arena arena = Arena.ofShared();
        MemorySegment shortLived = arena.allocate(800);
        RealView view = matrix(shortLived, ElementType.DOUBLE).row(1);
        arena.close();

        assertSame(view, view.slice(0, 10));
        assertTrue(view.isOver(shortLived));
    }

    @Test
    void aMatrixIsTheSameWhenAllItsRowsAre() {
        assertSame(matrix, matrix(memory, ElementType.DOUBLE));
        assertNotEquals(matrix, matrix.sliceRows(0, 9));
        assertNotEquals(matrix, matrix.transposed());
    }

    @Test
    void vectorsAreTheSameWhenTheirComponentsAre() {
        VectorView vectors = VectorView.of(matrix.row(0), matrix.row(1));

        assertSame(vectors, VectorView.of(matrix.row(0), matrix.row(1)));
        assertNotEquals(vectors, VectorView.of(matrix.row(1), matrix.row(0)));
        assertNotEquals(vectors, VectorView.of(matrix.row(0)));
    }

    @Test
    void aViewKnowsTheMemoryThatItReads() {
        assertTrue(matrix.row(7).isOver(memory));
        assertTrue(matrix.row(7).isOver(memory.asReadOnly()));
        assertFalse(matrix.row(7).isOver(Arena.ofAuto().allocate(800)));
    }
}
