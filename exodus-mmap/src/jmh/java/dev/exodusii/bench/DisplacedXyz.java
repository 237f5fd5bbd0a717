package dev.exodusii.bench;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;

/// A deformed mesh: coordinates and a scaled displacement, x, y, z, x, y, z... in floats, straight into native memory such
/// as that of a vertex buffer.
public class DisplacedXyz extends VectorComparison {

    private static final double SCALE = 2.5;

    private final float[] values = new float[3 * NODES];
    private final double[][] javaPoints = new double[3][];

    @Override
    @Benchmark
    public MemorySegment ours() {
        points.copyDisplacedTo(displacement(), SCALE, floatRoom);
        return floatRoom;
    }

    @Benchmark
    public void cLoop() {
        MemorySegment[] by = memoryDisplacement();
        (isDouble ? CLoops.DISPLACE_DOUBLES : CLoops.DISPLACE_FLOATS).of(memoryPoints[0], memoryPoints[1],
                memoryPoints[2], by[0], by[1], by[2], SCALE, NODES, floatRoom);
    }

    /// Without reading the coordinates, which a program does once.
    @Benchmark
    public void libexodus() {
        libexodusDisplacement();
        displaceOwn();
    }

    @Benchmark
    public void netcdfC() {
        netcdfCDisplacement();
        displaceOwn();
    }

    private void displaceOwn() {
        CLoops.DISPLACE_OWN.of(pointRooms[0], pointRooms[1], pointRooms[2], rooms[0], rooms[1], rooms[2], SCALE, NODES,
                floatRoom);
    }

    @Benchmark
    public float[] netcdfJava() {
        int step = next(STEPS);
        for (int axis = 0; axis < 3; axis++) {
            if (javaPoints[axis] == null) {
                javaPoints[axis] = javaCoordinates(axis);
            }
            double[] from = javaPoints[axis];
            double[] by = javaDisplacement(step, axis);
            for (int i = 0; i < NODES; i++) {
                values[3 * i + axis] = (float) (from[i] + SCALE * by[i]);
            }
        }
        return values;
    }
}
