package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Whether all read the same: who is measured gives the same values, bit for bit, before anybody is measured.
final class Agreement {

    private static final int STEP = 3;
    private static final int NODE = 123_456;

    private Agreement() {}

    static void check(Peers peers) throws IOException {
        List<String> absent = peers.absentContenders;
        BenchmarkFiles.wide();
        for (Path path : List.of(BenchmarkFiles.doubles(), BenchmarkFiles.floats())) {
            try (ExodusFile file = Exodus.open(path)) {
                TimeSeries series = file.nodalVariables().getFirst();
                int steps = (int) series.steps();
                double[] step = series.step(STEP).toArray();
                double[] history = series.history(NODE).toArray();
                MemorySegment room = Comparison.room(step.length);
                if (!absent.contains("cLoop")) {
                    int size = series.step(STEP).type().byteSize();
                    CLoops.COPY_DOUBLES.of(series.step(STEP).rawSegment().orElseThrow(), size, size, step.length, room);
                    compare("C loop", path, step, room);
                }
                if (!absent.contains("libexodus")) {
                    try (LibExodus other = new LibExodus(path, Double.BYTES)) {
                        other.values(STEP, 0, step.length, room);
                        compare("libexodus", path, step, room);
                        other.history(0, NODE, steps, room);
                        compare("libexodus", path, history, room);
                    }
                }
                if (!absent.contains("netcdfC")) {
                    try (NetcdfC other = new NetcdfC(path)) {
                        int variable = other.variable(StepComparison.NAME);
                        other.doubles(variable, STEP, 0, 1, step.length, room);
                        compare("netCDF-C", path, step, room);
                        other.doubles(variable, 0, NODE, steps, 1, room);
                        compare("netCDF-C", path, history, room);
                    }
                }
                try (NetcdfJava other = new NetcdfJava(path)) {
                    compare("netcdf-java", path, step, NetcdfJava.doubles(other.variable(StepComparison.NAME),
                            NetcdfJava.row(STEP, step.length, 1)));
                    compare("netcdf-java", path, history, NetcdfJava.doubles(other.variable(StepComparison.NAME),
                            NetcdfJava.section(0, NODE, steps, 1, 1)));
                }
            }
        }
    }

    private static void compare(String who, Path path, double[] ours, MemorySegment theirs) {
        compare(who, path, ours, theirs.asSlice(0, (long) ours.length * Double.BYTES).toArray(ValueLayout.JAVA_DOUBLE));
    }

    private static void compare(String who, Path path, double[] ours, double[] theirs) {
        int at = Arrays.mismatch(ours, theirs);
        if (at >= 0) {
            throw new IllegalStateException("%s reads other values in %s, at index %d".formatted(who, path, at));
        }
    }
}
