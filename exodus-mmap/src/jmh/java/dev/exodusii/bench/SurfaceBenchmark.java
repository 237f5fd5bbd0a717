package dev.exodusii.bench;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.view.VectorView;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
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

/// The skin of a million hexahedra, and what a viewer copies of each next step of it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SurfaceBenchmark {

    private static final Workers ALONE = Workers.callingThread();
    private static final Workers TWO = Workers.of(ForkJoinPool.commonPool(), 2);

    private final Arena arena = Arena.ofShared();
    private ExodusFile file;
    private MeshFaces faces;
    private Surface surface;
    private MemorySegment positions;
    private MemorySegment colours;
    private MemorySegment ofTriangles;
    private List<String> names;
    private int step;

    @Setup
    public void open() throws IOException {
        file = Exodus.open(BenchmarkFiles.doubles());
        faces = MeshFaces.of(file, ALONE);
        surface = faces.surface(SurfaceOptions.standard(), ALONE);
        positions = arena.allocate(3L * Float.BYTES * surface.nodeCount());
        colours = arena.allocate((long) Float.BYTES * surface.nodeCount());
        ofTriangles = arena.allocate((long) Float.BYTES * surface.triangleCount());
        names = file.variables(EntityKind.NODAL).names();
    }

    @TearDown
    public void close() {
        file.close();
        arena.close();
    }

    private int next() {
        step = (step + 1) % Math.toIntExact(file.times().steps());
        return step;
    }

    private VectorView displacement(int at) {
        return VectorView.of(file.nodal(names.get(0)).step(at), file.nodal(names.get(1)).step(at),
                file.nodal(names.get(2)).step(at));
    }

    @Benchmark
    public MeshFaces findFaces() {
        return MeshFaces.of(file, ALONE);
    }

    @Benchmark
    public MeshFaces findFacesByTwoThreads() {
        return MeshFaces.of(file, TWO);
    }

    @Benchmark
    public Surface assemble() {
        return faces.surface(SurfaceOptions.standard(), TWO);
    }

    @Benchmark
    public MemorySegment nextStepColoured() {
        surface.values().copyNodal(file.nodal(names.get(0)).step(next()), colours);
        return colours;
    }

    @Benchmark
    public MemorySegment nextStepColouredByMagnitude() {
        surface.values().copyMagnitudes(displacement(next()), colours);
        return colours;
    }

    @Benchmark
    public MemorySegment nextStepOfElements() {
        String name = file.variables(EntityKind.ELEMENT_BLOCK).names().getFirst();
        surface.values().copyElements(ElementValues.of(file, name, next()), Primitive.TRIANGLE, ofTriangles);
        return ofTriangles;
    }

    /// Where the nodes are now, and a colour for each.
    @Benchmark
    public MemorySegment nextStepDeformedAndColoured() {
        VectorView displacement = displacement(next());
        surface.values().copyDisplaced(displacement, 2.5, positions);
        surface.values().copyNodal(displacement.component(0), colours);
        return positions;
    }
}
