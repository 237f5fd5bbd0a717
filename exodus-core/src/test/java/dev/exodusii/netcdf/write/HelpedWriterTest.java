package dev.exodusii.netcdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Several threads write what one would.
class HelpedWriterTest {

    private static final int COUNT = 500_000;
    private static final FileDefinition DEFINITION = FileDefinition.builder().recordDimension("t").dimension("n", COUNT)
            .variable("double", ElementType.DOUBLE, List.of("t", "n"))
            .variable("float", ElementType.FLOAT, List.of("t", "n"))
            .variable("int", ElementType.INT, List.of("t", "n"))
            .variable("long", ElementType.INT64, List.of("t", "n")).build();

    private final ExecutorService helpers = Executors.newFixedThreadPool(3);
    private final Workers four = Workers.of(helpers, 4);

    @AfterEach
    void dismiss() {
        helpers.shutdownNow();
    }

    /// A sink that complains when two threads use it at a time, and knows who came.
    private static final class Watched implements ByteSink {

        private final MemorySink memory = new MemorySink("made.nc");
        private final AtomicInteger inside = new AtomicInteger();
        private final Set<Thread> seen = ConcurrentHashMap.newKeySet();
        private volatile boolean isFull;

        @Override
        public String name() {
            return memory.name();
        }

        @Override
        public void write(long offset, ByteBuffer bytes) throws IOException {
            assertEquals(1, inside.incrementAndGet());
            seen.add(Thread.currentThread());
            if (isFull) {
                throw new IOException("no space is left");
            }
            memory.write(offset, bytes);
            inside.decrementAndGet();
        }

        @Override
        public long size() throws IOException {
            return memory.size();
        }

        @Override
        public void truncate(long end) throws IOException {
            memory.truncate(end);
        }

        @Override
        public void force() throws IOException {
            memory.force();
        }

        @Override
        public void commit() throws IOException {
            memory.commit();
        }

        @Override
        public void close() throws IOException {
            memory.close();
        }
    }

    private enum Kind {
        DOUBLES, FLOATS, LONGS, SHIFTED_LONGS, EVERY_THIRD, EVERY_SECOND_OF_A_FILE;

        Values made() {
            return switch (this) {
                case DOUBLES -> {
                    double[] values = new double[COUNT];
                    for (int i = 0; i < COUNT; i++) {
                        values[i] = i;
                    }
                    yield Values.of(values);
                }
                case FLOATS -> {
                    float[] values = new float[COUNT];
                    for (int i = 0; i < COUNT; i++) {
                        values[i] = -i;
                    }
                    yield Values.of(values);
                }
                case LONGS -> Values.of(longs(COUNT));
                case SHIFTED_LONGS -> Values.of(longs(COUNT)).plus(-1);
                case EVERY_THIRD -> Values.of(longs(3 * COUNT)).every(3, 1);
                case EVERY_SECOND_OF_A_FILE -> Values.of(ArrayView.of(MemorySegment.ofArray(longs(2 * COUNT)),
                        ElementType.INT, 0, new long[] {COUNT}, new long[] {2L * Long.BYTES}));
            };
        }

        private static long[] longs(int count) {
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = i;
            }
            return values;
        }
    }

    private static byte[] written(Watched sink, Workers workers, Values values) throws IOException {
        try (NetcdfWriter writer = NetcdfWriter.create(DEFINITION, sink, Durability.PROCESS).helpedBy(workers)) {
            for (VariableDefinition variable : DEFINITION.variables()) {
                writer.put(variable, 0, values);
            }
            writer.announce(1);
        }
        return sink.memory.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void theBytesAreThoseOfOneThread(Kind kind) throws IOException {
        byte[] alone = written(new Watched(), Workers.callingThread(), kind.made());

        byte[] helped = written(new Watched(), four, kind.made());

        assertArrayEquals(alone, helped);
    }

    @Test
    void helpersDoWriteAndOneAtATime() throws IOException {
        Watched sink = new Watched();

        written(sink, four, Kind.EVERY_THIRD.made());

        assertTrue(sink.seen.size() > 1, sink.seen.toString());
    }

    @Test
    void aValueThatDoesNotFitIsNamed() throws IOException {
        long[] values = new long[COUNT];
        values[400_000] = 1L << 40;
        try (NetcdfWriter writer = NetcdfWriter.create(DEFINITION, new Watched(), Durability.PROCESS).helpedBy(four)) {
            VariableDefinition variable = writer.variable("int");

            ArithmeticException misfit = assertThrows(ArithmeticException.class,
                    () -> writer.put(variable, 0, Values.of(values)));

            assertEquals("made.nc: int: the value 1099511627776 at index 400000 does not fit into the type int",
                    misfit.getMessage());
        }
    }

    @Test
    void theFailureOfAHelperIsThatOfThePut() throws IOException {
        Watched sink = new Watched();
        try (NetcdfWriter writer = NetcdfWriter.create(DEFINITION, sink, Durability.PROCESS).helpedBy(four)) {
            sink.isFull = true;

            IOException failure = assertThrows(IOException.class,
                    () -> writer.put(writer.variable("float"), 0, Kind.DOUBLES.made()));

            assertSame(IOException.class, failure.getClass());
            assertEquals("no space is left", failure.getMessage());
        }
    }

    @Test
    void whatWasStoppedIsNotAnnouncedAndMayBePutAgain() throws IOException {
        AtomicBoolean stop = new AtomicBoolean(true);
        Watched sink = new Watched();
        try (NetcdfWriter writer = NetcdfWriter.create(DEFINITION, sink, Durability.PROCESS)
                .helpedBy(four.stoppedBy(stop::get))) {
            for (VariableDefinition variable : DEFINITION.variables()) {
                assertThrows(CancellationException.class, () -> writer.put(variable, 0, Kind.SHIFTED_LONGS.made()));
            }
            assertThrows(RuntimeException.class, () -> writer.announce(1));
            stop.set(false);
            for (VariableDefinition variable : DEFINITION.variables()) {
                writer.put(variable, 0, Kind.SHIFTED_LONGS.made());
            }
            writer.announce(1);
        }
        assertArrayEquals(written(new Watched(), Workers.callingThread(), Kind.SHIFTED_LONGS.made()),
                sink.memory.toByteArray());
    }
}
