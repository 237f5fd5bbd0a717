package dev.exodusii.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.check.Duplicates.Pair;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicatesTest {

    private static Duplicates find(int most, long... values) {
        return Duplicates.find(values.length, i -> values[(int) i], most);
    }

    /// Near values are found with a bitmap, far ones by sorting.
    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 40})
    void eachRepetitionCountsAndIsLocated(long step) {
        assertEquals(new Duplicates(3, List.of(new Pair(5 * step, 0, 2), new Pair(7 * step, 1, 3),
                new Pair(5 * step, 0, 4))), find(9, 5 * step, 7 * step, 5 * step, 7 * step, 5 * step));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 40})
    void differentValuesAreNone(long step) {
        assertEquals(new Duplicates(0, List.of()), find(9, -step, 0, step, 2 * step));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1L << 40})
    void onlySoManyPairsAreReturned(long step) {
        assertEquals(new Duplicates(3, List.of(new Pair(step, 0, 1))), find(1, step, step, step, step));
    }
}
