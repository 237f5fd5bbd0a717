package dev.exodusii.bench;

import org.openjdk.jmh.annotations.Benchmark;

/// The sum of every third value of a step.
public class SpreadSum extends StepComparison {

    @Override
    @Benchmark
    public Double ours() {
        return view().sum();
    }

    @Override
    boolean isSpread() {
        return true;
    }

    /// One accumulator.
    @Benchmark
    public double cLoop() {
        return CLoops.SUM.of(memory(), size, stride(), SPREAD);
    }

    @Benchmark
    public double cLanes() {
        return CLoops.SUM_LANES.of(memory(), size, stride(), SPREAD);
    }

    @Benchmark
    public double netcdfC() {
        netcdfC.everyDouble(variable, next(STEPS), SPREAD, EVERY, room);
        return CLoops.SUM_OWN.of(room, SPREAD);
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
