package dev.exodusii.mmap;

import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerRange;
import dev.exodusii.view.IntegerView;
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

/// A million stored numbers as 0-based indexes, and as the connectivity of 125,000 elements of 8 nodes.
///
/// As in [RealViewBenchmark], everything is warmed with all types first.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class IntegerViewBenchmark {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int COUNT = MappedNumbers.COUNT;
    private static final int NODES = 8;

    @Param({"INT", "INT64"})
    ElementType type;

    private MappedNumbers numbers;
    private IntegerView view;
    private IntegerMatrix matrix;
    private MemorySegment segment;
    private long base;
    private final int[] ints = new int[COUNT];
    private final long[] longs = new long[COUNT];
    private final MemorySegment nativeMemory = Arena.ofAuto().allocate(8L * COUNT, 64);

    @Setup
    public void setUp() {
        numbers = new MappedNumbers();
        for (int round = 0; round < 20; round++) {
            for (ElementType each : new ElementType[] {ElementType.INT, ElementType.INT64}) {
                for (boolean gaps : new boolean[] {false, true}) {
                    view = numbers.integers(each, gaps).plus(-1);
                    matrix = numbers.matrix(each, COUNT / NODES, NODES).integerMatrix().plus(-1);
                    long ignored = sumByGet() + sum() + minMax().max() + copyToInts()[0] + copyToLongs()[0]
                            + sumByRows() + sumByRowAndColumn();
                    copyIntsToMemory();
                    if (ignored == 0) {
                        throw new AssertionError();
                    }
                }
            }
        }
        view = numbers.integers(type, false).plus(-1);
        matrix = numbers.matrix(type, COUNT / NODES, NODES).integerMatrix().plus(-1);
        segment = numbers.segment();
        base = MappedNumbers.base(type);
    }

    @TearDown
    public void tearDown() {
        numbers.close();
    }

    @Benchmark
    public long sumByGet() {
        IntegerView values = view;
        long sum = 0;
        for (long i = 0; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum;
    }

    @Benchmark
    public long sum() {
        return view.sum();
    }

    @Benchmark
    public IntegerRange minMax() {
        return view.minMax();
    }

    @Benchmark
    public int[] copyToInts() {
        view.copyTo(ints);
        return ints;
    }

    @Benchmark
    public long[] copyToLongs() {
        view.copyTo(longs);
        return longs;
    }

    @Benchmark
    public MemorySegment copyIntsToMemory() {
        view.copyIntsTo(nativeMemory);
        return nativeMemory;
    }

    /// As a program walks through elements.
    @Benchmark
    public long sumByRows() {
        IntegerMatrix elements = matrix;
        long sum = 0;
        for (long e = 0; e < elements.rows(); e++) {
            IntegerView nodes = elements.row(e);
            for (int n = 0; n < nodes.size(); n++) {
                sum += nodes.get(n);
            }
        }
        return sum;
    }

    @Benchmark
    public long sumByRowAndColumn() {
        IntegerMatrix elements = matrix;
        long sum = 0;
        for (long e = 0; e < elements.rows(); e++) {
            for (int n = 0; n < elements.columns(); n++) {
                sum += elements.get(e, n);
            }
        }
        return sum;
    }

    @Benchmark
    public long rawSum() {
        MemorySegment memory = segment;
        long sum = 0;
        if (type == ElementType.INT) {
            for (int i = 0; i < COUNT; i++) {
                sum += memory.get(INT, base + i * 4L) - 1;
            }
        } else {
            for (int i = 0; i < COUNT; i++) {
                sum += memory.get(LONG, base + i * 8L) - 1;
            }
        }
        return sum;
    }

    @Benchmark
    public long rawSumByRows() {
        MemorySegment memory = segment;
        long sum = 0;
        if (type == ElementType.INT) {
            for (int e = 0; e < COUNT / NODES; e++) {
                for (int n = 0; n < NODES; n++) {
                    sum += memory.get(INT, base + (e * NODES + n) * 4L) - 1;
                }
            }
        } else {
            for (int e = 0; e < COUNT / NODES; e++) {
                for (int n = 0; n < NODES; n++) {
                    sum += memory.get(LONG, base + (e * NODES + n) * 8L) - 1;
                }
            }
        }
        return sum;
    }

    @Benchmark
    public long rawMinMax() {
        MemorySegment memory = segment;
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        boolean isInt = type == ElementType.INT;
        for (int i = 0; i < COUNT; i++) {
            long value = isInt ? memory.get(INT, base + i * 4L) : memory.get(LONG, base + i * 8L);
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return max - min;
    }

    @Benchmark
    public int[] rawCopyToInts() {
        MemorySegment memory = segment;
        int[] to = ints;
        if (type == ElementType.INT) {
            for (int i = 0; i < COUNT; i++) {
                to[i] = memory.get(INT, base + i * 4L) - 1;
            }
        } else {
            for (int i = 0; i < COUNT; i++) {
                to[i] = (int) (memory.get(LONG, base + i * 8L) - 1);
            }
        }
        return to;
    }

    @Benchmark
    public long[] rawCopyToLongs() {
        MemorySegment memory = segment;
        long[] to = longs;
        if (type == ElementType.INT) {
            for (int i = 0; i < COUNT; i++) {
                to[i] = memory.get(INT, base + i * 4L) - 1;
            }
        } else {
            for (int i = 0; i < COUNT; i++) {
                to[i] = memory.get(LONG, base + i * 8L) - 1;
            }
        }
        return to;
    }

    @Benchmark
    public long heapSum() {
        int[] from = ints;
        long sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += from[i];
        }
        return sum;
    }
}
