package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;
import ucar.nc2.Variable;

/// The histories of nodes over all steps: 100 of doubles, 20 of floats.
public abstract class HistoryComparison extends Comparison {

    /// How many nodes there are in turn: their values are in the page cache, but not all in the processor's.
    private static final int NODES_IN_TURN = 512;

    /// What the file has.
    @Param
    public StoredReals stored;

    int size;
    int steps;
    TimeSeries series;
    MemorySegment memory;
    long recordBytes;
    int variable;
    Variable javaVariable;

    /// Lets our loop see both types, and takes the file to measure.
    @Setup
    public void setUp(BenchmarkParams params) throws IOException {
        open(params, stored.file(), Double.BYTES);
        if (contender(params).startsWith("ours")) {
            for (int i = 0; i < 100 * ROUNDS && !isLong(i); i++) {
                take(i % 2 == 0 ? floats : doubles);
                ours();
            }
        }
        take(stored == StoredReals.DOUBLE ? doubles : floats);
        size = stored.size();
        if (netcdfC != null) {
            variable = netcdfC.variable("vals_nod_var1");
        }
        if (netcdfJava != null) {
            javaVariable = netcdfJava.variable("vals_nod_var1");
        }
    }

    /// Tells whether so many rounds are enough.
    boolean isLong(int rounds) {
        return false;
    }

    private void take(ExodusFile file) {
        series = file.nodalVariables().getFirst();
        steps = (int) series.steps();
        memory = series.step(0).rawSegment().orElseThrow();
        recordBytes = series.step(1).rawSegment().orElseThrow().address() - memory.address();
    }

    /// What is measured.
    public abstract Object ours();

    final int node() {
        return next(NODES_IN_TURN) * (NODES / NODES_IN_TURN);
    }
}
