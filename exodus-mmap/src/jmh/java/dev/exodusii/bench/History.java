package dev.exodusii.bench;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;

/// The history of one node, copied into a `double[]`.
public class History extends HistoryComparison {

    private final double[] values = new double[100];
    private final MemorySegment room = room(100);

    @Override
    @Benchmark
    public double[] ours() {
        series.history(node()).copyTo(values);
        return values;
    }

    @Benchmark
    public void cLoop() {
        CLoops.COPY_DOUBLES.of(MemorySegment.ofAddress(memory.address() + (long) node() * size), size, recordBytes, steps,
                room);
    }

    @Benchmark
    public void libexodus() {
        libexodus.history(0, node(), steps, room);
    }

    @Benchmark
    public void netcdfC() {
        netcdfC.doubles(variable, 0, node(), steps, 1, room);
    }

    @Benchmark
    public double[] netcdfJava() {
        return NetcdfJava.doubles(javaVariable, NetcdfJava.section(0, node(), steps, 1, 1));
    }
}
