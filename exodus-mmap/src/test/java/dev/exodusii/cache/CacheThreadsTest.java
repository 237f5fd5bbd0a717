package dev.exodusii.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// One cache, many threads.
@Timeout(60)
class CacheThreadsTest {

    private static final int THREADS = 8;
    private static final int SIZE = 1000;

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitBlocked(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aCopyIsMadeOnceForAllWhoAskAtTheSameTime() throws Exception {
        StepCache cache = StepCache.ofBytes(100 * SIZE);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < 500; round++) {
                Made wanted = Made.of(round, SIZE);
                CountDownLatch start = new CountDownLatch(THREADS);
                List<Future<byte[]>> copies = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    copies.add(threads.submit(() -> {
                        start.countDown();
                        start.await();
                        return cache.get(wanted);
                    }));
                }
                for (Future<byte[]> copy : copies) {
                    assertSame(copies.getFirst().get(), copy.get());
                }
                assertEquals(1, wanted.times());
            }
        }
    }

    @Test
    void whatIsLargerThanTheLimitIsMadeOnceForAllWhoAskAtTheSameTime() throws Exception {
        StepCache cache = StepCache.ofBytes(SIZE);
        CountDownLatch go = new CountDownLatch(1);
        Made large = new Made(1, 2 * SIZE, () -> await(go));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<byte[]> first = threads.submit(() -> cache.get(large));
            while (large.times() == 0) {
                Thread.onSpinWait();
            }
            Thread second = new Thread(() -> cache.get(large));
            second.start();
            awaitBlocked(second);
            go.countDown();
            first.get();
            second.join();
        }

        assertEquals(1, large.times());
    }

    @Test
    void nobodyWaitsForACopyThatHeDidNotAskFor() throws Exception {
        StepCache cache = StepCache.ofBytes(1000 * SIZE);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<byte[]>> slow = new ArrayList<>();
            for (int number = 0; number < 50; number++) {
                Made blocked = new Made(number, SIZE, () -> await(go));
                slow.add(threads.submit(() -> cache.get(blocked)));
            }
            for (int number = 50; number < 500; number++) {
                assertEquals((byte) number, cache.get(Made.of(number, SIZE))[0]);
            }
            cache.statistics();
            cache.invalidateAll();
            go.countDown();
            for (Future<byte[]> copy : slow) {
                assertEquals(SIZE, copy.get().length);
            }
        }
    }

    @Test
    void whatIsInvalidatedWhileItIsMadeIsHandedOutAndNotKept() throws Exception {
        StepCache cache = StepCache.ofBytes(1000 * SIZE);
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<byte[]> copy = threads.submit(() -> cache.get(new Made(1, SIZE, () -> {
                making.countDown();
                await(go);
            })));
            making.await();
            cache.invalidateAll();
            go.countDown();

            assertEquals(1, copy.get()[0]);
            assertEquals(0, cache.statistics().copies());
            assertEquals(0, cache.statistics().bytes());
        }
    }

    @Test
    void whoWaitedForWhatCouldNotBeMadeIsToldWhy() throws Exception {
        StepCache cache = StepCache.ofBytes(1000 * SIZE);
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Made failing = new Made(1, SIZE, () -> {
            making.countDown();
            await(go);
            throw new ArithmeticException("not now");
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<byte[]> first = threads.submit(() -> cache.get(failing));
            making.await();
            AtomicBoolean isTold = new AtomicBoolean();
            Thread second = new Thread(() -> isTold.set(
                    assertThrows(ArithmeticException.class, () -> cache.get(failing)).getMessage().equals("not now")));
            second.start();
            awaitBlocked(second);
            go.countDown();
            second.join();

            assertTrue(isTold.get());
            assertEquals("not now", assertThrows(ExecutionException.class, first::get).getCause().getMessage());
        }
    }

    @Test
    void whoIsInterruptedDoesNotWaitAnyLonger() throws Exception {
        StepCache cache = StepCache.ofBytes(1000 * SIZE);
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Made slow = new Made(1, SIZE, () -> {
            making.countDown();
            await(go);
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<byte[]> first = threads.submit(() -> cache.get(slow));
            making.await();
            Thread.currentThread().interrupt();

            assertThrows(CancellationException.class, () -> cache.get(slow));
            assertTrue(Thread.interrupted());
            go.countDown();
            assertEquals(1, first.get()[0]);
        }
    }

    @Test
    void underLoadEveryCopyIsRightAndTheLimitHolds() throws Exception {
        int limit = 40 * SIZE;
        StepCache cache = StepCache.ofBytes(limit);
        AtomicInteger made = new AtomicInteger();
        Callable<Integer> viewer = () -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            int asked = 0;
            for (int i = 0; i < 20_000; i++) {
                // Mostly near one another, as steps are, so that there are both hits and evictions.
                int number = (int) Math.min(119, Math.abs(random.nextGaussian() * 40));
                byte[] copy = cache.get(new Made(number, SIZE + number, made::incrementAndGet));
                asked++;
                if (copy[0] != number || copy.length != SIZE + number) {
                    throw new AssertionError("the copy of another: " + number);
                }
                if (cache.statistics().bytes() > limit) {
                    throw new AssertionError(cache.toString());
                }
                if (i % 5_000 == 4_999) {
                    cache.invalidateAll();
                }
            }
            return asked;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            int asked = 0;
            for (Future<Integer> one : threads.invokeAll(java.util.Collections.nCopies(THREADS, viewer))) {
                asked += one.get();
            }
            CacheStatistics end = cache.statistics();

            assertEquals(asked, end.hits() + end.misses());
            assertEquals(made.get(), end.made());
            assertEquals(end.misses(), end.made());
            assertTrue(end.hitRate() > 0.2 && end.evictions() > 100, end.toString());
        }
        cache.invalidateAll();
        assertEquals(0, cache.statistics().bytes());
    }

    @Test
    void closingAFileUnderLoadEndsInAnExceptionAndNothingElse() throws Exception {
        Path plate = Path.of(System.getProperty("exodus.testdata"), "plate.e");
        StepCache cache = StepCache.ofBytes(2000);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < 50; round++) {
                ExodusFile file = Exodus.open(plate);
                CountDownLatch reading = new CountDownLatch(THREADS);
                List<Future<Exception>> viewers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    viewers.add(threads.submit(viewUntilClosed(cache, file, reading)));
                }
                reading.await();
                file.close();
                for (Future<Exception> viewer : viewers) {
                    assertEquals(IllegalStateException.class, viewer.get().getClass());
                }
                cache.invalidate(file);
                assertEquals(0, cache.statistics().bytes());
            }
        }
    }

    private static Callable<Exception> viewUntilClosed(StepCache cache, ExodusFile file, CountDownLatch reading)
            throws IOException {
        List<TimeSeries> variables = file.nodalVariables();
        float[][] expected = new float[variables.size()][];
        for (int v = 0; v < expected.length; v++) {
            expected[v] = variables.get(v).step(4).toFloatArray();
        }
        return () -> {
            try {
                for (int i = 0; true; i++) {
                    int v = i % expected.length;
                    if (cache.floats(variables.get(v), 4)[7] != expected[v][7]) {
                        return new Exception("a value changed");
                    }
                    // So many that not all are kept: otherwise closing would not be noticed.
                    cache.doubles(variables.get(v), i % 5);
                    if (i == 50) {
                        reading.countDown();
                    }
                }
            } catch (IllegalStateException closed) {
                return closed;
            }
        };
    }
}
