package dev.exodusii.bench;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/// The lengths of a displacement, as doubles.
public class Magnitudes extends VectorComparison {

    private final double[] values = new double[NODES];
    private final MemorySegment lengths = room(NODES);

    @Override
    @Benchmark
    public double[] ours() {
        displacement().copyMagnitudesTo(values);
        return values;
    }

    /// With the optional accelerator.
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTORS)
    public double[] oursVector() {
        return ours();
    }

    @Benchmark
    public void cLoop() {
        MemorySegment[] of = memoryDisplacement();
        (isDouble ? CLoops.MAGNITUDES_DOUBLES : CLoops.MAGNITUDES_FLOATS).of(of[0], of[1], of[2], NODES, lengths);
    }

    @Benchmark
    public void libexodus() {
        libexodusDisplacement();
        CLoops.MAGNITUDES_OWN.of(rooms[0], rooms[1], rooms[2], NODES, lengths);
    }

    @Benchmark
    public void netcdfC() {
        netcdfCDisplacement();
        CLoops.MAGNITUDES_OWN.of(rooms[0], rooms[1], rooms[2], NODES, lengths);
    }

    @Benchmark
    public double[] netcdfJava() {
        int step = next(STEPS);
        double[] x = javaDisplacement(step, 0);
        double[] y = javaDisplacement(step, 1);
        double[] z = javaDisplacement(step, 2);
        for (int i = 0; i < NODES; i++) {
            values[i] = Math.sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
        }
        return values;
    }
}
