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
        CLoops.COPY_DOUBLES.of(first(), Double.BYTES, record(), steps, room);
    }

    @Benchmark
    public void cAnnounced() {
        CLoops.HISTORY_ANNOUNCED.of(first(), record(), steps, room);
    }

    private MemorySegment first() {
        return MemorySegment.ofAddress(address(0) + node * Double.BYTES);
    }

    private long record() {
        return address(1) - address(0);
    }

    private long address(int step) {
        return series().step(step).rawSegment().orElseThrow().address();
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
