package dev.exodusii.bench;

import dev.exodusii.parallel.ParallelReads;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;

/// A step copied into a `double[]` by two threads.
public class ThreadedCopy extends ThreadComparison {

    private final double[] values = new double[NODES];
    private final MemorySegment room = room(NODES);

    @Override
    @Benchmark
    public double[] ours() {
        ParallelReads.copy(view(), values, BOTH);
        return values;
    }

    @Override
    @Benchmark
    public double[] oursAlone() {
        view().copyTo(values);
        return values;
    }

    /// Starts a thread each time.
    @Benchmark
    public void cThreads() {
        CLoops.COPY_HALVES.of(memory(), NODES, room);
    }
}
