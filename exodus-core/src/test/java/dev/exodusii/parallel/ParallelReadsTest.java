package dev.exodusii.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Large views read by several threads: always what one thread gets.
class ParallelReadsTest {

    private static final int SIZE = 700_001;

    private static ExecutorService executor;

    private final RealView values = values(SIZE, 3);

    @BeforeAll
    static void start() {
        executor = Executors.newFixedThreadPool(4);
    }

    @AfterAll
    static void stop() {
        executor.shutdown();
    }

    private static RealView values(int size, long seed) {
        MemorySegment memory = Arena.ofAuto().allocate(8L * size);
        ValueLayout.OfDouble layout = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            memory.set(layout, 8L * i, random.nextInt(1000) == 0 ? Double.NaN : random.nextGaussian());
        }
        return ArrayView.of(memory, ElementType.DOUBLE, 0, new long[] {size}, new long[] {8}).reals();
    }

    private static Workers workers(int threads) {
        return Workers.of(executor, threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void statisticsAreThoseOfTheViewToTheLastBit(int threads) {
        for (long size : new long[] {0, 5, 131_071, 131_072, 131_073, 262_144, SIZE}) {
            RealView part = values.slice(0, size);
            assertEquals(part.statistics(), ParallelReads.statistics(part, workers(threads)), size + " values");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void sumIsThatOfTheViewToTheLastBit(int threads) {
        RealView numbers = ArrayView.of(MemorySegment.ofArray(new Random(4).longs(SIZE).toArray()), ElementType.INT64, 0,
                new long[] {SIZE}, new long[] {8}).reals();
        for (long size : new long[] {0, 5, 131_072, 131_073, SIZE}) {
            RealView part = numbers.slice(0, size);
            assertEquals(part.sum(), ParallelReads.sum(part, workers(threads)), size + " values");
        }
    }

    @Test
    void copiesAreThoseOfTheView() {
        double[] doubles = new double[SIZE];
        float[] floats = new float[SIZE];
        MemorySegment memory = Arena.ofAuto().allocate(8L * SIZE);
        MemorySegment floatMemory = Arena.ofAuto().allocate(4L * SIZE);
        ParallelReads.copy(values, doubles, workers(3));
        ParallelReads.copy(values, floats, workers(3));
        ParallelReads.copyDoubles(values, memory, workers(3));
        ParallelReads.copyFloats(values, floatMemory, workers(3));

        assertArrayEquals(values.toArray(), doubles);
        assertArrayEquals(values.toFloatArray(), floats);
        assertArrayEquals(doubles, memory.toArray(ValueLayout.JAVA_DOUBLE));
        assertArrayEquals(floats, floatMemory.toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void severalViewsAreCopiedAtOnce() {
        List<RealView> views = List.of(values, values.slice(5, 300_000), values.slice(0, 0));
        float[][] floats = {new float[SIZE], new float[300_000], {}};
        double[][] doubles = {new double[SIZE], new double[300_000], {}};
        ParallelReads.copy(views, floats, workers(3));
        ParallelReads.copy(views, doubles, workers(3));

        for (int i = 0; i < 3; i++) {
            assertArrayEquals(views.get(i).toFloatArray(), floats[i]);
            assertArrayEquals(views.get(i).toArray(), doubles[i]);
        }
    }

    @Test
    void displacedPointsAreThoseOfTheVectors() {
        VectorView points = VectorView.of(values, values(SIZE, 8), values(SIZE, 9));
        VectorView moves = VectorView.of(values(SIZE, 10), values(SIZE, 11));
        float[] expected = new float[3 * SIZE];
        points.copyDisplacedTo(moves, 3, expected);
        MemorySegment memory = Arena.ofAuto().allocate(12L * SIZE);
        ParallelReads.copyDisplaced(points, moves, 3, memory, workers(3));

        assertArrayEquals(expected, memory.toArray(ValueLayout.JAVA_FLOAT));
    }

    @Test
    void whoWatchesIsToldOfAllBytes() {
        LongAdder bytes = new LongAdder();
        ParallelReads.statistics(values, workers(3).watchedBy(bytes::add));
        ParallelReads.copy(values, new float[SIZE], workers(3).watchedBy(bytes::add));

        assertEquals(2 * 8L * SIZE, bytes.sum());
    }

    @Test
    void workCanBeStopped() {
        LongAdder done = new LongAdder();

        assertThrows(CancellationException.class, () -> ParallelReads.copy(values, new float[SIZE],
                workers(2).watchedBy(done::add).stoppedBy(() -> done.sum() > 0)));
    }

    @Test
    void whatDoesNotFitIsRefusedBeforeAnythingIsCopied() {
        float[] array = new float[SIZE - 1];

        assertThrows(IndexOutOfBoundsException.class, () -> ParallelReads.copy(values, array, workers(2)));
        assertArrayEquals(new float[SIZE - 1], array);
    }
}
