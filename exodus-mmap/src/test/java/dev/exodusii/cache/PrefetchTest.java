package dev.exodusii.cache;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/// Copies that are made before anybody asks for them.
class PrefetchTest {

    private static final int SIZE = 1000;

    private final StepCache cache = StepCache.ofBytes(3 * SIZE);
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private void runWaiting() {
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    @Test
    void aPrefetchedCopyIsAHit() {
        Made next = Made.of(1, SIZE);
        cache.prefetch(next, waiting::add);
        runWaiting();
        cache.get(next);

        assertEquals(new CacheStatistics(1, 0, 1, 0, 1, SIZE, 3 * SIZE), cache.statistics());
    }

    @Test
    void nothingIsMadeByTheThreadThatAsks() {
        Made next = Made.of(1, SIZE);
        cache.prefetch(next, waiting::add);

        assertEquals(0, next.times());
    }

    @Test
    void aPrefetchedCopyStaysInAFullCacheThatIsMuchInUse() {
        for (int i = 0; i < 100; i++) {
            for (int number = 0; number < 3; number++) {
                cache.get(Made.of(number, SIZE));
            }
        }
        Made next = Made.of(9, SIZE);
        cache.prefetch(next, Runnable::run);
        cache.get(next);

        assertEquals(1, next.times());
    }

    @Test
    void whoDoesNotWaitForThePrefetchMakesTheCopyHimself() {
        Made next = Made.of(1, SIZE);
        cache.prefetch(next, waiting::add);
        cache.get(next);
        runWaiting();

        assertEquals(1, next.times());
    }

    @Test
    void whatIsThereIsNotHandedToTheExecutor() {
        cache.get(Made.of(1, SIZE));
        cache.prefetch(Made.of(1, SIZE), waiting::add);

        assertEquals(0, waiting.size());
    }

    @Test
    void whatCannotBeMadeIsPassedOver() {
        Made refused = new Made(1, SIZE, () -> {
            throw new IllegalStateException("closed");
        });

        assertDoesNotThrow(() -> cache.prefetch(refused, Runnable::run));
        assertEquals(0, cache.statistics().copies());
    }

    @Test
    void anExecutorMayRefuse() {
        assertDoesNotThrow(() -> cache.prefetch(Made.of(1, SIZE), _ -> {
            throw new RejectedExecutionException("shut down");
        }));
    }
}
