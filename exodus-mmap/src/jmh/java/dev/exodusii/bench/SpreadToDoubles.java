package dev.exodusii.bench;

import org.openjdk.jmh.annotations.Benchmark;

/// Every third value of a step copied into a `double[]`.
public class SpreadToDoubles extends StepComparison {

    private final double[] values = new double[NODES];

    @Override
    @Benchmark
    public double[] ours() {
        view().copyTo(values);
        return values;
    }

    @Override
    boolean isSpread() {
        return true;
    }

    @Benchmark
    public void cLoop() {
        CLoops.COPY_DOUBLES.of(memory(), size, stride(), SPREAD, room);
    }

    @Benchmark
    public void netcdfC() {
        netcdfC.everyDouble(variable, next(STEPS), SPREAD, EVERY, room);
    }

    @Benchmark
    public double[] netcdfJava() {
        return javaDoubles();
    }
}
