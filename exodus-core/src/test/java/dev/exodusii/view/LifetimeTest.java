package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What becomes of views when their memory is given back.
@Tag("vector-api")
@SuppressWarnings("MustBeClosedChecker") // When each arena is closed is what this is about.
class LifetimeTest {

    private record Access(String name, Executable executable) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Access> accesses() {
        Arena arena = Arena.ofShared();
        ArrayView doubles = array(arena, ElementType.DOUBLE);
        ArrayView longs = array(arena, ElementType.INT64);
        RealView reals = doubles.reals();
        IntegerView integers = longs.integers();
        RealMatrix matrix = doubles.reshaped(10, 10).realMatrix();
        IntegerMatrix table = longs.reshaped(10, 10).integerMatrix();
        JaggedView jagged = JaggedView.of(integers.plus(1), integers);
        TextView text = array(arena, ElementType.CHAR).text();
        MemorySegment raw = reals.rawSegment().orElseThrow();
        MemorySegment memory = Arena.ofAuto().allocate(800);
        ByteBuffer big = ByteBuffer.allocateDirect(800).order(ByteOrder.BIG_ENDIAN);
        arena.close();
        return Stream.of(
                new Access("real get", () -> reals.get(0)),
                new Access("real getFloat", () -> reals.getFloat(99)),
                new Access("real copyTo doubles", () -> reals.copyTo(new double[100])),
                new Access("real copyTo floats", () -> reals.copyTo(new float[300], 1, 3)),
                new Access("real copyTo buffer", () -> reals.copyTo(DoubleBuffer.allocate(100))),
                new Access("real copyTo swapped buffer", () -> reals.copyTo(big.asDoubleBuffer())),
                new Access("real copyDoublesTo", () -> reals.copyDoublesTo(memory)),
                new Access("real copyFloatsTo", () -> reals.copyFloatsTo(memory)),
                new Access("real gather", () -> reals.gather(new int[] {3}, new double[1])),
                new Access("real minMax", reals::minMax),
                new Access("real sum", reals::sum),
                new Access("real toArray", reals::toArray),
                new Access("real stream", () -> reals.stream().sum()),
                new Access("part of reals", () -> reals.slice(1, 9).every(2).get(0)),
                new Access("integer get", () -> integers.get(0)),
                new Access("integer copyTo longs", () -> integers.copyTo(new long[100])),
                new Access("integer copyTo ints", () -> integers.copyTo(new int[100])),
                new Access("integer copyLongsTo", () -> integers.copyLongsTo(memory)),
                new Access("integer indexOf", () -> integers.indexOf(1)),
                new Access("integer minMax", integers::minMax),
                new Access("integer sum", integers::sum),
                new Access("integer stream", () -> integers.stream().sum()),
                new Access("matrix get", () -> matrix.get(1, 1)),
                new Access("matrix row", () -> matrix.row(1).sum()),
                new Access("matrix column", () -> matrix.column(1).toArray()),
                new Access("matrix copyTo", matrix::toArray),
                new Access("matrix minMax", matrix::minMax),
                new Access("table get", () -> table.get(1, 1)),
                new Access("table copyTo", table::toArray),
                new Access("table minMax", table::minMax),
                new Access("jagged row", () -> jagged.row(0)),
                new Access("jagged forEachRow", () -> jagged.forEachRow((_, _) -> {})),
                new Access("text", () -> text.get(0)),
                new Access("a view made anew", () -> doubles.select(0, 1).reals().get(0)),
                new Access("raw segment", () -> raw.get(ValueLayout.JAVA_BYTE, 0)));
    }

    private static ArrayView array(Arena arena, ElementType type) {
        return Stored.of(type, arena, 4, 0, new long[100]).array();
    }

    @ParameterizedTest
    @MethodSource("accesses")
    void afterCloseEveryAccessIsRefused(Access access) {
        assertEquals("Already closed", assertThrows(IllegalStateException.class, access.executable()).getMessage());
    }

    @Test
    void afterCloseAViewStillKnowsItsShape() {
        Arena arena = Arena.ofShared();
        RealView view = array(arena, ElementType.DOUBLE).reals();
        arena.close();

        assertEquals(100, view.size());
        assertEquals("double[100]", view.toString());
        assertThrows(IndexOutOfBoundsException.class, () -> view.get(100));
    }

    private interface Reader {
        boolean isSound(RealView view);
    }

    private enum Work implements Reader {
        GET {
            @Override
            public boolean isSound(RealView view) {
                for (long i = 0; i < view.size(); i++) {
                    if (view.get(i) != 1.5) {
                        return false;
                    }
                }
                return true;
            }
        },
        SUM {
            @Override
            public boolean isSound(RealView view) {
                return view.sum() == 1.5 * view.size();
            }
        },
        MIN_MAX {
            @Override
            public boolean isSound(RealView view) {
                MinMax range = view.minMax();
                return range.min() == 1.5 && range.max() == 1.5;
            }
        },
        COPY {
            @Override
            public boolean isSound(RealView view) {
                return Arrays.stream(view.toArray()).allMatch(value -> value == 1.5);
            }
        },
        PARALLEL_STREAM {
            @Override
            public boolean isSound(RealView view) {
                return view.stream().parallel().allMatch(value -> value == 1.5);
            }
        }
    }

    /// Every thread reads what is there until it is told that the memory is gone; none reads anything else, none hangs.
    @ParameterizedTest
    @EnumSource
    @Timeout(10)
    void manyThreadsReadWhileAnotherCloses(Work work) throws InterruptedException {
        int threads = 6;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            Arena arena = Arena.ofShared();
            long[] bits = new long[20_000];
            Arrays.fill(bits, Double.doubleToRawLongBits(1.5));
            RealView view = Stored.of(ElementType.DOUBLE, arena, 4, 8, bits).reals();
            CountDownLatch reading = new CountDownLatch(threads);
            List<Future<Boolean>> readers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                readers.add(pool.submit(() -> {
                    boolean sound = work.isSound(view);
                    reading.countDown();
                    while (sound) {
                        sound = work.isSound(view);
                    }
                    return sound;
                }));
            }
            assertTrue(reading.await(5, TimeUnit.SECONDS));
            long start = System.nanoTime();
            arena.close();

            for (Future<Boolean> reader : readers) {
                Throwable end = assertThrows(ExecutionException.class, reader::get).getCause();
                assertInstanceOf(IllegalStateException.class, end);
            }
            assertTrue(System.nanoTime() - start < 2_000_000_000L, "readers went on for more than 2 s");
        }
    }
}
