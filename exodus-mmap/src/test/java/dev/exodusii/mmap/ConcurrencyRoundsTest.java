package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.netcdf.Refreshed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many threads read everything that can be read while another closes, opens and refreshes the file under them, and a
/// writer changes its count of steps. `-Dexodus.rounds=10000` is the long run.
@Timeout(3600)
class ConcurrencyRoundsTest {

    private static final int ROUNDS = Integer.getInteger("exodus.rounds", 200);
    private static final int CYCLES = Integer.getInteger("exodus.cycles", 10_000);
    private static final int THREADS = 6;

    @TempDir
    Path folder;

    private Path plate() throws IOException {
        return Files.copy(Testdata.FOLDER.resolve("plate.e"), folder.resolve("shared.e"));
    }

    private static void count(Path path, int steps) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, steps), 4);
        }
    }

    /// What readers did and met.
    private static final class Tally {

        private final AtomicLong readings = new AtomicLong();
        private final AtomicLong closed = new AtomicLong();
        private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    }

    /// Reads with all that there is, again and again, whatever file is current.
    private static void read(AtomicReference<ExodusFile> current, double expected, Tally tally) {
        int next = (int) Thread.currentThread().threadId();
        while (!Thread.currentThread().isInterrupted()) {
            ExodusFile file = current.get();
            if (file == null) {
                return;
            }
            try {
                Map<String, Runnable> all = Readings.ofPlate(file);
                List<Map.Entry<String, Runnable>> readings = List.copyOf(all.entrySet());
                for (int i = 0; i < 20 && current.get() != null; i++) {
                    next = (next + 7) % readings.size();
                    readings.get(next).getValue().run();
                    tally.readings.incrementAndGet();
                }
                double sum = file.nodal("temperature").step(2).sum();
                if (sum != expected) {
                    tally.wrong.add("a sum of " + sum);
                }
            } catch (IllegalStateException refused) {
                // Documented: closed, by its own message or by that of the memory.
                if (file.isOpen() || refused instanceof LostDataException) {
                    tally.wrong.add(refused + " while open: " + file.isOpen());
                }
                tally.closed.incrementAndGet();
            } catch (RuntimeException | Error other) {
                tally.wrong.add(other.toString() + List.of(other.getStackTrace()).subList(0, 3));
            }
        }
    }

    @Test
    void readersMeetNothingButClosedFiles() throws Exception {
        Path path = plate();
        AtomicReference<ExodusFile> current = new AtomicReference<>(Exodus.open(path));
        double expected = current.get().nodal("temperature").step(2).sum();
        Tally tally = new Tally();
        long refreshed = 0;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> readers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            readers.add(threads.submit(() -> read(current, expected, tally)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            ExodusFile old = current.get();
            count(path, 5 - round % 2);
            ExodusFile next;
            if (round % 3 == 0) {
                next = Exodus.open(path);
            } else {
                Refreshed<ExodusFile> now = old.refresh();
                refreshed += now.hasChanged() ? 1 : 0;
                next = now.file().orElse(null);
            }
            if (next != null) {
                current.set(next);
                if (round % 2 == 0) {
                    Thread.sleep(1);
                }
                old.close();
                old.close();
            }
        }
        ExodusFile last = current.getAndSet(null);
        last.close();
        for (Future<?> reader : readers) {
            reader.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));

        System.out.println(ROUNDS + " rounds, " + tally.readings + " readings, " + tally.closed + " met a closed file, "
                + refreshed + " refreshed");
        assertEquals(List.of(), List.copyOf(tally.wrong));
        assertTrue(tally.readings.get() > 0 && tally.closed.get() > 0 && refreshed > 0);
        assertEquals(0, mappings("shared.e"));
    }

    private static long mappings(String name) throws IOException {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.endsWith(name)).count();
        }
    }

    private static long mappings() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/maps"))) {
            return lines.count();
        }
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    /// The kilobytes that a line of the status tells.
    private static long kilobytes(String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(field + ":")).map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong).findFirst().orElseThrow();
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void nothingIsLeftOfTenThousandFiles() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/maps")), "no /proc");
        Path path = plate();
        cycle(path, 2_000);
        long heap = heap();
        long mappings = mappings();
        long handles = handles();
        long virtual = kilobytes("VmSize");
        int threads = Thread.activeCount();

        cycle(path, CYCLES);

        long grown = heap() - heap;
        System.out.println(CYCLES + " cycles: " + (mappings() - mappings) + " mappings, " + (handles() - handles)
                + " handles, " + grown + " bytes of heap, " + (kilobytes("VmSize") - virtual) + " kB of addresses more");
        assertEquals(0, mappings("shared.e"));
        // The JVM itself maps and unmaps some; ten thousand files are another matter.
        assertTrue(mappings() - mappings < 100, () -> "mappings");
        assertTrue(handles() - handles < 10, () -> "handles");
        assertTrue(grown < 1 << 20, () -> grown + " bytes of heap");
        assertTrue(kilobytes("VmSize") - virtual < 100_000, () -> "addresses");
        assertFalse(Thread.activeCount() > threads + 5, () -> "threads");
    }

    /// Opens, reads, refreshes, watches and closes.
    private static void cycle(Path path, int cycles) throws Exception {
        for (int i = 0; i < cycles; i++) {
            count(path, 4 + i % 2);
            try (ExodusFile file = Exodus.open(path)) {
                file.nodal("temperature").step(1).sum();
                file.nodal("temperature").prefetch(2);
                count(path, 3);
                file.refresh().file().orElseThrow().close();
            }
            if (i % 100 == 0) {
                FileWatcher watcher = FileWatcher.start(path, WatchOptions.standard(), _ -> {});
                watcher.close();
                watcher.awaitEnd(java.time.Duration.ofSeconds(10));
            }
        }
    }
}
