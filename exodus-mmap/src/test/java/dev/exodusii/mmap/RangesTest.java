package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.CompositeVariable;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.SparseModel.Probe;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.view.MinMax;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ranges of variables: what they are is compared over the corpus, here is how they are computed and kept.
class RangesTest {

    private static final Quantity V1 = Quantity.of(EntityKind.NODAL, "v1");
    private static final Quantity V2 = Quantity.of(EntityKind.NODAL, "v2");
    private static final Workers ALONE = Workers.callingThread();
    private static final int NODES = 300_000;
    private static final int STEPS = 40;

    @TempDir
    Path folder;

    private ExodusFile large() throws IOException {
        Path path = folder.resolve("large.e");
        new SparseModel(2, NODES, STEPS, 2).write(path, List.of(new Probe(0, 3, 17, -5), new Probe(0, 7, NODES - 1, 9),
                new Probe(1, 3, 5, 12), new Probe(1, 3, 17, -12), new Probe(0, 9, 1, Double.NaN),
                new Probe(0, 9, 2, Double.POSITIVE_INFINITY)));
        return Exodus.open(path);
    }

    @Test
    void rangesAtStepsAndOverallCountNanAndInfinities() throws IOException {
        try (ExodusFile file = large()) {
            Ranges ranges = Ranges.of(file);

            assertEquals(new MinMax(-5, 0, 17, 0, NODES, 0, 0), ranges.atStep(V1, 3, ALONE));
            assertEquals(new MinMax(0, Double.POSITIVE_INFINITY, 0, 2, NODES, 1, 1), ranges.atStep(V1, 9, ALONE));
            assertEquals(new MinMax(-5, Double.POSITIVE_INFINITY, 3L * NODES + 17, 9L * NODES + 2,
                    (long) STEPS * NODES, 1, 1), ranges.overall(V1, ALONE));
        }
    }

    @Test
    void lengthsOfVectorsHaveARange() throws IOException {
        try (ExodusFile file = large()) {
            Quantity length = new Quantity(EntityKind.NODAL, List.of("v1", "v2"), Quantity.EVERYWHERE);

            assertEquals(new MinMax(0, 13, 0, 17, NODES, 0, 0), Ranges.of(file).atStep(length, 3, ALONE));
        }
    }

    @Test
    void compositeVariablesHaveALength() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            CompositeVariable disp = CompositeVariable.group(file.variables(EntityKind.NODAL).names()).stream()
                    .filter(group -> group.kind() != CompositeVariable.Kind.SCALAR).findFirst().orElseThrow();
            Quantity length = Quantity.of(file.variables(EntityKind.NODAL), disp);
            List<TimeSeries> components = length.names().stream().map(file::nodal).toList();
            double most = 0;
            for (long node = 0; node < file.nodeCount(); node++) {
                double squared = 0;
                for (TimeSeries component : components) {
                    squared += component.get(1, node) * component.get(1, node);
                }
                most = Math.max(most, Math.sqrt(squared));
            }

            assertTrue(length.isMagnitude());
            assertEquals(most, Ranges.of(file).atStep(length, 1, ALONE).max());
        }
    }

    @Test
    void whatIsKnownIsNotReadAgain() throws IOException {
        try (ExodusFile file = large()) {
            AtomicLong bytes = new AtomicLong();
            Workers watched = ALONE.watchedBy(bytes::addAndGet);
            Ranges ranges = Ranges.of(file);
            assertEquals(8L * NODES * STEPS, ranges.bytesToRead(List.of(V1)));
            assertEquals(Optional.empty(), ranges.known(V1, 3));

            ranges.atStep(V1, 3, watched);
            assertEquals(8L * NODES * (STEPS - 1), ranges.bytesToRead(List.of(V1)));
            ranges.overall(V1, watched);
            ranges.overall(V1, watched);

            assertEquals(8L * NODES * STEPS, bytes.get());
            assertEquals(STEPS, ranges.knownSteps(V1));
        }
    }

    @Test
    void threadsThatWantTheSameComputeEachStepOnce() throws Exception {
        try (ExodusFile file = large(); ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 5; round++) {
                AtomicLong bytes = new AtomicLong();
                Ranges ranges = Ranges.of(file);
                CountDownLatch start = new CountDownLatch(1);
                List<CompletableFuture<MinMax>> results = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    boolean both = i % 2 == 0;
                    results.add(CompletableFuture.supplyAsync(() -> {
                        try {
                            start.await();
                        } catch (InterruptedException e) {
                            throw new CompletionException(e);
                        }
                        Workers workers = ALONE.watchedBy(bytes::addAndGet);
                        ranges.compute(both ? List.of(V1, V2) : List.of(V2), 0, STEPS, workers);
                        return ranges.overall(V2, workers);
                    }, threads));
                }
                start.countDown();
                for (CompletableFuture<MinMax> result : results) {
                    assertEquals(-12, result.join().min());
                }
                assertEquals(2 * 8L * NODES * STEPS, bytes.get());
            }
        }
    }

    @Test
    void stoppedWorkKeepsCompleteStepsAndLeavesTheRestToTheNext() throws IOException {
        try (ExodusFile file = large()) {
            AtomicInteger pieces = new AtomicInteger();
            Ranges ranges = Ranges.of(file);
            // 16 million values are worked on together: 54 steps.
            ranges.compute(List.of(V1), 0, 5, ALONE);
            assertThrows(CancellationException.class,
                    () -> ranges.overall(V1, ALONE.stoppedBy(() -> pieces.incrementAndGet() > 3)));

            assertEquals(5, ranges.knownSteps(V1));
            assertEquals(Optional.empty(), ranges.knownOverall(V1));
            assertEquals(0, ranges.knownSoFar(V1).max());
            assertEquals(-5, ranges.overall(V1, ALONE).min());
        }
    }

    @Test
    void backgroundWorkCanBeWaitedForAndCancelled() throws Exception {
        try (ExodusFile file = large(); ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Ranges ranges = Ranges.of(file);
            ranges.computeInBackground(List.of(V1, V2), threads, Workers.of(threads, 2)).join();
            assertEquals(-5, ranges.knownOverall(V1).orElseThrow().min());

            Ranges others = Ranges.of(file);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch cancelled = new CountDownLatch(1);
            CompletableFuture<Void> work = others.computeInBackground(List.of(V1), threads, ALONE.watchedBy(_ -> {
                begun.countDown();
                try {
                    cancelled.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            begun.await();
            work.cancel(false);
            cancelled.countDown();
            assertThrows(CancellationException.class, work::join);
            assertTrue(others.overall(V1, ALONE).max() > 0);
        }
    }

    @Test
    void aVariableThatIsNotThereIsRefused() throws IOException {
        try (ExodusFile file = large()) {
            NoSuchElementException refused = assertThrows(NoSuchElementException.class,
                    () -> Ranges.of(file).overall(Quantity.of(EntityKind.NODAL, "v3"), ALONE));

            assertTrue(String.valueOf(refused.getMessage()).endsWith("has no values of nodal v3"));
        }
    }

    @Test
    void elementVariablesAreThoseOfAllBlocksThatHaveThem() {
        try (ExodusFile file = Testdata.open("plate.e")) {
            String name = file.variables(EntityKind.ELEMENT_BLOCK).names().getFirst();
            Quantity all = Quantity.of(EntityKind.ELEMENT_BLOCK, name);
            Ranges ranges = Ranges.of(file);
            MinMax expected = null;
            for (int i = 0; i < file.elementBlocks().size(); i++) {
                if (file.elementBlocks().get(i).variable(name).isPresent()) {
                    MinMax here = ranges.atStep(all.onlyOn(i), 0, ALONE);
                    expected = expected == null ? here : expected.then(here);
                }
            }

            assertEquals(expected, ranges.atStep(all, 0, ALONE));
        }
    }
}
