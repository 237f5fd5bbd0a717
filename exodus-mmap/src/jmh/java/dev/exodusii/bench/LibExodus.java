package dev.exodusii.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/// A file that is open in libexodus.
final class LibExodus implements AutoCloseable {

    private static final SymbolLookup LIBRARY = Native.compiled("exodus.c", "-lexoIIv2c");
    private static final Open OPEN = bind(Open.class, "open_model");
    private static final Close CLOSE = bind(Close.class, "ex_close");
    private static final Values VALUES = bind(Values.class, "node_values");
    private static final History HISTORY = bind(History.class, "node_history");
    private static final Nodes NODES = bind(Nodes.class, "block_nodes");
    private static final Coordinates COORDINATES = bind(Coordinates.class, "ex_get_coord");
    private static final Version VERSION = bind(Version.class, "api_version");

    private final int model;

    public interface Open {
        int of(MemorySegment path, int wordSize);
    }

    public interface Close {
        int of(int model);
    }

    public interface Values {
        int of(int model, int step, int variable, long count, MemorySegment to);
    }

    public interface History {
        int of(int model, int variable, long node, int steps, MemorySegment to);
    }

    public interface Nodes {
        int of(int model, long block, MemorySegment to);
    }

    public interface Coordinates {
        int of(int model, MemorySegment x, MemorySegment y, MemorySegment z);
    }

    public interface Version {
        double of();
    }

    /// Opens a file.
    ///
    /// @param wordSize 8 to be given doubles, 4 to be given floats, whatever the file has
    LibExodus(Path file, int wordSize) {
        try (Arena arena = Arena.ofConfined()) {
            model = OPEN.of(arena.allocateFrom(file.toString()), wordSize);
        }
        if (model < 0) {
            throw new IllegalStateException("libexodus does not open " + file);
        }
    }

    private static <T> T bind(Class<T> type, String name) {
        return Native.function(type, LIBRARY, name);
    }

    static double version() {
        return VERSION.of();
    }

    /// Reads a variable (counted from 0) at a step (counted from 0).
    void values(long step, int variable, long count, MemorySegment to) {
        Native.check(VALUES.of(model, (int) step + 1, variable + 1, count, to));
    }

    /// Reads all steps of one node.
    void history(int variable, long node, long steps, MemorySegment to) {
        Native.check(HISTORY.of(model, variable + 1, node + 1, (int) steps, to));
    }

    void connectivity(long block, MemorySegment to) {
        Native.check(NODES.of(model, block, to));
    }

    void coordinates(MemorySegment x, MemorySegment y, MemorySegment z) {
        Native.check(COORDINATES.of(model, x, y, z));
    }

    @Override
    public void close() {
        Native.check(CLOSE.of(model));
    }
}
