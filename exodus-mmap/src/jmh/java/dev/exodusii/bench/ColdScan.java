package dev.exodusii.bench;

import dev.exodusii.parallel.Workers;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;

/// All values of all variables at all steps, 3.2 GB that are not in memory: `ours` takes extremes, sums and counts by two
/// threads, `oursAlone` by one; `pread` reads 4 MB at a time and takes the sum.
public class ColdScan extends ColdComparison {

    @Benchmark
    public double ours() {
        return scan(all(doubles), steps, ThreadComparison.BOTH);
    }

    @Benchmark
    public double oursAlone() {
        return scan(all(doubles), steps, Workers.callingThread());
    }

    @Benchmark
    public double pread() throws IOException {
        return CLoops.scan(BenchmarkFiles.doubles(),
                doubles.container().requireVariable("time_whole").begin());
    }
}
