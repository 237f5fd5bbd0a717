package dev.exodusii.bench;

import dev.exodusii.TimeSeries;
import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;

/// What two threads do, `ours`, beside one, `oursAlone`, and two in C, `cThreads`.
public abstract class ThreadComparison extends Comparison {

    static final Workers BOTH = Workers.of(ForkJoinPool.commonPool(), 2);

    /// All variables in the order of the file.
    List<TimeSeries> all;
    long[] steps;
    private RealView[] views;
    private MemorySegment[] memory;

    /// Lets our loops see all types, and takes the steps to measure.
    @Setup
    public void setUp(BenchmarkParams params) throws IOException {
        open(params, BenchmarkFiles.doubles(), Double.BYTES);
        all = new ArrayList<>(floats.nodalVariables());
        steps = new long[] {0, 1};
        views = new RealView[] {StepComparison.step(doubles, 0), StepComparison.step(floats, 1),
            StepComparison.step(doubles, 2).every(3), StepComparison.step(floats, 3).every(3)};
        for (int i = 0; i < ROUNDS * views.length; i++) {
            ours();
            oursAlone();
        }
        all = new ArrayList<>(doubles.nodalVariables());
        all.addAll(doubles.elementBlocks().getFirst().variables());
        steps = LongStream.range(0, all.getFirst().steps()).toArray();
        views = new RealView[STEPS];
        memory = new MemorySegment[STEPS];
        for (int i = 0; i < STEPS; i++) {
            views[i] = StepComparison.step(doubles, i);
            memory[i] = views[i].rawSegment().orElseThrow();
        }
    }

    /// What is measured with two threads.
    public abstract Object ours();

    /// The same with one.
    public abstract Object oursAlone();

    final RealView view() {
        return views[next(views.length)];
    }

    final MemorySegment memory() {
        return memory[next(STEPS)];
    }
}
