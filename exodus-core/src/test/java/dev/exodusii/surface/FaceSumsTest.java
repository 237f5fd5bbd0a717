package dev.exodusii.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.topology.Topologies;
import org.junit.jupiter.api.Test;

/// Which faces cancel each other.
class FaceSumsTest {

    private static final int[] TET = {7, 1_000_000_000, 1_999_999_999, 900};
    private static final int[] TURNED = {900, 7, 1_999_999_999, 1_000_000_000};
    private static final int HIGH = 2_000_000_000;

    private final SideCorners corners = new SideCorners(Topologies.resolve("TETRA", 3, 4).topology());

    private FaceSums sums(int block, int most) {
        FaceSums sums = new FaceSums();
        sums.begin(1, HIGH, most);
        sums.add(TET, 0, 4, 4, 0, corners);
        sums.add(TURNED, 0, 4, 4, block, corners);
        sums.end();
        return sums;
    }

    @Test
    void facesOfTwoElementsOfABlockCancel() {
        FaceSums sums = sums(0, 1000);

        assertFalse(sums.isOpen(7));
        assertFalse(sums.isOpen(900));
        assertEquals(0, sums.open(TET, 0, 4, 4, 4, new int[1]));
    }

    @Test
    void facesOfDifferentBlocksDoNot() {
        FaceSums sums = sums(1, 1000);

        assertTrue(sums.isOpen(7));
        assertTrue(sums.isOpen(900));
        assertEquals(1, sums.open(TET, 0, 4, 4, 4, new int[1]));
    }

    @Test
    void facesOutsideOfTheRangeDoNotCount() {
        FaceSums sums = new FaceSums();
        sums.begin(8, 900, 1000);
        sums.add(TET, 0, 4, 4, 0, corners);
        sums.end();

        assertFalse(sums.isOpen(8));
        assertFalse(sums.isOpen(899));
    }
}
