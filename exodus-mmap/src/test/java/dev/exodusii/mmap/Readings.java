package dev.exodusii.mmap;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.geometry.SpatialIndex;
import dev.exodusii.parallel.ParallelReads;
import dev.exodusii.parallel.Workers;
import dev.exodusii.slice.Plane;
import dev.exodusii.slice.Slice;
import dev.exodusii.statistics.FileIdentity;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.InterpolatedVectors;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import dev.exodusii.view.TextView;
import dev.exodusii.view.VectorView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Everything that reads many values of a file, each under its name, for tests that let the file go under it.
final class Readings {

    private static final long[] ENTRIES = {0, 3, 1};

    /// Keeps the compiler from leaving out what nobody looks at.
    private static volatile double sink;

    private final Map<String, Runnable> all = new LinkedHashMap<>();

    private Readings() {}

    /// Returns what can be read of a file that is `plate.e` or made like it.
    static Map<String, Runnable> ofPlate(ExodusFile file) {
        Readings readings = new Readings();
        TimeSeries x = file.nodal("disp_x");
        TimeSeries y = file.nodal("disp_y");
        TimeSeries z = file.nodal("disp_z");
        readings.series(file, x);
        VectorView moved = VectorView.of(x.step(3), y.step(3), z.step(3));
        long last = x.steps() - 1;
        VectorView later = VectorView.of(x.step(last), y.step(last), z.step(last));
        readings.vectors(moved, "vectors");
        readings.vectors(VectorView.of(x.history(1), y.history(1)), "strided vectors");
        readings.between(moved, later);
        readings.integers(file.elementBlocks().get(0).nodeIndexes());
        readings.text(file.container().requireVariable("name_nod_var").view().text());
        readings.mesh(file, x);
        return readings.all;
    }

    /// Returns what can be read of a large nodal variable.
    static Map<String, Runnable> ofSeries(ExodusFile file, TimeSeries series) {
        Readings readings = new Readings();
        readings.series(file, series);
        VectorView vectors = VectorView.of(series.step(2), series.step(2), series.step(2));
        readings.vectors(vectors, "vectors");
        readings.between(vectors, VectorView.of(series.step(3), series.step(3), series.step(3)));
        return readings.all;
    }

    private void add(String name, Runnable reading) {
        if (all.put(name, reading) != null) {
            throw new IllegalArgumentException("twice: " + name);
        }
    }

    private static MemorySegment memory(long bytes) {
        return Arena.ofAuto().allocate(Math.max(1, bytes));
    }

    private static ByteBuffer swapped(long bytes) {
        return ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.BIG_ENDIAN);
    }

    private void series(ExodusFile file, TimeSeries series) {
        reals(series.step(3), "step");
        reals(series.history(2), "history");
        RealMatrix matrix = series.values();
        int size = (int) matrix.size();
        add("matrix to doubles", () -> matrix.copyTo(new double[size]));
        add("matrix to floats", () -> matrix.copyTo(new float[size]));
        add("matrix to memory", () -> matrix.copyDoublesTo(memory(8L * size)));
        add("matrix to floats in memory", () -> matrix.copyFloatsTo(memory(4L * size)));
        add("matrix to array", matrix::toArray);
        add("matrix minMax", matrix::minMax);
        add("matrix sum", matrix::sum);
        int entries = ENTRIES.length * (int) series.steps();
        add("histories", () -> series.histories(ENTRIES, new double[entries]));
        add("histories as floats", () -> series.histories(ENTRIES, new float[entries]));
        add("histories by workers", () -> series.histories(ENTRIES, new double[entries], Workers.callingThread()));
        add("parallel copy", () -> ParallelReads.copy(series.step(3), new double[(int) series.size()],
                Workers.callingThread()));
        add("parallel statistics", () -> ParallelReads.statistics(series.step(3), Workers.callingThread()));
        add("scan of steps", () -> StepScan.run(List.of(series), LongStream.range(1, series.steps()).toArray(),
                Workers.callingThread(), (_, _) -> {}));
        add("ranges", () -> Ranges.of(file).atStep(Quantity.of(EntityKind.NODAL, series.name()), 3,
                Workers.callingThread()));
        add("times", () -> {
            file.times().nearest(0.3);
            file.times().at(0.3);
        });
        add("identity", () -> FileIdentity.of(file, 0));
        add("step ahead", () -> series.prefetch(series.steps() - 1));
    }

    private void reals(RealView view, String name) {
        int size = (int) view.size();
        int[] some = IntStream.range(0, size).map(i -> size - 1 - i).toArray();
        add(name + " to doubles", () -> view.copyTo(new double[size]));
        add(name + " to every third double", () -> view.copyTo(new double[3 * size], 0, 3));
        add(name + " to floats", () -> view.copyTo(new float[size]));
        add(name + " to buffer of doubles", () -> view.copyTo(DoubleBuffer.allocate(size)));
        add(name + " to swapped buffer of doubles", () -> view.copyTo(swapped(8L * size).asDoubleBuffer()));
        add(name + " to buffer of floats", () -> view.copyTo(FloatBuffer.allocate(size)));
        add(name + " to swapped buffer of floats", () -> view.copyTo(swapped(4L * size).asFloatBuffer()));
        add(name + " to memory", () -> view.copyDoublesTo(memory(8L * size)));
        add(name + " to spread memory", () -> view.copyDoublesTo(memory(16L * size), 0, 16));
        add(name + " to floats in memory", () -> view.copyFloatsTo(memory(4L * size)));
        add(name + " gathered", () -> view.gather(some, new double[size]));
        add(name + " gathered as floats", () -> view.gather(some, new float[size]));
        add(name + " to array", view::toArray);
        add(name + " to float array", view::toFloatArray);
        add(name + " minMax", view::minMax);
        add(name + " statistics", view::statistics);
        add(name + " sum", view::sum);
        add(name + " stream", () -> sink += view.stream().sum());
        add(name + " thinned", () -> view.every(2).toArray());
    }

    private void vectors(VectorView view, String name) {
        int size = (int) view.size();
        add(name + " magnitudes", () -> view.copyMagnitudesTo(new double[size]));
        add(name + " magnitudes as floats", () -> view.copyMagnitudesTo(new float[size]));
        add(name + " magnitudes in memory", () -> view.copyMagnitudesTo(memory(4L * size)));
        add(name + " interleaved", () -> view.copyInterleavedTo(new float[3 * size]));
        add(name + " interleaved in memory", () -> view.copyInterleavedTo(memory(12L * size)));
        add(name + " displaced", () -> view.copyDisplacedTo(view, 2, new float[3 * size]));
        add(name + " displaced in memory", () -> view.copyDisplacedTo(view, 2, memory(12L * size)));
    }

    private void between(VectorView before, VectorView after) {
        InterpolatedView values = InterpolatedView.of(before.component(0), after.component(0), 0.25);
        InterpolatedVectors vectors = InterpolatedVectors.of(before, after, 0.25);
        int size = (int) values.size();
        int[] some = IntStream.range(0, size).map(i -> size - 1 - i).toArray();
        add("between steps to doubles", () -> values.copyTo(new double[size]));
        add("between steps to floats", () -> values.copyTo(new float[size]));
        add("between steps to memory", () -> values.copyFloatsTo(memory(4L * size)));
        add("between steps gathered", () -> values.gather(some, new float[size]));
        add("between steps gathered as doubles", () -> values.gather(some, new double[size]));
        add("between steps gathered in memory", () -> values.gatherFloats(some, memory(4L * size)));
        add("vectors between steps", () -> vectors.copyInterleavedTo(new float[3 * size]));
        add("lengths between steps", () -> vectors.copyMagnitudesTo(new float[size]));
        add("displaced between steps", () -> vectors.copyDisplacedTo(before, 2, new float[3 * size]));
    }

    private void integers(IntegerMatrix matrix) {
        IntegerView view = matrix.flattened().orElseThrow();
        int size = (int) view.size();
        int[] some = {2, 0, 1};
        add("integers to ints", () -> view.copyTo(new int[size]));
        add("integers to every second int", () -> view.copyTo(new int[2 * size], 0, 2));
        add("integers to longs", () -> view.copyTo(new long[size]));
        add("integers to buffer", () -> view.copyTo(IntBuffer.allocate(size)));
        add("integers to swapped buffer", () -> view.copyTo(swapped(4L * size).asIntBuffer()));
        add("integers to buffer of longs", () -> view.copyTo(LongBuffer.allocate(size)));
        add("integers to memory", () -> view.copyIntsTo(memory(4L * size)));
        add("integers to longs in memory", () -> view.copyLongsTo(memory(8L * size)));
        add("integers gathered", () -> view.gather(some, new long[3]));
        add("integers minMax", view::minMax);
        add("integers sum", view::sum);
        add("integers indexOf", () -> view.indexOf(Long.MIN_VALUE));
        add("integers to array", view::toArray);
        add("column of integers", () -> matrix.column(1).toArray());
        add("table to ints", () -> matrix.copyTo(new int[size]));
        add("table to longs", () -> matrix.copyTo(new long[size]));
        add("table minMax", matrix::minMax);
        IntegerView lengths = ArrayView.contiguous(MemorySegment.ofArray(new byte[] {(byte) size}),
                dev.exodusii.view.ElementType.UBYTE, 0, 1).integers();
        JaggedView rows = JaggedView.of(lengths, view);
        add("ragged rows", () -> rows.forEachRow((_, row) -> row.toArray()));
    }

    private void text(TextView text) {
        add("text", () -> text.get(0));
        add("all text", () -> text.stream().forEach(_ -> {}));
    }

    private void mesh(ExodusFile file, TimeSeries nodal) {
        Workers workers = Workers.callingThread();
        MeshFaces faces = MeshFaces.of(file, workers);
        Surface surface = faces.surface(SurfaceOptions.standard(), workers);
        Plane plane = Plane.through(new Point(0.03, 0, 0), new Point(1, 0, 0));
        Slice slice = Slice.of(file, plane, workers);
        SpatialIndex index = SpatialIndex.of(file, workers);
        Point point = new Point(0.03, 0.06, 0);
        add("faces", () -> MeshFaces.of(file, workers));
        add("surface", () -> faces.surface(SurfaceOptions.standard(), workers));
        add("positions of a surface", () -> surface.values().copyPositions(new float[3 * surface.nodeCount()]));
        add("values of a surface", () -> surface.values().copyNodal(nodal.step(2), new float[surface.nodeCount()]));
        add("values of a surface between steps", () -> surface.values().nodal(InterpolatedView.of(nodal.step(1),
                nodal.step(2), 0.5)).copyTo(new float[surface.nodeCount()]));
        add("values of a surface in memory", () -> surface.values().copyNodal(nodal.step(2),
                memory(4L * surface.nodeCount())));
        add("slice", () -> Slice.of(file, plane, workers));
        add("values of a slice", () -> slice.copyValuesTo(nodal.step(2), new float[slice.pointCount()]));
        add("nearest node by scan", () -> PointLocator.scanning(file, workers).nearestNode(point));
        add("nearest element by scan", () -> PointLocator.scanning(file, workers).nearestElement(point));
        add("new index", () -> SpatialIndex.of(file, workers).prepareElements());
        add("around a point", () -> index.containing(point));
        add("check", () -> ModelCheck.run(file, true, 8, workers));
        add("coordinates", () -> file.coordinates().copyInterleavedTo(new float[3 * (int) file.nodeCount()]));
        add("header", () -> file.container().headerDigest());
    }
}
