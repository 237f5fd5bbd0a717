package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cache.Derived;
import dev.exodusii.cache.StepCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/// What a cache costs: finding a step of a million nodes, by one thread and by two, against decoding it each time, and
/// decoding it through a cache that keeps nothing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class StepCacheBenchmark {

    private static final int STEPS = 8;

    private final StepCache cache = StepCache.ofBytes(512L << 20);
    private final StepCache full = StepCache.ofBytes(0);
    private Path path = Path.of("");
    private ExodusFile file;
    private TimeSeries series;

    /// Counts steps, for each thread by itself.
    @State(Scope.Thread)
    public static class Player {

        private long step;

        long next() {
            step = (step + 1) % STEPS;
            return step;
        }
    }

    /// Makes the file.
    @Setup
    public void makeFile() throws IOException {
        path = Files.createTempDirectory("exodus").resolve("steps.e");
        new SparseModel(2, 1_000_000, STEPS, 1).write(path, List.of());
        file = Exodus.open(path);
        series = file.nodal("v1");
    }

    /// Removes the file.
    @TearDown
    public void removeFile() throws IOException {
        file.close();
        Files.delete(path);
        Files.delete(path.getParent());
    }

    /// A step that is there.
    @Benchmark
    public float[] hit(Player player) {
        return cache.floats(series, player.next());
    }

    /// A step that is there, asked for by two threads.
    @Benchmark
    @Threads(2)
    public float[] hitOfTwoThreads(Player player) {
        return cache.floats(series, player.next());
    }

    /// A step that is there as a buffer.
    @Benchmark
    public Object hitOfBuffer(Player player) {
        return cache.floatBuffer(series, player.next());
    }

    /// A step that is not there.
    @Benchmark
    public float[] miss(Player player) {
        return full.floats(series, player.next());
    }

    /// A step in memory that is not there.
    @Benchmark
    public Object missOfMemory(Player player) {
        return full.get(Derived.nativeFloats(series.step(player.next())));
    }

    /// The same without a cache.
    @Benchmark
    public float[] decode(Player player) {
        return series.step(player.next()).toFloatArray();
    }
}
