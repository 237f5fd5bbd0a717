package dev.exodusii.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/// The sum of a step.
public class StepSum extends StepComparison {

    @Override
    @Benchmark
    public Double ours() {
        return view().sum();
    }

    /// With the optional accelerator.
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTORS)
    public Double oursVector() {
        return ours();
    }

    /// One accumulator.
    @Benchmark
    public double cLoop() {
        return CLoops.SUM.of(memory(), size, size, NODES);
    }

    @Benchmark
    public double cLanes() {
        return CLoops.SUM_LANES.of(memory(), size, size, NODES);
    }

    @Benchmark
    public double libexodus() {
        libexodus.values(next(STEPS), 0, NODES, room);
        return CLoops.SUM_OWN.of(room, NODES);
    }

    @Benchmark
    public double netcdfC() {
        netcdfC.doubles(variable, next(STEPS), 0, 1, NODES, room);
        return CLoops.SUM_OWN.of(room, NODES);
    }

    @Benchmark
    public double netcdfJava() {
        double sum = 0;
        for (double value : javaDoubles()) {
            sum += value;
        }
        return sum;
    }
}
