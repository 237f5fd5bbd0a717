package dev.exodusii.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import ucar.ma2.InvalidRangeException;
import ucar.ma2.Section;
import ucar.nc2.NetcdfFile;
import ucar.nc2.Variable;

/// A file that is open in netcdf-java.
final class NetcdfJava implements AutoCloseable {

    private final NetcdfFile file;

    NetcdfJava(Path path) {
        try {
            file = NetcdfFile.open(path.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String version() {
        // Its manifest does not tell.
        return Path.of(NetcdfFile.class.getProtectionDomain().getCodeSource().getLocation().getPath()).getFileName()
                .toString().replaceAll("\\.jar$", "");
    }

    Variable variable(String name) {
        return file.getRootGroup().findVariable(name);
    }

    static double[] doubles(Variable variable, Section section) {
        return (double[]) read(variable, section, double.class);
    }

    static float[] floats(Variable variable, Section section) {
        return (float[]) read(variable, section, float.class);
    }

    static int[] ints(Variable variable, Section section) {
        return (int[]) read(variable, section, int.class);
    }

    private static Object read(Variable variable, Section section, Class<?> type) {
        try {
            return variable.read(section).get1DJavaArray(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidRangeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// All columns of one row, or every n-th.
    static Section row(long row, long columns, long distance) {
        return section(row, 0, 1, columns, distance);
    }

    static Section section(long row, long column, long rows, long columns, long distance) {
        try {
            return new Section(new int[] {(int) row, (int) column},
                    new int[] {(int) rows, 1 + (int) ((columns - 1) * distance)},
                    new int[] {1, (int) distance});
        } catch (InvalidRangeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
