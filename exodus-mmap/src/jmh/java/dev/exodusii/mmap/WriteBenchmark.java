package dev.exodusii.mmap;

import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.netcdf.write.VariableDefinition;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A step of a million values is written, over and over to the same few places in the system's cache, so that the disk does
/// not count: by the writer, and by hand.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WriteBenchmark {

    private static final int VALUES = 1_000_000;
    private static final int STEPS = 8;

    private final double[] doubles = new double[VALUES];
    private final float[] floats = new float[VALUES];
    private final int[] ints = new int[VALUES];
    private final long[] longs = new long[VALUES];
    private final ByteBuffer swapped = ByteBuffer.allocateDirect(VALUES * Double.BYTES);
    private Path folder;
    private NetcdfWriter writer;
    private NetcdfWriter helped;
    private VariableDefinition helpedDouble;
    private VariableDefinition asDouble;
    private VariableDefinition asFloat;
    private VariableDefinition asInt;
    private FileChannel channel;
    private long step;

    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "write");
        for (int i = 0; i < VALUES; i++) {
            doubles[i] = i * 0.1;
            floats[i] = i * 0.1f;
            ints[i] = i;
            longs[i] = i;
        }
        FileDefinition definition = FileDefinition.builder().recordDimension("t").dimension("n", VALUES)
                .variable("d", ElementType.DOUBLE, List.of("t", "n")).variable("f", ElementType.FLOAT, List.of("t", "n"))
                .variable("i", ElementType.INT, List.of("t", "n")).build();
        writer = NetcdfOutput.create(folder.resolve("writer.e"), definition);
        helped = NetcdfOutput.create(folder.resolve("helped.e"), definition)
                .helpedBy(Workers.of(ForkJoinPool.commonPool(), 2));
        helpedDouble = helped.variable("d");
        asDouble = writer.variable("d");
        asFloat = writer.variable("f");
        asInt = writer.variable("i");
        channel = FileChannel.open(folder.resolve("plain"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        swapped.asDoubleBuffer().put(doubles);
    }

    @TearDown
    public void close() throws IOException {
        writer.close();
        helped.close();
        channel.close();
        Files.delete(folder.resolve("plain"));
        Files.delete(folder);
    }

    private long next() {
        step = (step + 1) % STEPS;
        return step;
    }

    /// What cannot be beaten: the bytes are there already.
    @Benchmark
    public void plainWriteOfSwappedBytes() throws IOException {
        write(swapped.clear(), next() * VALUES * Double.BYTES);
    }

    /// What a program would do by itself.
    @Benchmark
    public void plainSwapAndWrite() throws IOException {
        swapped.clear().asDoubleBuffer().put(doubles);
        write(swapped, next() * VALUES * Double.BYTES);
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
        }
    }

    @Benchmark
    public void doubles() throws IOException {
        writer.put(asDouble, next(), Values.of(doubles));
    }

    @Benchmark
    public void doublesOfTwoThreads() throws IOException {
        helped.put(helpedDouble, next(), Values.of(doubles));
    }

    @Benchmark
    public void floats() throws IOException {
        writer.put(asFloat, next(), Values.of(floats));
    }

    @Benchmark
    public void doublesAsFloats() throws IOException {
        writer.put(asFloat, next(), Values.of(doubles));
    }

    @Benchmark
    public void floatsAsDoubles() throws IOException {
        writer.put(asDouble, next(), Values.of(floats));
    }

    @Benchmark
    public void ints() throws IOException {
        writer.put(asInt, next(), Values.of(ints));
    }

    @Benchmark
    public void longsAsInts() throws IOException {
        writer.put(asInt, next(), Values.of(longs));
    }
}
