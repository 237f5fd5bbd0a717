package dev.exodusii.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/// The coordinates as x, y, z, x, y, z... in floats.
public class InterleaveXyz extends VectorComparison {

    private final float[] values = new float[3 * NODES];

    @Override
    @Benchmark
    public float[] ours() {
        points.copyInterleavedTo(values);
        return values;
    }

    /// With the optional accelerator.
    @Benchmark
    @Fork(value = 1, jvmArgsAppend = VECTORS)
    public float[] oursVector() {
        return ours();
    }

    @Benchmark
    public void cLoop() {
        (isDouble ? CLoops.INTERLEAVE_DOUBLES : CLoops.INTERLEAVE_FLOATS).of(memoryPoints[0], memoryPoints[1],
                memoryPoints[2], NODES, floatRoom);
    }

    @Benchmark
    public void libexodus() {
        libexodus.coordinates(pointRooms[0], pointRooms[1], pointRooms[2]);
        CLoops.INTERLEAVE_OWN.of(pointRooms[0], pointRooms[1], pointRooms[2], NODES, floatRoom);
    }

    @Benchmark
    public void netcdfC() {
        netcdfCCoordinates();
        CLoops.INTERLEAVE_OWN.of(pointRooms[0], pointRooms[1], pointRooms[2], NODES, floatRoom);
    }

    @Benchmark
    public float[] netcdfJava() {
        double[] x = javaCoordinates(0);
        double[] y = javaCoordinates(1);
        double[] z = javaCoordinates(2);
        for (int i = 0; i < NODES; i++) {
            values[3 * i] = (float) x[i];
            values[3 * i + 1] = (float) y[i];
            values[3 * i + 2] = (float) z[i];
        }
        return values;
    }
}
