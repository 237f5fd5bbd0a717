package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.BenchmarkParams;
import ucar.ma2.Section;
import ucar.nc2.Variable;

/// A nodal variable at one step after the other.
public abstract class StepComparison extends Comparison {

    static final String NAME = "vals_nod_var1";
    /// Distance of the values that rows about spread values read.
    static final int EVERY = 3;
    static final int SPREAD = (NODES + EVERY - 1) / EVERY;

    /// What the file has.
    @Param
    public StoredReals stored;

    final MemorySegment room = room(NODES);
    int size;
    int variable;
    private RealView[] views;
    private MemorySegment[] memory;
    private Variable javaVariable;
    private Section[] sections;

    /// Lets our loop see all types and distances, as in a program that has them all, and takes the steps to measure.
    @Setup
    public void setUp(BenchmarkParams params) throws IOException {
        open(params, stored.file(), wordSize());
        size = stored.size();
        ExodusFile file = stored == StoredReals.DOUBLE ? doubles : floats;
        memory = new MemorySegment[STEPS];
        sections = new Section[STEPS];
        views = kinds();
        if (contender(params).startsWith("ours")) {
            for (int i = 0; i < ROUNDS * views.length; i++) {
                ours();
            }
        }
        views = new RealView[STEPS];
        for (int i = 0; i < STEPS; i++) {
            views[i] = isSpread() ? step(file, i).every(EVERY) : step(file, i);
            memory[i] = step(file, i).rawSegment().orElseThrow();
            sections[i] = isSpread() ? NetcdfJava.row(i, SPREAD, EVERY) : NetcdfJava.row(i, NODES, 1);
        }
        if (netcdfC != null) {
            variable = netcdfC.variable(NAME);
        }
        if (netcdfJava != null) {
            javaVariable = netcdfJava.variable(NAME);
        }
    }

    /// One view of each type and distance.
    RealView[] kinds() {
        return new RealView[] {step(doubles, 0), step(floats, 1), step(doubles, 2).every(EVERY),
            step(floats, 3).every(EVERY)};
    }

    static RealView step(ExodusFile file, int step) {
        return file.nodalVariables().getFirst().step(step);
    }

    /// What is measured, with whatever [#view] returns.
    public abstract Object ours();

    /// The real numbers that libexodus is asked for.
    int wordSize() {
        return Double.BYTES;
    }

    boolean isSpread() {
        return false;
    }

    final RealView view() {
        return views[next(views.length)];
    }

    final MemorySegment memory() {
        return memory[next(STEPS)];
    }

    final long stride() {
        return isSpread() ? (long) size * EVERY : size;
    }

    final double[] javaDoubles() {
        return NetcdfJava.doubles(javaVariable, sections[next(STEPS)]);
    }

    final float[] javaFloats() {
        return NetcdfJava.floats(javaVariable, sections[next(STEPS)]);
    }
}
