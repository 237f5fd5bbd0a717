package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;
import ucar.ma2.Section;

/// The coordinates, and a displacement at one step after the other.
public abstract class VectorComparison extends Comparison {

    private static final int AXES = 3;
    private static final String[] COORDINATES = {"coordx", "coordy", "coordz"};

    /// What the file has.
    @Param
    public StoredReals stored;

    boolean isDouble;
    VectorView points;
    private VectorView[] displacements;
    MemorySegment[] memoryPoints;
    private MemorySegment[][] memoryDisplacements;
    /// Where libraries put coordinates, and a displacement.
    final MemorySegment[] pointRooms = rooms();
    final MemorySegment[] rooms = rooms();
    final MemorySegment floatRoom = room(2L * NODES);

    /// Lets our loop see both types, and takes the steps to measure.
    @Setup
    public void setUp(BenchmarkParams params) throws IOException {
        open(params, stored.file(), Double.BYTES);
        isDouble = stored == StoredReals.DOUBLE;
        if (contender(params).startsWith("ours")) {
            for (int i = 0; i < ROUNDS; i++) {
                take(i % 2 == 0 ? floats : doubles);
                ours();
            }
        }
        take(isDouble ? doubles : floats);
    }

    private void take(ExodusFile file) {
        points = file.coordinates().vectors();
        memoryPoints = memory(file.coordinates().axes());
        displacements = new VectorView[STEPS];
        memoryDisplacements = new MemorySegment[STEPS][];
        for (int i = 0; i < STEPS; i++) {
            int step = i;
            List<RealView> components = file.nodalVariables().stream().map((TimeSeries each) -> each.step(step)).toList();
            displacements[i] = VectorView.of(components);
            memoryDisplacements[i] = memory(components);
        }
    }

    private static MemorySegment[] memory(List<RealView> views) {
        return views.stream().map(view -> view.rawSegment().orElseThrow()).toArray(MemorySegment[]::new);
    }

    private static MemorySegment[] rooms() {
        return IntStream.range(0, AXES).mapToObj(_ -> room(NODES)).toArray(MemorySegment[]::new);
    }

    /// What is measured, with whatever [#points] and [#displacement] are.
    public abstract Object ours();

    final VectorView displacement() {
        return displacements[next(STEPS)];
    }

    final MemorySegment[] memoryDisplacement() {
        return memoryDisplacements[next(STEPS)];
    }

    final void libexodusDisplacement() {
        int step = next(STEPS);
        for (int axis = 0; axis < AXES; axis++) {
            libexodus.values(step, axis, NODES, rooms[axis]);
        }
    }

    final void netcdfCCoordinates() {
        for (int axis = 0; axis < AXES; axis++) {
            netcdfC.doubles(netcdfC.variable(COORDINATES[axis]), 0, 0, NODES, 0, pointRooms[axis]);
        }
    }

    final void netcdfCDisplacement() {
        int step = next(STEPS);
        for (int axis = 0; axis < AXES; axis++) {
            netcdfC.doubles(netcdfC.variable("vals_nod_var" + (axis + 1)), step, 0, 1, NODES, rooms[axis]);
        }
    }

    final double[] javaCoordinates(int axis) {
        return NetcdfJava.doubles(netcdfJava.variable(COORDINATES[axis]), new Section(new int[] {NODES}));
    }

    final double[] javaDisplacement(int step, int axis) {
        return NetcdfJava.doubles(netcdfJava.variable("vals_nod_var" + (axis + 1)), NetcdfJava.row(step, NODES, 1));
    }
}
