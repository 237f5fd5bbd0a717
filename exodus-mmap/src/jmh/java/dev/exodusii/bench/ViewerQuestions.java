package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeBracket;
import dev.exodusii.TimeSeries;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.Nearest;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.SpatialIndex;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.slice.Plane;
import dev.exodusii.slice.Slice;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What a viewer asks of a million hexahedra: what is at a point, what a plane cuts, the values between two steps. Trees and
/// slices are made by two threads.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class ViewerQuestions {

    private static final int POINTS = 1 << 14;

    private final Workers two = Workers.of(ForkJoinPool.commonPool(), 2);
    private final Point[] points = new Point[POINTS];
    private ExodusFile file;
    private SpatialIndex index;
    private TimeSeries variable;
    private Plane plane;
    private Slice slice;
    private float[] values;
    private float[] cutValues;
    private int next;

    @Setup
    public void setUp() throws IOException {
        file = Exodus.open(BenchmarkFiles.doubles());
        index = SpatialIndex.of(file, two);
        index.prepareNodes();
        index.prepareElements();
        variable = file.nodalVariables().getFirst();
        values = new float[Math.toIntExact(file.nodeCount())];
        double[] low = new double[3];
        double[] extent = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = file.coordinates().axis(axis).minMax().min();
            extent[axis] = file.coordinates().axis(axis).minMax().max() - low[axis];
        }
        Random random = new Random(1);
        for (int i = 0; i < POINTS; i++) {
            points[i] = new Point(low[0] + random.nextDouble() * extent[0], low[1] + random.nextDouble() * extent[1],
                    low[2] + random.nextDouble() * extent[2]);
        }
        plane = Plane.through(new Point(low[0] + 0.503 * extent[0], low[1] + extent[1] / 2, low[2] + extent[2] / 2),
                new Point(1, 0.7, 0.1));
        slice = Slice.of(file, plane, two);
        cutValues = new float[slice.pointCount()];
    }

    @TearDown
    public void tearDown() {
        file.close();
    }

    private Point point() {
        next = (next + 1) % POINTS;
        return points[next];
    }

    private long step() {
        next = (next + 1) % Math.toIntExact(variable.steps() - 1);
        return next;
    }

    @Benchmark
    public Nearest<NearestNode> nearestNode() {
        return index.nearestNode(point());
    }

    @Benchmark
    public Nearest<ElementPoint> containingElement() {
        return index.nearestElement(point());
    }

    @Benchmark
    public long treeOfNodes() {
        SpatialIndex fresh = SpatialIndex.of(file, two);
        fresh.prepareNodes();
        return fresh.bytes();
    }

    @Benchmark
    public long treeOfElements() {
        SpatialIndex fresh = SpatialIndex.of(file, two);
        fresh.prepareElements();
        return fresh.bytes();
    }

    @Benchmark
    public Slice sliceByPlane() {
        return Slice.of(file, plane, two);
    }

    @Benchmark
    public float[] valuesOnSlice() {
        slice.copyValuesTo(variable.step(step()), cutValues);
        return cutValues;
    }

    /// All nodes between two steps, into floats.
    @Benchmark
    public float[] betweenTwoSteps() {
        long step = step();
        variable.at(new TimeBracket(step, step + 1, 0.3, TimeBracket.Place.AMONG_STEPS)).copyTo(values);
        return values;
    }

    /// All nodes of one step, for comparison.
    @Benchmark
    public float[] oneStep() {
        variable.step(step()).copyTo(values);
        return values;
    }
}
