package dev.exodusii.mmap;

import dev.exodusii.view.ElementType;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// A million real numbers through a view, beside the plainest loop over the same memory and one over an array.
///
/// All types and spacings are warmed first, through the very methods that are measured: a view that has only ever seen
/// doubles is faster than any program will see it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class RealViewBenchmark {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int COUNT = MappedNumbers.COUNT;

    @Param({"DOUBLE", "FLOAT"})
    ElementType type;

    @Param({"false", "true"})
    boolean spread;

    private MappedNumbers numbers;
    private RealView view;
    private MemorySegment segment;
    private long base;
    private final double[] doubles = new double[COUNT];
    private final float[] floats = new float[COUNT];
    private final float[] interleaved = new float[3 * COUNT];
    private final MemorySegment nativeMemory = Arena.ofAuto().allocate(8L * COUNT, 64);

    @Setup
    public void setUp() {
        numbers = new MappedNumbers();
        for (int round = 0; round < 20; round++) {
            for (ElementType each : MappedNumbers.TYPES) {
                for (boolean gaps : new boolean[] {false, true}) {
                    view = numbers.reals(each, gaps);
                    double ignored = sumByGet() + sum() + minMax().max() + copyToDoubles()[0] + copyToFloats()[0]
                            + copyInterleaved()[0] + sumByGetFloat();
                    copyDoublesToMemory();
                    copyFloatsToMemory();
                    if (ignored == 0) {
                        throw new AssertionError();
                    }
                }
            }
        }
        view = numbers.reals(type, spread);
        segment = numbers.segment();
        base = MappedNumbers.base(type);
    }

    @TearDown
    public void tearDown() {
        numbers.close();
    }

    @Benchmark
    public double sumByGet() {
        RealView values = view;
        double sum = 0;
        for (long i = 0; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum;
    }

    @Benchmark
    public float sumByGetFloat() {
        RealView values = view;
        float sum = 0;
        for (long i = 0; i < values.size(); i++) {
            sum += values.getFloat(i);
        }
        return sum;
    }

    @Benchmark
    public double sum() {
        return view.sum();
    }

    @Benchmark
    public MinMax minMax() {
        return view.minMax();
    }

    @Benchmark
    public double[] copyToDoubles() {
        view.copyTo(doubles);
        return doubles;
    }

    @Benchmark
    public float[] copyToFloats() {
        view.copyTo(floats);
        return floats;
    }

    @Benchmark
    public float[] copyInterleaved() {
        view.copyTo(interleaved, 1, 3);
        return interleaved;
    }

    @Benchmark
    public MemorySegment copyDoublesToMemory() {
        view.copyDoublesTo(nativeMemory);
        return nativeMemory;
    }

    @Benchmark
    public MemorySegment copyFloatsToMemory() {
        view.copyFloatsTo(nativeMemory);
        return nativeMemory;
    }

    // The plain loops. A fork runs one type and one spacing, so all that varies here is a constant for the compiler.

    @Benchmark
    public double rawSum() {
        MemorySegment memory = segment;
        double sum = 0;
        if (type == ElementType.DOUBLE) {
            long stride = spread ? 24 : 8;
            for (int i = 0; i < COUNT; i++) {
                sum += memory.get(DOUBLE, base + i * stride);
            }
        } else {
            long stride = spread ? 12 : 4;
            for (int i = 0; i < COUNT; i++) {
                sum += memory.get(FLOAT, base + i * stride);
            }
        }
        return sum;
    }

    @Benchmark
    public double rawMinMax() {
        MemorySegment memory = segment;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        boolean isDouble = type == ElementType.DOUBLE;
        long stride = MappedNumbers.stride(type, spread);
        for (int i = 0; i < COUNT; i++) {
            double value = isDouble ? memory.get(DOUBLE, base + i * stride) : memory.get(FLOAT, base + i * stride);
            if (value < min) {
                min = value;
            }
            if (value > max) {
                max = value;
            }
        }
        return max - min;
    }

    @Benchmark
    public double[] rawCopyToDoubles() {
        MemorySegment memory = segment;
        double[] to = doubles;
        if (type == ElementType.DOUBLE) {
            long stride = spread ? 24 : 8;
            for (int i = 0; i < COUNT; i++) {
                to[i] = memory.get(DOUBLE, base + i * stride);
            }
        } else {
            long stride = spread ? 12 : 4;
            for (int i = 0; i < COUNT; i++) {
                to[i] = memory.get(FLOAT, base + i * stride);
            }
        }
        return to;
    }

    @Benchmark
    public float[] rawCopyToFloats() {
        MemorySegment memory = segment;
        float[] to = floats;
        if (type == ElementType.DOUBLE) {
            long stride = spread ? 24 : 8;
            for (int i = 0; i < COUNT; i++) {
                to[i] = (float) memory.get(DOUBLE, base + i * stride);
            }
        } else {
            long stride = spread ? 12 : 4;
            for (int i = 0; i < COUNT; i++) {
                to[i] = memory.get(FLOAT, base + i * stride);
            }
        }
        return to;
    }

    @Benchmark
    public float[] rawCopyInterleaved() {
        MemorySegment memory = segment;
        float[] to = interleaved;
        if (type == ElementType.DOUBLE) {
            long stride = spread ? 24 : 8;
            for (int i = 0; i < COUNT; i++) {
                to[1 + 3 * i] = (float) memory.get(DOUBLE, base + i * stride);
            }
        } else {
            long stride = spread ? 12 : 4;
            for (int i = 0; i < COUNT; i++) {
                to[1 + 3 * i] = memory.get(FLOAT, base + i * stride);
            }
        }
        return to;
    }

    @Benchmark
    public double heapSum() {
        double[] from = doubles;
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += from[i];
        }
        return sum;
    }

    @Benchmark
    public float[] heapCopyToFloats() {
        double[] from = doubles;
        float[] to = floats;
        for (int i = 0; i < from.length; i++) {
            to[i] = (float) from[i];
        }
        return to;
    }
}
