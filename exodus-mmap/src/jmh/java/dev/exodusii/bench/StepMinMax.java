package dev.exodusii.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/// The smallest and the largest value of a step; ours also says where, and counts NaN.
public class StepMinMax extends StepComparison {

    @Override
    @Benchmark
    public Object ours() {
        return view().minMax();
    }

    /// With the optional accelerator.
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTORS)
    public Object oursVector() {
        return ours();
    }

    @Benchmark
    public double cLoop() {
        return CLoops.MINMAX.of(memory(), size, size, NODES);
    }

    @Benchmark
    public double cLanes() {
        return CLoops.MINMAX_LANES.of(memory(), size, size, NODES);
    }

    @Benchmark
    public double libexodus() {
        libexodus.values(next(STEPS), 0, NODES, room);
        return CLoops.MINMAX_OWN.of(room, NODES);
    }

    @Benchmark
    public double netcdfC() {
        netcdfC.doubles(variable, next(STEPS), 0, 1, NODES, room);
        return CLoops.MINMAX_OWN.of(room, NODES);
    }

    @Benchmark
    public double netcdfJava() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : javaDoubles()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
