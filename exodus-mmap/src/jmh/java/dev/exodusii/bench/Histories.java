package dev.exodusii.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;

/// The histories of 1,000 nodes spread over the mesh, in one array. Libraries that have no call for it are asked for one
/// after the other.
public class Histories extends HistoryComparison {

    private static final int COUNT = 1_000;

    private final long[] nodes = LongStream.range(0, COUNT).map(i -> i * (NODES / COUNT)).toArray();
    private final MemorySegment nativeNodes = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_LONG, nodes);
    private final double[] values = new double[100 * COUNT];
    private final MemorySegment room = room(100 * COUNT);

    @Override
    @Benchmark
    public double[] ours() {
        series.histories(nodes, values);
        return values;
    }

    @Override
    boolean isLong(int rounds) {
        return rounds > 2 * ROUNDS;
    }

    @Benchmark
    public void cLoop() {
        CLoops.HISTORIES.of(memory, size, recordBytes, steps, nativeNodes, COUNT, room);
    }

    @Benchmark
    public void libexodus() {
        for (int i = 0; i < COUNT; i++) {
            libexodus.history(0, nodes[i], steps, room.asSlice((long) i * steps * Double.BYTES));
        }
    }

    @Benchmark
    public void netcdfC() {
        for (int i = 0; i < COUNT; i++) {
            netcdfC.doubles(variable, 0, nodes[i], steps, 1, room.asSlice((long) i * steps * Double.BYTES));
        }
    }

    @Benchmark
    public double[] netcdfJava() {
        for (int i = 0; i < COUNT; i++) {
            double[] history = NetcdfJava.doubles(javaVariable, NetcdfJava.section(0, nodes[i], steps, 1, 1));
            System.arraycopy(history, 0, values, i * steps, steps);
        }
        return values;
    }
}
