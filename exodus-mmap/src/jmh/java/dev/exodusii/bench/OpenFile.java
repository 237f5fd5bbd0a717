package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/// Opening and closing the file of 3.3 GB, and asking how many nodes it has.
public class OpenFile extends Comparison {

    private Path path;

    /// Makes the file.
    @Setup
    public void setUp() throws IOException {
        path = BenchmarkFiles.doubles();
    }

    @Benchmark
    public long ours() throws IOException {
        try (ExodusFile file = Exodus.open(path)) {
            return file.nodeCount();
        }
    }

    @Benchmark
    public void libexodus() {
        new LibExodus(path, Double.BYTES).close();
    }

    @Benchmark
    public void netcdfC() {
        new NetcdfC(path).close();
    }

    @Benchmark
    public void netcdfJava() {
        new NetcdfJava(path).close();
    }
}
