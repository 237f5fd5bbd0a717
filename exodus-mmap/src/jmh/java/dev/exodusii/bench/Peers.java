package dev.exodusii.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The others that are on this machine, their versions, and those that are missing.
final class Peers {

    static final String PYTHON = System.getProperty("exodus.bench.python", "/usr/bin/python3");

    final List<String> versions = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    /// Names of methods that cannot run here.
    final List<String> absentContenders = new ArrayList<>();
    final boolean hasC;
    final boolean hasScipy;

    Peers() {
        String gcc = Machine.firstLineOf("gcc", "--version");
        hasC = add("C loops, and what has the system forget a file", gcc, "gcc",
                "cLoop", "cLanes", "cThreads", "cAnnounced", "memcpy", "pread");
        add("libexodus", gcc == null ? null : found(() -> String.format(Locale.ROOT, "libexodus API %.2f",
                LibExodus.version())), "gcc and libexodusii-dev", "libexodus");
        add("netCDF-C", found(() -> "netCDF-C " + NetcdfC.version()), "libnetcdf.so (libnetcdf-dev)", "netcdfC");
        versions.add("netcdf-java " + NetcdfJava.version());
        String scipy = Machine.firstLineOf(PYTHON, "-c",
                "import scipy, numpy, sys; print('scipy', scipy.__version__, 'numpy', numpy.__version__, 'python',"
                        + "sys.version.split()[0])");
        hasScipy = add("scipy", scipy, "python3 with scipy");
    }

    private boolean add(String name, @Nullable String version, String needs, String... contenders) {
        if (version == null) {
            missing.add(name + " skipped: there is no " + needs);
            absentContenders.addAll(List.of(contenders));
            return false;
        }
        versions.add(version);
        return true;
    }

    private static @Nullable String found(Supplier<String> version) {
        try {
            return version.get();
        } catch (LinkageError | RuntimeException e) {
            return null;
        }
    }
}
