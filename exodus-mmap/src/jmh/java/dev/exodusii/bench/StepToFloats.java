package dev.exodusii.bench;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/// A step copied into a `float[]` of the caller's, doubles rounded; by C into memory, by netcdf-java into an array that
/// it makes.
public class StepToFloats extends StepComparison {

    private final float[] values = new float[NODES];

    @Override
    @Benchmark
    public float[] ours() {
        view().copyTo(values);
        return values;
    }

    /// With the optional accelerator.
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTORS)
    public float[] oursVector() {
        return ours();
    }

    @Override
    int wordSize() {
        return Float.BYTES;
    }

    @Benchmark
    public void cLoop() {
        CLoops.COPY_FLOATS.of(memory(), size, size, NODES, room);
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
        netcdfC.floats(variable, next(STEPS), 0, 1, NODES, room);
    }

    @Benchmark
    public float[] netcdfJava() {
        return javaFloats();
    }
}
