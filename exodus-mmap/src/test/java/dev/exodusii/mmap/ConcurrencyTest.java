package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.SparseModel.Probe;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// One file, many threads.
@Timeout(60)
class ConcurrencyTest {

    private static final int THREADS = 8;

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void makeFile() {
        path = folder.resolve("shared.e");
        List<Probe> probes = new ArrayList<>();
        for (int node = 0; node < 2_000; node++) {
            probes.add(new Probe(0, 5, node, 5 + node / 10_000.0));
        }
        new SparseModel(2, 2_000, 20, 2).write(path, probes);
    }

    @Test
    void manyThreadsReadTheSameValues() throws Exception {
        try (ExodusFile file = Exodus.open(path); ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            TimeSeries series = file.nodal("v1");
            double expected = series.step(5).sum() + series.history(77).sum();
            List<Future<Double>> sums = new ArrayList<>();
            for (int i = 0; i < THREADS * 50; i++) {
                sums.add(threads.submit(() -> file.nodal("v1").step(5).sum() + file.nodal("v1").history(77).sum()));
            }
            for (Future<Double> sum : sums) {
                assertEquals(expected, sum.get());
            }
        }
    }

    @Test
    void closingUnderLoadEndsReadersWithAnExceptionAndNothingElse() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < 50; round++) {
                ExodusFile file = Exodus.open(path);
                CountDownLatch reading = new CountDownLatch(THREADS);
                List<Future<Exception>> readers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    readers.add(threads.submit(readUntilClosed(file, reading)));
                }
                reading.await();
                file.close();
                for (Future<Exception> reader : readers) {
                    assertEquals(IllegalStateException.class, reader.get(10, TimeUnit.SECONDS).getClass());
                }
                assertFalse(file.isOpen());
            }
        }
    }

    private static Callable<Exception> readUntilClosed(ExodusFile file, CountDownLatch reading) {
        return () -> {
            boolean counted = false;
            double[] copy = new double[2_000];
            try {
                while (true) {
                    RealView step = file.nodal("v1").step(5);
                    step.copyTo(copy);
                    if (step.get(1_999) != 5.1999 || copy[1_999] != 5.1999 || step.minMax().max() != 5.1999) {
                        return new Exception("a value changed");
                    }
                    if (!counted) {
                        counted = true;
                        reading.countDown();
                    }
                }
            } catch (IllegalStateException closed) {
                return closed;
            }
        };
    }

    @Test
    void closingAgainDoesNothing() throws IOException {
        ExodusFile file = Exodus.open(path);
        file.close();

        assertDoesNotThrow(file::close);
    }

    @Test
    void useAfterCloseNamesTheFile() throws IOException {
        ExodusFile file = Exodus.open(path);
        file.close();

        for (Executable use : List.<Executable>of(() -> file.coordinates().x(), () -> file.nodal("v1"))) {
            IllegalStateException closed = assertThrows(IllegalStateException.class, use);
            assertTrue(closed.getMessage().contains("shared.e"), closed.getMessage());
        }
    }

    @Test
    void viewsOfAClosedFileThrow() throws IOException {
        RealView step;
        try (ExodusFile file = Exodus.open(path)) {
            step = file.nodal("v1").step(0);
        }

        assertThrows(IllegalStateException.class, () -> step.get(0));
        assertThrows(IllegalStateException.class, step::minMax);
        assertThrows(IllegalStateException.class, step::toArray);
    }

    @Test
    void thousandsOfFilesLeaveNoMappingBehind() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            try (ExodusFile file = Exodus.open(path)) {
                assertEquals(20, file.times().steps());
            }
        }
        Path maps = Path.of("/proc/self/maps");
        if (Files.isReadable(maps)) {
            assertEquals(0, Files.readAllLines(maps).stream().filter(line -> line.endsWith("shared.e")).count());
        }
        Files.delete(path);
    }
}
