package dev.exodusii.bench;

import dev.exodusii.TimeSeries;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;

/// The history of one node over 100 steps, none of which is in memory.
public class ColdHistory extends ColdComparison {

    private final double[] values = new double[100];
    private final MemorySegment room = room(100);

    /// Announced first.
    @Benchmark
    public double[] ours() {
        series().histories(new long[] {node}, values);
        return values;
    }

    /// What a mapping does without being told.
    @Benchmark
    public double[] oursUnannounced() {
        series().history(node).copyTo(values);
        return values;
    }

    private TimeSeries series() {
        return doubles.nodalVariables().getFirst();
    }

    @Benchmark
    public void cLoop() {
        MemorySegment first = series().step(0).rawSegment().orElseThrow();
        long record = series().step(1).rawSegment().orElseThrow().address() - first.address();
        CLoops.COPY_DOUBLES.of(MemorySegment.ofAddress(first.address() + node * Double.BYTES), Double.BYTES, record, steps,
                room);
    }

    @Benchmark
    public void libexodus() {
        libexodus.history(0, node, steps, room);
    }

    @Benchmark
    public void netcdfC() {
        netcdfC.doubles(variable, 0, node, steps, 1, room);
    }

    @Benchmark
    public double[] netcdfJava() {
        return NetcdfJava.doubles(netcdfJava.variable("vals_nod_var1"), NetcdfJava.section(0, node, steps, 1, 1));
    }
}
