package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading makes no garbage: what the heap gives out is measured, not believed.
class AllocationTest {

    private static final int TIMES = 50_000;

    /// A view is a small object; the compiler mostly does away with it.
    private static final int SMALL_OBJECT = 64;

    @TempDir
    Path folder;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private ExodusFile file;

    @BeforeEach
    void open() throws IOException {
        Path path = folder.resolve("steps.e");
        new SparseModel(2, 5_000, 50, 2).write(path, List.of());
        file = Exodus.open(path);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void readingValuesAllocatesNothing() {
        RealView step = file.nodal("v1").step(7);

        assertEquals(0, bytesEach(i -> step.get(i % step.size())));
    }

    @Test
    void readingFloatsAllocatesNothing() {
        RealView step = file.nodal("v1").step(7);

        assertEquals(0, bytesEach(i -> step.getFloat(i % step.size())));
    }

    @Test
    void aStepCostsAtMostOneSmallObject() {
        TimeSeries series = file.nodal("v1");

        assertAtMostOneObject(bytesEach(i -> series.step(i % series.steps()).get(4_999)));
    }

    @Test
    void aHistoryCostsAtMostOneSmallObject() {
        TimeSeries series = file.nodal("v1");

        assertAtMostOneObject(bytesEach(i -> series.history(i % series.size()).get(49)));
    }

    @Test
    void theRangeOfAFewValuesCostsItsResult() {
        RealView history = file.nodal("v1").history(3);

        assertTrue(bytesEach(i -> history.minMax().max()) <= 4 * SMALL_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(longs = {600, 5_000, 40_000})
    void theRangeOfManyValuesCostsAnArrayForTheCacheWhateverTheirNumber(long size) throws IOException {
        Path path = folder.resolve("step.e");
        new SparseModel(2, size, 1, 1).write(path, List.of());
        try (ExodusFile large = Exodus.open(path)) {
            RealView values = large.nodal("v1").step(0);

            assertTrue(bytesEach(i -> values.minMax().max()) <= 16 * 1024 + 6 * SMALL_OBJECT);
        }
    }

    @Test
    void copyingIntoAnArrayCostsNothingBesidesIt() {
        TimeSeries series = file.nodal("v1");
        float[] colours = new float[5_000];

        assertAtMostOneObject(bytesEach(i -> {
            series.step(i % 50).copyTo(colours);
            return colours[17];
        }));
    }

    @Test
    void anElementsNodesCostAtMostOneSmallObject() throws IOException {
        try (ExodusFile plate = Exodus.open(Path.of(System.getProperty("exodus.testdata"), "plate.e"))) {
            IntegerMatrix nodes = plate.elementBlocks().name("core").nodeIndexes();

            assertAtMostOneObject(bytesEach(i -> nodes.row(i % nodes.rows()).get(7)));
        }
    }

    private static void assertAtMostOneObject(long bytes) {
        assertTrue(bytes <= SMALL_OBJECT, bytes + " bytes each time");
    }

    /// Runs the operation until the compiler is done with it, then counts.
    private long bytesEach(LongToDoubleFunction operation) {
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            double sum = 0;
            for (int i = 0; i < TIMES / 5; i++) {
                sum += operation.applyAsDouble(i);
            }
            // Less than a byte each is the measurement itself.
            fewest = Math.min(fewest, (threads.getCurrentThreadAllocatedBytes() - before) / (TIMES / 5));
            assertTrue(Double.isFinite(sum), "the result must be used, or the compiler drops the work");
        }
        return fewest;
    }
}
