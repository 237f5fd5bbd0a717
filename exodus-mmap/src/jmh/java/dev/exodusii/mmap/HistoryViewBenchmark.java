package dev.exodusii.mmap;

import dev.exodusii.view.ElementType;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
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

/// A variable of 100 steps and 10,000 nodes: the history of one node, and reductions over the whole of it.
///
/// As in [RealViewBenchmark], everything is warmed with all types first.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 150, timeUnit = TimeUnit.MILLISECONDS)
public class HistoryViewBenchmark {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int STEPS = 100;
    private static final int NODES = MappedNumbers.COUNT / STEPS;

    @Param({"DOUBLE", "FLOAT"})
    ElementType type;

    private MappedNumbers numbers;
    private RealMatrix series;
    /// The same values as a list of points: three columns.
    private RealMatrix points;
    private MemorySegment segment;
    private long base;
    private int node;
    private final double[] history = new double[STEPS];
    private final float[] floats = new float[MappedNumbers.COUNT];

    @Setup
    public void setUp() {
        numbers = new MappedNumbers();
        for (int round = 0; round < 2_000; round++) {
            for (ElementType each : MappedNumbers.TYPES) {
                prepare(each);
                double ignored = sumByGet() + sum() + copyToDoubles()[0] + minMax().max();
                if (round % 100 == 0) {
                    ignored += wholeMinMax().max() + pointsMinMax().max() + copyPoints()[0] + wholeSum();
                }
                if (ignored == 0) {
                    throw new AssertionError();
                }
            }
        }
        prepare(type);
        segment = numbers.segment();
        base = MappedNumbers.base(type);
    }

    private void prepare(ElementType each) {
        series = numbers.matrix(each, STEPS, NODES).realMatrix();
        points = numbers.matrix(each, MappedNumbers.COUNT / 3, 3).realMatrix();
    }

    @TearDown
    public void tearDown() {
        numbers.close();
    }

    private int nextNode() {
        node = node + 4_099;
        if (node >= NODES) {
            node -= NODES;
        }
        return node;
    }

    @Benchmark
    public double sumByGet() {
        RealView values = series.column(nextNode());
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum;
    }

    @Benchmark
    public double sum() {
        return series.column(nextNode()).sum();
    }

    @Benchmark
    public MinMax minMax() {
        return series.column(nextNode()).minMax();
    }

    @Benchmark
    public double[] copyToDoubles() {
        series.column(nextNode()).copyTo(history);
        return history;
    }

    @Benchmark
    public double rawSum() {
        MemorySegment memory = segment;
        double sum = 0;
        int first = nextNode();
        if (type == ElementType.DOUBLE) {
            for (int i = 0; i < STEPS; i++) {
                sum += memory.get(DOUBLE, base + first * 8L + i * (NODES * 8L));
            }
        } else {
            for (int i = 0; i < STEPS; i++) {
                sum += memory.get(FLOAT, base + first * 4L + i * (NODES * 4L));
            }
        }
        return sum;
    }

    @Benchmark
    public MinMax wholeMinMax() {
        return series.minMax();
    }

    @Benchmark
    public double wholeSum() {
        return series.sum();
    }

    @Benchmark
    public MinMax pointsMinMax() {
        return points.sliceColumns(0, 2).minMax();
    }

    @Benchmark
    public double pointsSum() {
        return points.sum();
    }

    @Benchmark
    public float[] copyPoints() {
        points.copyTo(floats);
        return floats;
    }
}
