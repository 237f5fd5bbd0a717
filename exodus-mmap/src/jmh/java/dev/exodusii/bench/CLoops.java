package dev.exodusii.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/// The loops in `src/jmh/c/loops.c`: what the hardware allows. The `OWN` ones read doubles of this machine's byte order,
/// which is what a library hands out.
final class CLoops {

    private static final SymbolLookup LIBRARY = Native.compiled("loops.c", "-lpthread", "-lm");

    static final Reduce SUM = bind(Reduce.class, "sum");
    static final Reduce SUM_LANES = bind(Reduce.class, "sum_lanes");
    static final ReduceOwn SUM_OWN = bind(ReduceOwn.class, "sum_own");
    static final ReduceOwn SUM_HALVES = bind(ReduceOwn.class, "sum_halves");
    static final Reduce MINMAX = bind(Reduce.class, "minmax");
    static final Reduce MINMAX_LANES = bind(Reduce.class, "minmax_lanes");
    static final ReduceOwn MINMAX_OWN = bind(ReduceOwn.class, "minmax_own");
    static final Copy COPY_DOUBLES = bind(Copy.class, "copy_doubles");
    static final Copy COPY_FLOATS = bind(Copy.class, "copy_floats");
    static final CopyOwn COPY_HALVES = bind(CopyOwn.class, "copy_halves");
    static final Indexes COPY_INDEXES = bind(Indexes.class, "copy_indexes");
    static final MinusOne MINUS_ONE = bind(MinusOne.class, "minus_one");
    static final Gather GATHER = bind(Gather.class, "gather");
    static final GatherOwn GATHER_OWN = bind(GatherOwn.class, "gather_own");
    static final Vectors INTERLEAVE_DOUBLES = bind(Vectors.class, "interleave_double");
    static final Vectors INTERLEAVE_FLOATS = bind(Vectors.class, "interleave_float");
    static final Vectors INTERLEAVE_OWN = bind(Vectors.class, "interleave_own");
    static final Vectors MAGNITUDES_DOUBLES = bind(Vectors.class, "magnitudes_double");
    static final Vectors MAGNITUDES_FLOATS = bind(Vectors.class, "magnitudes_float");
    static final Vectors MAGNITUDES_OWN = bind(Vectors.class, "magnitudes_own");
    static final Displace DISPLACE_DOUBLES = bind(Displace.class, "displace_double");
    static final Displace DISPLACE_FLOATS = bind(Displace.class, "displace_float");
    static final Displace DISPLACE_OWN = bind(Displace.class, "displace_own");
    static final Histories HISTORIES = bind(Histories.class, "histories");
    static final Announced HISTORY_ANNOUNCED = bind(Announced.class, "history_announced");
    static final Move MEMCPY = Native.function(Move.class, LIBRARY, "memcpy");

    private static final Scan SCAN = bind(Scan.class, "scan");
    private static final Forget FORGET = bind(Forget.class, "forget");

    private CLoops() {}

    public interface Reduce {
        double of(MemorySegment from, int size, long stride, long count);
    }

    public interface ReduceOwn {
        double of(MemorySegment from, long count);
    }

    public interface Copy {
        void of(MemorySegment from, int size, long stride, long count, MemorySegment to);
    }

    public interface CopyOwn {
        void of(MemorySegment from, long count, MemorySegment to);
    }

    public interface Indexes {
        void of(MemorySegment from, int size, long count, MemorySegment to);
    }

    public interface MinusOne {
        void of(MemorySegment values, long count);
    }

    public interface Gather {
        void of(MemorySegment from, int size, MemorySegment indexes, long count, MemorySegment to);
    }

    public interface GatherOwn {
        void of(MemorySegment from, MemorySegment indexes, long count, MemorySegment to);
    }

    public interface Vectors {
        void of(MemorySegment x, MemorySegment y, MemorySegment z, long count, MemorySegment to);
    }

    public interface Displace {
        void of(MemorySegment x, MemorySegment y, MemorySegment z, MemorySegment dx, MemorySegment dy, MemorySegment dz,
                double scale, long count, MemorySegment to);
    }

    public interface Histories {
        void of(MemorySegment from, int size, long record, long steps, MemorySegment nodes, long count,
                MemorySegment to);
    }

    public interface Announced {
        void of(MemorySegment from, long record, long steps, MemorySegment to);
    }

    public interface Move {
        MemorySegment of(MemorySegment to, MemorySegment from, long bytes);
    }

    public interface Scan {
        double of(MemorySegment path, long offset);
    }

    public interface Forget {
        long of(MemorySegment path);
    }

    private static <T> T bind(Class<T> type, String name) {
        return Native.function(type, LIBRARY, name);
    }

    /// Reads a file with `pread` from an offset to its end, and adds up what is in it.
    static double scan(Path file, long offset) {
        try (Arena arena = Arena.ofConfined()) {
            return SCAN.of(arena.allocateFrom(file.toString()), offset);
        }
    }

    /// Has the system forget what it holds of a file.
    ///
    /// @throws IllegalStateException when it holds on to more than a few pages: somebody has them mapped
    static void forget(Path file) {
        try (Arena arena = Arena.ofConfined()) {
            long held = FORGET.of(arena.allocateFrom(file.toString()));
            if (held < 0 || held > 64) {
                throw new IllegalStateException(held + " pages of " + file + " are still in memory");
            }
        }
    }
}
