package dev.exodusii.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/// A file that is open in netCDF-C.
final class NetcdfC implements AutoCloseable {

    private static final SymbolLookup LIBRARY = Native.library("libnetcdf.so");
    private static final Open OPEN = bind(Open.class, "nc_open");
    private static final Close CLOSE = bind(Close.class, "nc_close");
    private static final Find FIND = bind(Find.class, "nc_inq_varid");
    private static final Read DOUBLES = bind(Read.class, "nc_get_vara_double");
    private static final Read FLOATS = bind(Read.class, "nc_get_vara_float");
    private static final Read INTS = bind(Read.class, "nc_get_vara_int");
    private static final ReadSome SOME_DOUBLES = bind(ReadSome.class, "nc_get_vars_double");
    private static final Version VERSION = bind(Version.class, "nc_inq_libvers");

    private final Arena arena = Arena.ofShared();
    /// First indexes, counts and distances of a variable with up to two dimensions.
    private final MemorySegment start = arena.allocate(ValueLayout.JAVA_LONG, 2);
    private final MemorySegment count = arena.allocate(ValueLayout.JAVA_LONG, 2);
    private final MemorySegment stride = arena.allocate(ValueLayout.JAVA_LONG, 2);
    private final int file;

    public interface Open {
        int of(MemorySegment path, int mode, MemorySegment file);
    }

    public interface Close {
        int of(int file);
    }

    public interface Find {
        int of(int file, MemorySegment name, MemorySegment variable);
    }

    public interface Read {
        int of(int file, int variable, MemorySegment start, MemorySegment count, MemorySegment to);
    }

    public interface ReadSome {
        int of(int file, int variable, MemorySegment start, MemorySegment count, MemorySegment stride, MemorySegment to);
    }

    public interface Version {
        MemorySegment of();
    }

    NetcdfC(Path path) {
        MemorySegment answer = arena.allocate(ValueLayout.JAVA_INT);
        Native.check(OPEN.of(arena.allocateFrom(path.toString()), 0, answer));
        file = answer.get(ValueLayout.JAVA_INT, 0);
        stride.set(ValueLayout.JAVA_LONG, 0, 1);
    }

    private static <T> T bind(Class<T> type, String name) {
        return Native.function(type, LIBRARY, name);
    }

    static String version() {
        return VERSION.of().reinterpret(100).getString(0).replaceAll(" .*", "");
    }

    int variable(String name) {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment answer = local.allocate(ValueLayout.JAVA_INT);
            Native.check(FIND.of(file, local.allocateFrom(name), answer));
            return answer.get(ValueLayout.JAVA_INT, 0);
        }
    }

    /// Reads a rectangle of a variable with two dimensions, or a range of one with one.
    void doubles(int variable, long row, long column, long rows, long columns, MemorySegment to) {
        place(row, column, rows, columns);
        Native.check(DOUBLES.of(file, variable, start, count, to));
    }

    void floats(int variable, long row, long column, long rows, long columns, MemorySegment to) {
        place(row, column, rows, columns);
        Native.check(FLOATS.of(file, variable, start, count, to));
    }

    void ints(int variable, long row, long column, long rows, long columns, MemorySegment to) {
        place(row, column, rows, columns);
        Native.check(INTS.of(file, variable, start, count, to));
    }

    /// Reads some values of one row.
    void everyDouble(int variable, long row, long columns, long distance, MemorySegment to) {
        place(row, 0, 1, columns);
        stride.set(ValueLayout.JAVA_LONG, 8, distance);
        Native.check(SOME_DOUBLES.of(file, variable, start, count, stride, to));
    }

    private void place(long row, long column, long rows, long columns) {
        start.set(ValueLayout.JAVA_LONG, 0, row);
        start.set(ValueLayout.JAVA_LONG, 8, column);
        count.set(ValueLayout.JAVA_LONG, 0, rows);
        count.set(ValueLayout.JAVA_LONG, 8, columns);
    }

    @Override
    public void close() {
        Native.check(CLOSE.of(file));
        arena.close();
    }
}
