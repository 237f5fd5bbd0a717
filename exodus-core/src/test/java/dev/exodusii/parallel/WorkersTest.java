package dev.exodusii.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Long work in pieces.
@Timeout(60)
final class WorkersTest {

    private final ExecutorService executor = Executors.newFixedThreadPool(3);

    @AfterEach
    void shutDown() {
        executor.shutdownNow();
    }

    @Test
    void resultsComeInTheOrderOfThePieces() {
        List<Integer> results = Workers.of(executor, 4).map(1000, piece -> piece * 3);
        assertEquals(IntStream.range(0, 1000).mapToObj(piece -> piece * 3).toList(), results);
    }

    @Test
    void nothingToDoIsDone() {
        assertEquals(List.of(), Workers.of(executor, 4).map(0, piece -> piece));
    }

    @Test
    void eachPieceIsDoneOnce() {
        AtomicInteger[] times = IntStream.range(0, 500).mapToObj(_ -> new AtomicInteger()).toArray(AtomicInteger[]::new);
        Workers.of(executor, 4).forEach(500, piece -> times[piece].incrementAndGet());
        assertTrue(IntStream.range(0, 500).allMatch(piece -> times[piece].get() == 1));
    }

    @Test
    void theCallingThreadAloneNeedsNoExecutor() {
        List<Thread> threads = Workers.callingThread().map(5, _ -> Thread.currentThread());
        assertEquals(Collections.nCopies(5, Thread.currentThread()), threads);
    }

    @Test
    void threadsOfTheExecutorHelp() {
        CountDownLatch allFour = new CountDownLatch(4);
        Workers.of(executor, 4).forEach(4, _ -> {
            allFour.countDown();
            awaitOrFail(allFour); // Only four threads at a time get past this.
        });
        assertEquals(0, allFour.getCount());
    }

    @Test
    void noMoreThreadsWorkThanWereAskedFor() {
        ConcurrentHashMap<Thread, Boolean> seen = new ConcurrentHashMap<>();
        Workers.of(executor, 2).forEach(10_000, _ -> seen.put(Thread.currentThread(), true));
        assertTrue(seen.size() <= 2, seen::toString);
    }

    @Test
    void workMayHandOutWorkOnABusyExecutor() {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            Workers workers = Workers.of(single, 4);
            LongAdder done = new LongAdder();
            workers.forEach(8, _ -> workers.forEach(8, _ -> done.increment()));
            assertEquals(64, done.sum());
        } finally {
            single.shutdownNow();
        }
    }

    @Test
    void anExecutorThatTakesNothingLeavesItToTheCaller() {
        Workers workers = Workers.of(_ -> {
            throw new RejectedExecutionException();
        }, 4);
        assertEquals(List.of(0, 1, 2), workers.map(3, piece -> piece));
    }

    @Test
    void aFailureComesOutAndEndsTheWork() {
        AtomicInteger begun = new AtomicInteger();
        IllegalStateException thrown = assertThrows(IllegalStateException.class,
                () -> Workers.of(executor, 2).forEach(100_000, piece -> {
                    begun.incrementAndGet();
                    throw new IllegalStateException("piece " + piece);
                }));
        assertTrue(String.valueOf(thrown.getMessage()).startsWith("piece "));
        assertTrue(begun.get() <= 2, "begun: " + begun);
    }

    @Test
    void whoeverMayStopItStopsIt() {
        AtomicInteger begun = new AtomicInteger();
        Workers workers = Workers.of(executor, 2).stoppedBy(() -> begun.get() >= 10);
        assertThrows(CancellationException.class, () -> workers.forEach(100_000, _ -> begun.incrementAndGet()));
        assertTrue(begun.get() < 20, "begun: " + begun);
    }

    @Test
    void interruptingTheCallerStopsItAndIsRemembered() {
        AtomicInteger begun = new AtomicInteger();
        assertThrows(CancellationException.class, () -> Workers.callingThread().forEach(1000, _ -> {
            begun.incrementAndGet();
            Thread.currentThread().interrupt();
        }));
        assertTrue(Thread.interrupted());
        assertEquals(1, begun.get());
    }

    @Test
    void workThatIsCompleteIsNotStoppedAfterwards() {
        AtomicInteger begun = new AtomicInteger();
        Workers.callingThread().stoppedBy(() -> begun.get() == 3).forEach(3, _ -> begun.incrementAndGet());
        assertEquals(3, begun.get());
    }

    @Test
    void whoWatchesHearsOfAllBytes() {
        LongAdder bytes = new LongAdder();
        Workers workers = Workers.of(executor, 4).watchedBy(bytes::add);
        workers.forEach(1000, _ -> workers.advance(7));
        assertEquals(7000, bytes.sum());
    }

    @Test
    void noThreadAtAllIsRefused() {
        assertFalse(String.valueOf(assertThrows(IllegalArgumentException.class, () -> Workers.of(executor, 0))
                .getMessage()).isEmpty());
    }

    private static void awaitOrFail(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void noHelperIsLeftInItsPieceWhenTheQuestionWhetherToStopFails() {
        Thread caller = Thread.currentThread();
        CountDownLatch helping = new CountDownLatch(1);
        AtomicInteger working = new AtomicInteger();
        Workers workers = Workers.of(executor, 2).stoppedBy(() -> {
            if (Thread.currentThread() == caller && helping.getCount() == 0) {
                throw new IllegalStateException("no answer");
            }
            return false;
        });

        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> workers.forEach(100, _ -> {
            if (Thread.currentThread() == caller) {
                awaitSeconds(helping, 30);
            } else {
                working.incrementAndGet();
                helping.countDown();
                awaitSeconds(new CountDownLatch(1), 0.2);
                working.decrementAndGet();
            }
        }));
        assertEquals("no answer", failure.getMessage());
        assertEquals(0, working.get());
    }

    private static void awaitSeconds(CountDownLatch latch, double seconds) {
        try {
            latch.await((long) (seconds * 1000), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
