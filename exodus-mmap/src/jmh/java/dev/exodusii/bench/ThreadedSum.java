package dev.exodusii.bench;

import dev.exodusii.parallel.ParallelReads;
import org.openjdk.jmh.annotations.Benchmark;

/// The sum of a step by two threads.
public class ThreadedSum extends ThreadComparison {

    @Override
    @Benchmark
    public Double ours() {
        return ParallelReads.sum(view(), BOTH);
    }

    @Override
    @Benchmark
    public Double oursAlone() {
        return view().sum();
    }

    /// Starts a thread each time.
    @Benchmark
    public double cThreads() {
        return CLoops.SUM_HALVES.of(memory(), NODES);
    }
}
