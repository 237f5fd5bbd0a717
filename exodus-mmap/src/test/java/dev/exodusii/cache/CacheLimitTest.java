package dev.exodusii.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// How much a cache keeps, and what goes first.
class CacheLimitTest {

    private static final int SIZE = 1000;

    private final StepCache cache = StepCache.ofBytes(3 * SIZE);

    private void ask(int... numbers) {
        for (int number : numbers) {
            cache.get(Made.of(number, SIZE));
        }
    }

    private boolean isKept(int number) {
        Made again = Made.of(number, SIZE);
        cache.get(again);
        return again.times() == 0;
    }

    @Test
    void asMuchAsFitsIsKept() {
        ask(1, 2, 3);

        assertEquals(3, cache.statistics().copies());
        assertEquals(3 * SIZE, cache.statistics().bytes());
    }

    @Test
    void whatWasNotAskedForLongestGoesFirst() {
        ask(1, 2, 3, 1, 4);

        assertTrue(isKept(1));
        assertTrue(isKept(3));
        assertTrue(isKept(4));
        assertTrue(!isKept(2));
    }

    @Test
    void whatIsNewStaysHoweverOftenTheOldWasAskedFor() {
        for (int i = 0; i < 1000; i++) {
            ask(1, 2, 3);
        }
        ask(4);

        assertTrue(isKept(4));
    }

    @Test
    void aLargeCopyPushesOutAsManyAsItTakes() {
        ask(1, 2, 3);
        cache.get(Made.of(4, 2 * SIZE));

        assertEquals(2, cache.statistics().evictions());
        assertTrue(isKept(3));
    }

    @Test
    void whatIsLargerThanTheLimitIsHandedOutAndNotKept() {
        ask(1, 2);

        assertEquals(9, cache.get(Made.of(9, 3 * SIZE + 1))[0]);
        assertEquals(2, cache.statistics().copies());
        assertEquals(2 * SIZE, cache.statistics().bytes());
        assertTrue(isKept(1));
    }

    @Test
    void whatIsAsLargeAsTheLimitIsKept() {
        ask(1, 2);
        Made all = Made.of(9, 3 * SIZE);

        assertSame(cache.get(all), cache.get(all));
    }

    @Test
    void aLimitOfNothingKeepsNothing() {
        StepCache none = StepCache.ofBytes(0);

        assertEquals(7, none.get(Made.of(7, 1))[0]);
        assertEquals(0, none.statistics().copies());
    }

    @Test
    void negativeLimitIsRefused() {
        assertEquals("negative limit: -1",
                assertThrows(IllegalArgumentException.class, () -> StepCache.ofBytes(-1)).getMessage());
    }

    @Test
    void singleValuesCountForWhatKeepingThemTakes() {
        for (int number = 0; number < 100; number++) {
            cache.get(Made.of(number, 1));
        }

        assertEquals(3 * SIZE / 256, cache.statistics().copies());
    }

    @Test
    void roomIsMadeBeforeACopyIsMade() {
        ask(1, 2, 3);
        List<CacheStatistics> meanwhile = new ArrayList<>();
        cache.get(new Made(4, SIZE, () -> meanwhile.add(cache.statistics())));

        assertEquals(1, meanwhile.getFirst().evictions());
        assertEquals(3 * SIZE, meanwhile.getFirst().bytes());
    }

    @Test
    void limitIsExceededOnlyByCopiesThatAreBeingMadeTogether() {
        List<CacheStatistics> meanwhile = new ArrayList<>();
        Made inner = new Made(2, 2 * SIZE, () -> meanwhile.add(cache.statistics()));
        ask(1);
        cache.get(new Made(3, 2 * SIZE, () -> cache.get(inner)));

        assertEquals(4 * SIZE, meanwhile.getFirst().bytes());
        assertEquals(2 * SIZE, cache.statistics().bytes());
    }

    @Test
    void noSequenceOfQuestionsExceedsTheLimit() {
        StepCache some = StepCache.ofBytes(20 * SIZE);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int number = random.nextInt(100);
            some.get(new Made(number, 1 + number * 37, () -> assertTrue(some.statistics().bytes() <= 20 * SIZE)));
            assertTrue(some.statistics().bytes() <= 20 * SIZE);
        }
    }

    @Test
    void statisticsCountWhatHappened() {
        ask(1, 2, 3, 4, 4, 3);

        assertEquals(new CacheStatistics(2, 4, 4, 1, 3, 3 * SIZE, 3 * SIZE), cache.statistics());
        assertEquals(2 / 6.0, cache.statistics().hitRate());
        assertEquals("3 copies, 3000 of 3000 bytes", cache.toString());
    }

    /// More than a gigabyte passes through a cache of 64 MB: what was evicted is given back, or the JVM would run out of memory.
    @Test
    void memoryOfEvictedCopiesIsGivenBack() {
        StepCache small = StepCache.ofBytes(64L << 20);
        ArrayView values = ArrayView.contiguous(Arena.ofAuto().allocate(8L << 20), ElementType.DOUBLE, 0, 1 << 20);
        for (int i = 0; i < 200; i++) {
            var copy = small.get(Derived.nativeDoubles(values.slice(0, i, (1 << 20) - i).reals()));

            assertEquals(0, copy.get(ValueLayout.JAVA_DOUBLE, 0));
        }
        assertTrue(small.statistics().evictions() > 180);
    }
}
