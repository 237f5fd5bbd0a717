package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.view.IntegerMatrix;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;

/// The connectivity of a million elements as 0-based `int` indexes.
public class Connectivity extends Comparison {

    private static final int NUMBERS = CubeModel.ELEMENTS * CubeModel.NODES_PER_ELEMENT;

    /// How a file stores numbers.
    public enum StoredIntegers {
        INT, INT64
    }

    /// What the file has.
    @Param
    public StoredIntegers stored;

    private final int[] indexes = new int[NUMBERS];
    private final MemorySegment room = room(NUMBERS / 2);
    private IntegerMatrix numbers;
    private MemorySegment memory;
    private int size;

    /// Lets our loop see both types.
    @Setup
    public void setUp(BenchmarkParams params) throws IOException {
        boolean isWide = stored == StoredIntegers.INT64;
        open(params, isWide ? BenchmarkFiles.wide() : BenchmarkFiles.doubles(), Double.BYTES);
        if (contender(params).equals("ours")) {
            for (int i = 0; i < ROUNDS; i++) {
                numbers = nodes(i % 2 == 0 ? wide : doubles);
                ours();
            }
        }
        ExodusFile file = isWide ? wide : doubles;
        numbers = nodes(file);
        size = isWide ? Long.BYTES : Integer.BYTES;
        memory = file.elementBlocks().getFirst().connectivity().flattened().orElseThrow().rawSegment().orElseThrow();
    }

    private static IntegerMatrix nodes(ExodusFile file) {
        return file.elementBlocks().getFirst().nodeIndexes();
    }

    @Benchmark
    public int[] ours() {
        numbers.copyTo(indexes);
        return indexes;
    }

    @Benchmark
    public void cLoop() {
        CLoops.COPY_INDEXES.of(memory, size, NUMBERS, room);
    }

    /// As many bytes as are written.
    @Benchmark
    public MemorySegment memcpy() {
        return CLoops.MEMCPY.of(room, memory, room.byteSize());
    }

    @Benchmark
    public void libexodus() {
        libexodus.connectivity(1, room);
        CLoops.MINUS_ONE.of(room, NUMBERS);
    }

    @Benchmark
    public void netcdfC() {
        netcdfC.ints(netcdfC.variable("connect1"), 0, 0, CubeModel.ELEMENTS, CubeModel.NODES_PER_ELEMENT, room);
        CLoops.MINUS_ONE.of(room, NUMBERS);
    }

    @Benchmark
    public int[] netcdfJava() {
        int[] nodes = NetcdfJava.ints(netcdfJava.variable("connect1"),
                NetcdfJava.section(0, 0, CubeModel.ELEMENTS, CubeModel.NODES_PER_ELEMENT, 1));
        for (int i = 0; i < nodes.length; i++) {
            nodes[i]--;
        }
        return nodes;
    }
}
