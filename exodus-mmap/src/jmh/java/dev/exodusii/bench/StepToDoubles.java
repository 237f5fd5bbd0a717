package dev.exodusii.bench;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/// A step copied into a `double[]` of the caller's; by C into memory, by netcdf-java into an array that it makes.
public class StepToDoubles extends StepComparison {

    private final double[] values = new double[NODES];

    @Override
    @Benchmark
    public double[] ours() {
        view().copyTo(values);
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
        CLoops.COPY_DOUBLES.of(memory(), size, size, NODES, room);
    }

    /// As many bytes as are read.
    @Benchmark
    public MemorySegment memcpy() {
        MemorySegment from = memory();
        return CLoops.MEMCPY.of(room, from, from.byteSize());
    }

    @Benchmark
    public void libexodus() {
        libexodus.values(next(STEPS), 0, NODES, room);
    }

    @Benchmark
    public void netcdfC() {
        netcdfC.doubles(variable, next(STEPS), 0, 1, NODES, room);
    }

    @Benchmark
    public double[] netcdfJava() {
        return javaDoubles();
    }
}
