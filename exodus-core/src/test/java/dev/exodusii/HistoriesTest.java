package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.netcdf.ByteSource;
import dev.exodusii.parallel.Workers;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/// Histories of several entries at once, and what the holder of the bytes is told about them.
class HistoriesTest {

    private static final int NODES = 30_000;
    private static final int STEPS = 5;

    /// Notes what is announced.
    private static final class Noting implements ByteSource {

        private final MemorySegment bytes;
        private final List<Long> offsets = new ArrayList<>();

        Noting(MemorySegment bytes) {
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return "noting.e";
        }

        @Override
        public MemorySegment segment() {
            return bytes;
        }

        @Override
        public void willRead(long offset, long length) {
            offsets.add(offset);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing to release.
        }
    }

    private final Noting source = new Noting(MemorySegment.ofArray(bytes()));

    private static byte[] bytes() {
        double[] values = new double[NODES];
        for (int node = 0; node < NODES; node++) {
            values[node] = node;
        }
        return new SmallFile().dimension("time_step", 0).records(STEPS).dimension("num_nodes", NODES)
                .dimension("num_dim", 1).dimension("len_string", 33).dimension("num_nod_var", 1)
                .variable("coordx", values, "num_nodes").variable("name_nod_var", "v" + "\0".repeat(32),
                        "num_nod_var", "len_string")
                .variable("time_whole", new double[] {1}, "time_step")
                .variable("vals_nod_var1", values, "time_step", "num_nodes").file();
    }

    @Test
    void areStepAfterStepInTheOrderOfTheIndexes() throws IOException {
        try (ExodusFile file = ExodusFile.open(source)) {
            double[] histories = new double[2 * STEPS];
            file.nodal("v").histories(new long[] {29_999, 7}, histories);

            assertArrayEquals(new double[] {29_999, 7, 29_999, 7, 29_999, 7, 29_999, 7, 29_999, 7}, histories);
        }
    }

    @Test
    void areTheSameAsFloatsAndByManyThreads() throws IOException {
        try (ExodusFile file = ExodusFile.open(source)) {
            float[] floats = new float[STEPS];
            double[] doubles = new double[STEPS];
            file.nodal("v").histories(new long[] {8}, floats);
            file.nodal("v").histories(new long[] {8}, doubles, Workers.of(ForkJoinPool.commonPool(), 3));

            assertArrayEquals(new float[] {8, 8, 8, 8, 8}, floats);
            assertArrayEquals(new double[] {8, 8, 8, 8, 8}, doubles);
        }
    }

    @Test
    void announceTheFirstStepWhereverItsValuesAre() throws IOException {
        try (ExodusFile file = ExodusFile.open(source)) {
            TimeSeries series = file.nodal("v");
            series.histories(new long[] {29_999, 7}, new double[2 * STEPS]);

            long seventh = series.step(0).slice(7, 1).rawSegment().orElseThrow().address();
            long last = series.step(0).slice(29_999, 1).rawSegment().orElseThrow().address();
            // How many more there are depends on the speed of the memory.
            assertTrue(source.offsets.size() >= 2);
            assertEquals(last - seventh, source.offsets.get(1) - source.offsets.get(0));
        }
    }

    @Test
    void arrayThatIsTooShortIsRefused() throws IOException {
        try (ExodusFile file = ExodusFile.open(source)) {
            TimeSeries series = file.nodal("v");

            assertThrows(IndexOutOfBoundsException.class, () -> series.histories(new long[] {1}, new double[4]));
            assertThrows(IndexOutOfBoundsException.class, () -> series.histories(new long[] {1}, new double[4],
                    Workers.callingThread()));
        }
    }

    @Test
    void stepIsAnnouncedAsOneRange() throws IOException {
        try (ExodusFile file = ExodusFile.open(source)) {
            file.nodal("v").prefetch(3);

            assertEquals(1, source.offsets.size());
        }
    }

    @Test
    void timesAreAnnouncedInEveryRecord() throws IOException {
        try (ExodusFile file = ExodusFile.open(source)) {
            file.times().prefetch();

            assertEquals(STEPS, source.offsets.size());
        }
    }

    @Test
    void openingAnnouncesNothing() throws IOException {
        try (ExodusFile file = ExodusFile.open(source)) {
            assertTrue(file.times().steps() > 0);
            assertEquals(List.of(), source.offsets);
        }
    }
}
