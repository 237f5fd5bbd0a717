package dev.exodusii.mmap;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Sum and extremes of one step after another, a million values each, which do not fit into the caches together.
///
/// With `-jvmArgsAppend --add-modules=jdk.incubator.vector` through the Vector API.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ReductionBenchmark {

    private static final int COUNT = 1_000_000;
    private static final int STEPS = 25;
    private static final long HEADER = 4;

    @Param({"DOUBLE", "FLOAT"})
    ElementType type;

    private final Arena arena = Arena.ofShared();
    private Path file;
    private RealMatrix steps;
    private long step;

    @Setup
    public void setUp() throws IOException {
        file = Files.createTempFile("exodus-bench", ".bin");
        long floats = HEADER + (long) STEPS * COUNT * Double.BYTES;
        MemorySegment memory;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            write(channel, ElementType.DOUBLE, HEADER);
            write(channel, ElementType.FLOAT, floats);
            memory = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
        }
        for (ElementType each : List.of(ElementType.FLOAT, ElementType.DOUBLE, type)) {
            steps = ArrayView.of(memory, each, each == ElementType.DOUBLE ? HEADER : floats,
                    new long[] {STEPS, COUNT}, new long[] {(long) COUNT * each.byteSize(), each.byteSize()}).realMatrix();
            for (int round = 0; round < 50; round++) {
                if (sum() == statistics().extremes().max()) {
                    throw new AssertionError();
                }
            }
        }
    }

    private static void write(FileChannel channel, ElementType type, long at) throws IOException {
        Random random = new Random(1);
        ByteBuffer values = ByteBuffer.allocate(COUNT * type.byteSize());
        for (int i = 0; i < COUNT; i++) {
            if (type == ElementType.DOUBLE) {
                values.putDouble(random.nextGaussian());
            } else {
                values.putFloat((float) random.nextGaussian());
            }
        }
        for (int i = 0; i < STEPS; i++) {
            channel.write(values.flip(), at + (long) i * values.capacity());
        }
    }

    @TearDown
    public void tearDown() throws IOException {
        arena.close();
        Files.delete(file);
    }

    private RealView next() {
        step = (step + 1) % STEPS;
        return steps.row(step);
    }

    @Benchmark
    public double sum() {
        return next().sum();
    }

    @Benchmark
    public Statistics statistics() {
        return next().statistics();
    }
}
