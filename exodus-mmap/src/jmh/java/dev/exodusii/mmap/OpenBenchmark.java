package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to open and close a file, and to take a step and a history out of it: the same header in a small file
/// and in a sparse one of over 100 GB.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OpenBenchmark {

    /// `small` is 100 kB of values, `huge` 104 GB, both with ten nodal variables.
    @Param({"small", "huge"})
    public String size = "";

    private Path path = Path.of("");
    private ExodusFile file;
    private TimeSeries series;
    private long next;

    /// Makes the file.
    @Setup
    public void makeFile() throws IOException {
        path = Files.createTempDirectory("exodus").resolve(size + ".e");
        boolean isHuge = size.equals("huge");
        new SparseModel(2, isHuge ? 10_000_000 : 100, isHuge ? 130 : 12, 10).write(path, List.of());
        file = Exodus.open(path);
        series = file.nodal("v5");
    }

    /// Removes the file.
    @TearDown
    public void removeFile() throws IOException {
        file.close();
        Files.delete(path);
        Files.delete(path.getParent());
    }

    /// Opens and closes.
    @Benchmark
    public long open() throws IOException {
        try (ExodusFile opened = Exodus.open(path)) {
            return opened.nodeCount();
        }
    }

    /// Takes a view of a step.
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public double step() {
        next = (next + 1) % series.steps();
        return series.step(next).get(7);
    }

    /// Takes a view of a history.
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public double history() {
        next = (next + 1) % series.size();
        return series.history(next % 64).get(3);
    }
}
