package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.SparseModel.Probe;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Bytes fetched past the mapping, which must be those of the mapping.
class FetchTest {

    /// More than a scan takes at a time.
    private static final int NODES = 200_000;
    private static final int STEPS = 12;

    @TempDir
    Path folder;

    private final MemorySegment room = Arena.ofAuto().allocate(NODES * (long) Double.BYTES);
    private Path path;

    @BeforeEach
    void write() {
        path = folder.resolve("run.e");
        List<Probe> probes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            for (int node = 5; node < NODES; node += 997) {
                probes.add(new Probe(1, step, node, Math.sin(step + node)));
            }
        }
        new SparseModel(2, NODES, STEPS, 3).write(path, probes);
    }

    @Test
    void fetchedValuesAreThoseOfTheMapping() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            RealView mapped = file.nodal("v2").step(7);
            RealView fetched = mapped.fetched(file.readAhead(), room);

            assertNotSame(mapped, fetched);
            assertArrayEquals(mapped.toArray(), fetched.toArray());
        }
    }

    @Test
    void scanOfAFileThatIsReadOnceTellsTheSame() throws IOException {
        for (Path each : List.of(path, Testdata.FOLDER.resolve("plate.e"), Testdata.FOLDER.resolve("plate-float.e"))) {
            try (ExodusFile file = Exodus.open(each)) {
                for (Workers workers : List.of(Workers.callingThread(), Workers.of(ForkJoinPool.commonPool(), 3))) {
                    assertEquals(scanned(file, workers, false), scanned(file, workers, true));
                }
            }
        }
    }

    private static List<List<Statistics>> scanned(ExodusFile file, Workers workers, boolean isOnce) {
        List<List<Statistics>> found = new ArrayList<>();
        long[] steps = LongStream.range(0, file.times().steps()).toArray();
        List<TimeSeries> series = file.nodalVariables();
        if (isOnce) {
            StepScan.runOnce(series, steps, workers, (_, statistics) -> found.add(statistics));
        } else {
            StepScan.run(series, steps, workers, (_, statistics) -> found.add(statistics));
        }
        return found;
    }

    @Test
    void valuesWithGapsAreReadInPlace() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            RealView history = file.nodal("v2").history(5);
            RealView tooMany = file.nodal("v2").step(0);

            assertSame(history, history.fetched(file.readAhead(), room));
            assertSame(tooMany, tooMany.fetched(file.readAhead(), room.asSlice(8)));
        }
    }

    @Test
    void nothingIsFetchedFromOutsideOfTheFile() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            ReadAhead holder = file.readAhead();
            long size = Files.size(path);

            assertTrue(holder.fetch(size - 8, room.asSlice(0, 8)));
            assertFalse(holder.fetch(size - 7, room.asSlice(0, 8)));
            assertFalse(holder.fetch(-1, room.asSlice(0, 8)));
            assertFalse(holder.fetch(Long.MAX_VALUE, room.asSlice(0, 8)));
        }
    }

    @Test
    void interruptTakesAwayFetchingButNoValue() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            RealView mapped = file.nodal("v2").step(7);
            Thread.currentThread().interrupt();
            RealView during = mapped.fetched(file.readAhead(), room);
            boolean isInterrupted = Thread.interrupted();
            RealView after = mapped.fetched(file.readAhead(), room);

            assertTrue(isInterrupted);
            assertSame(mapped, during);
            assertSame(mapped, after);
            assertEquals(Math.sin(7 + 5), after.get(5));
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a mapped file cannot be replaced there")
    void fileThatWasReplacedUnderItsNameIsStillTheOneThatWasOpened() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            Path other = folder.resolve("other.e");
            new SparseModel(2, NODES, STEPS, 3).write(other, List.of(new Probe(1, 7, 5, -4)));
            Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);

            assertEquals(Math.sin(7 + 5), file.nodal("v2").step(7).fetched(file.readAhead(), room).get(5));
        }
    }

    @Test
    void closedFileFetchesNothingAndSaysSo() throws IOException {
        ExodusFile file = Exodus.open(path);
        RealView mapped = file.nodal("v2").step(7);
        ReadAhead holder = file.readAhead();
        file.close();

        assertFalse(holder.fetch(0, room));
        assertSame(mapped, mapped.fetched(holder, room));
        assertThrows(IllegalStateException.class, () -> mapped.get(0));
    }
}
