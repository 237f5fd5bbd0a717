package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/// The same work done by us and by others on the same file: each method is one of them.
///
/// `ours` is this library, `oursVector` the same with its optional accelerator, `cLoop` a plain loop in C over the same mapped memory, `cLanes` one with 16 accumulators,
/// `memcpy` what copying as many bytes takes. The others are libraries that a program could use instead.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 250, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 250, timeUnit = TimeUnit.MILLISECONDS)
public abstract class Comparison {

    /// Steps that are read in turn: more than the processor's caches hold, so that values come from memory.
    static final int STEPS = 8;
    static final int NODES = CubeModel.NODES;
    /// How often what is measured has seen each kind of file before.
    static final int ROUNDS = 30;

    /// What adds the optional accelerator.
    static final String VECTORS = "--add-modules=jdk.incubator.vector";

    ExodusFile doubles;
    ExodusFile floats;
    ExodusFile wide;
    LibExodus libexodus;
    NetcdfC netcdfC;
    NetcdfJava netcdfJava;
    private int turn;

    /// Opens the files in this library, and the one to read in the library that the benchmark's method names.
    final void open(BenchmarkParams params, Path file, int wordSize) throws IOException {
        doubles = Exodus.open(BenchmarkFiles.doubles());
        floats = Exodus.open(BenchmarkFiles.floats());
        wide = Exodus.open(BenchmarkFiles.wide());
        switch (contender(params)) {
            case "libexodus" -> libexodus = new LibExodus(file, wordSize);
            case "netcdfC" -> netcdfC = new NetcdfC(file);
            case "netcdfJava" -> netcdfJava = new NetcdfJava(file);
            default -> {}
        }
    }

    static String contender(BenchmarkParams params) {
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    }

    static MemorySegment room(long doubles) {
        return Arena.ofAuto().allocate(doubles * Double.BYTES, 64);
    }

    /// Counts the measured calls in circles.
    final int next(int end) {
        turn = turn + 1 < end ? turn + 1 : 0;
        return turn;
    }

    /// Closes what is open.
    @TearDown
    public void close() {
        try (LibExodus _ = libexodus; NetcdfC _ = netcdfC; NetcdfJava _ = netcdfJava; ExodusFile _ = doubles;
                ExodusFile _ = floats; ExodusFile _ = wide) {
            turn = 0;
        }
    }
}
