package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/// Reading a file that the system has forgotten: before each measured call all is closed, the file's pages are dropped,
/// which is checked, and the file is opened anew.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
public abstract class ColdComparison extends Comparison {

    int steps;
    int variable;
    long node = 12_345;
    private Path path;

    /// Lets the compiler see our loops with a file that is in memory.
    @Setup
    public void warm(BenchmarkParams params) throws IOException {
        path = BenchmarkFiles.doubles();
        open(params, path, Double.BYTES);
        steps = (int) doubles.nodalVariables().getFirst().steps();
        if (contender(params).startsWith("ours")) {
            for (int i = 0; i < ROUNDS; i++) {
                warm(doubles.nodalVariables());
                warm(floats.nodalVariables());
            }
        }
    }

    private void warm(List<TimeSeries> series) {
        double[] values = new double[steps];
        for (int i = 0; i < 20; i++) {
            series.getFirst().histories(new long[] {i * 50_000L}, values);
            series.getFirst().history(i * 50_000L).copyTo(values);
        }
        scan(series, 2, Workers.callingThread());
    }

    /// Has the system forget the file.
    @Setup(Level.Invocation)
    public void forget(BenchmarkParams params) throws IOException {
        close();
        CLoops.forget(path);
        open(params, path, Double.BYTES);
        node = (node + 123_457) % NODES;
        if (netcdfC != null) {
            variable = netcdfC.variable("vals_nod_var1");
        }
    }

    /// Was done before, or is done by the next call.
    @Override
    @TearDown(Level.Trial)
    public void close() {
        super.close();
        libexodus = null;
        netcdfC = null;
        netcdfJava = null;
    }

    static double scan(List<TimeSeries> series, long steps, Workers workers) {
        double[] sum = {0};
        StepScan.run(series, LongStream.range(0, steps).toArray(), workers,
                (_, found) -> sum[0] += found.getFirst().sum());
        return sum[0];
    }

    static List<TimeSeries> all(ExodusFile file) {
        List<TimeSeries> all = new ArrayList<>(file.nodalVariables());
        all.addAll(file.elementBlocks().getFirst().variables());
        return all;
    }
}
