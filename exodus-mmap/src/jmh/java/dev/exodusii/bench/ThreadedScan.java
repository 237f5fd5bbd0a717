package dev.exodusii.bench;

import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import org.openjdk.jmh.annotations.Benchmark;

/// Extremes, sums and counts of all four variables at all steps, 3.2 GB, by two threads.
public class ThreadedScan extends ThreadComparison {

    @Override
    @Benchmark
    public Double ours() {
        return scan(BOTH);
    }

    @Override
    @Benchmark
    public Double oursAlone() {
        return scan(Workers.callingThread());
    }

    private double scan(Workers workers) {
        double[] sum = {0};
        StepScan.run(all, steps, workers, (_, found) -> sum[0] += found.getFirst().sum());
        return sum[0];
    }
}
