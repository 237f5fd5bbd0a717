package dev.exodusii.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.parallel.ParallelReads;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/// Statistics of more values than one thread takes at a time.
class StepScanTest {

    private static final int SIZE = 1_000_003;
    private static final Workers FOUR = Workers.of(ForkJoinPool.commonPool(), 4);

    /// Makes a classic netCDF file with one variable: `double v(n)`.
    private static RealView values() throws UnreadableFileException {
        ByteBuffer file = ByteBuffer.allocate(128 + SIZE * Double.BYTES).put(new byte[] {'C', 'D', 'F', 1}).putInt(0);
        name(file.putInt(10).putInt(1), "n").putInt(SIZE).putInt(0).putInt(0);
        name(file.putInt(11).putInt(1), "v").putInt(1).putInt(0).putInt(0).putInt(0).putInt(6)
                .putInt(SIZE * Double.BYTES).putInt(128);
        Random random = new Random(11);
        for (int i = 0; i < SIZE; i++) {
            file.putDouble(128 + i * Double.BYTES, random.nextGaussian());
        }
        file.putDouble(128 + 777_777 * Double.BYTES, Double.NaN).putDouble(128 + 999_999 * Double.BYTES, -1e9);
        return NetcdfFile.parse(MemorySegment.ofArray(file.array()), "test").requireVariable("v").view().reals();
    }

    private static ByteBuffer name(ByteBuffer file, String name) {
        return file.putInt(1).put(name.getBytes(StandardCharsets.US_ASCII)).put(new byte[3]);
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() throws UnreadableFileException {
        Statistics alone = ParallelReads.statistics(values(), Workers.callingThread());
        for (int round = 0; round < 20; round++) {
            assertEquals(alone, ParallelReads.statistics(values(), FOUR));
        }
    }

    @Test
    void extremesAreThoseOfTheWhole() throws UnreadableFileException {
        Statistics scanned = ParallelReads.statistics(values(), FOUR);
        assertEquals(values().minMax(), scanned.extremes());
        assertEquals(999_999, scanned.extremes().minIndex());
        assertEquals(1, scanned.extremes().nans());
    }

    @Test
    void whoWatchesHearsOfEachByteOnce() throws UnreadableFileException {
        LongAdder bytes = new LongAdder();
        ParallelReads.statistics(values(), FOUR.watchedBy(bytes::add));
        assertEquals((long) SIZE * Double.BYTES, bytes.sum());
    }

    @Test
    void whoeverMayStopItStopsIt() throws UnreadableFileException {
        RealView values = values();
        assertThrows(CancellationException.class, () -> ParallelReads.statistics(values, FOUR.stoppedBy(() -> true)));
    }
}
