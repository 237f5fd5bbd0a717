package dev.exodusii.bench;

import dev.exodusii.view.RealView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.openjdk.jmh.annotations.Benchmark;

/// The values of a step on the 60,002 nodes of the surface. Libraries that copy read the whole step first.
public class GatherNodes extends StepComparison {

    private final int[] nodes = CubeModel.surfaceNodes();
    private final MemorySegment nativeNodes = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_INT, nodes);
    private final MemorySegment nativeValues = room(nodes.length);
    private final double[] values = new double[nodes.length];

    @Override
    @Benchmark
    public double[] ours() {
        view().gather(nodes, values);
        return values;
    }

    @Override
    RealView[] kinds() {
        return new RealView[] {step(doubles, 0), step(floats, 1)};
    }

    @Benchmark
    public void cLoop() {
        CLoops.GATHER.of(memory(), size, nativeNodes, nodes.length, nativeValues);
    }

    @Benchmark
    public void libexodus() {
        libexodus.values(next(STEPS), 0, NODES, room);
        CLoops.GATHER_OWN.of(room, nativeNodes, nodes.length, nativeValues);
    }

    @Benchmark
    public void netcdfC() {
        netcdfC.doubles(variable, next(STEPS), 0, 1, NODES, room);
        CLoops.GATHER_OWN.of(room, nativeNodes, nodes.length, nativeValues);
    }

    @Benchmark
    public double[] netcdfJava() {
        double[] all = javaDoubles();
        for (int i = 0; i < nodes.length; i++) {
            values[i] = all[nodes[i]];
        }
        return values;
    }
}
