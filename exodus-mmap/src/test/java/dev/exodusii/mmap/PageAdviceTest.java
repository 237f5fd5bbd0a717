package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.SparseModel.Probe;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.ReadAhead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Telling the kernel what will be read, which must never change what is read.
class PageAdviceTest {

    private static final int STEPS = 60;
    private static final long[] NODES = {9_999, 3, 4_000};

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void write() {
        path = folder.resolve("run.e");
        List<Probe> probes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            for (long node : NODES) {
                probes.add(new Probe(1, step, node, step * 1e6 + node));
            }
        }
        new SparseModel(2, 10_000, STEPS, 3).write(path, probes);
    }

    private static double[] expected() {
        return LongStream.range(0, STEPS).boxed().flatMap(step -> LongStream.of(NODES).mapToObj(node -> step * 1e6 + node))
                .mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void kernelCanBeToldWhereNativeAccessIsGranted() {
        assertEquals(PageAdvice.class.getModule().isNativeAccessEnabled(), PageAdvice.isAvailable());
    }

    @Test
    void historiesAreThoseOfTheViews() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            TimeSeries series = file.nodal("v2");
            double[] histories = new double[STEPS * NODES.length];
            series.histories(NODES, histories);

            assertArrayEquals(expected(), histories);
        }
    }

    @Test
    void historiesByManyThreadsAreTheSame() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            double[] histories = new double[STEPS * NODES.length];
            file.nodal("v2").histories(NODES, histories, Workers.of(ForkJoinPool.commonPool(), 7));

            assertArrayEquals(expected(), histories);
        }
    }

    @Test
    void everyRangeMayBeAnnounced() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            ReadAhead readAhead = file.readAhead();
            long size = Files.size(path);
            assertDoesNotThrow(() -> {
                readAhead.willRead(0, size);
                readAhead.willRead(1, 1);
                readAhead.willRead(4097, 100_000);
                readAhead.willRead(size - 1, 1);
                readAhead.willRead(size, 10);
                readAhead.willRead(-5, 10);
                readAhead.willRead(Long.MAX_VALUE, Long.MAX_VALUE);
                readAhead.willRead(7, Long.MAX_VALUE);
                readAhead.willRead(7, -1);
            });
        }
    }

    @Test
    void stepCanBeFetchedAhead() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            TimeSeries series = file.nodal("v2");
            series.prefetch(STEPS - 1);

            assertThrows(IndexOutOfBoundsException.class, () -> series.prefetch(STEPS));
            assertTrue(series.get(STEPS - 1, 3) > 0);
        }
    }

    @Test
    void hintAfterClosingDoesNothing() throws IOException {
        ExodusFile file = Exodus.open(path);
        ReadAhead readAhead = file.readAhead();
        file.close();

        assertDoesNotThrow(() -> readAhead.willRead(0, 1 << 20));
    }
}
