package dev.exodusii.bench;

import dev.exodusii.view.RealView;
import org.openjdk.jmh.annotations.Benchmark;

/// A user's own loop over the values of a step: `get` one after the other, added up in one accumulator.
public class StepLoop extends StepComparison {

    @Override
    @Benchmark
    public Double ours() {
        RealView values = view();
        double sum = 0;
        for (long i = 0; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum;
    }

    @Benchmark
    public double cLoop() {
        return CLoops.SUM.of(memory(), size, size, NODES);
    }
}
