package dev.exodusii.cache;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.netcdf.NetcdfFile;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what a viewer has decoded from its files, such as the values of a step as floats, up to so many bytes.
///
/// One cache may serve all files. What is kept is found again by the bytes that it was made from, in whichever way the
/// caller came by the variable; a step that is a constant of the file is kept once for all steps. What was not asked for
/// longest goes first.
///
/// **Copies are shared.** Whoever asks for the same gets the same array, so nobody may write to it. Arrays cannot be
/// protected from that; memory can, so what is outside the heap is read-only, and as it is what goes to a GPU, it is the
/// better choice for all that is only handed on.
///
/// **The limit** counts copies from the moment on when somebody begins to make them, and room is made before memory is
/// taken. It is exceeded only while copies that are being made do not fit together, at most one for each thread that
/// asks; a copy that is larger than the limit is handed out and not kept. Each copy counts as 256 bytes at least, for
/// what keeping it takes.
///
/// Two things are out of a cache's hands: what was evicted stays in memory as long as somebody uses it, and memory
/// outside the heap is given back by the garbage collector after nobody can use it any more, which it is in no hurry to
/// find out. The JVM bounds that memory, kept and not yet given back together, by `-XX:MaxDirectMemorySize` (by default
/// as much as the heap) and collects garbage when it is reached, which takes a moment. So a limit for copies outside the
/// heap should stay well below, and where far more steps are played than fit, arrays come and go more cheaply.
///
/// **Closing a file** leaves copies valid: they hold none of its memory. What is not there can no longer be made then,
/// and asking for it throws [IllegalStateException]. The copies of a closed file take room until [#invalidate] is called
/// or newer ones push them out; a file that is opened again never sees copies of its past.
///
/// Safe for use by many threads. Each copy is made once, by the first thread that asks, and the others that want the same
/// wait for it; nobody waits for a copy that he did not ask for. What making it throws goes to all who wait, and is not kept.
///
/// The library Caffeine (`com.github.ben-manes.caffeine:caffeine`, 3.x) must be there; it is an optional dependency.
public final class StepCache {

    private static final Logger LOG = LoggerFactory.getLogger(StepCache.class);

    private final BoundedCopies copies;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder made = new LongAdder();

    private StepCache(BoundedCopies copies) {
        this.copies = copies;
    }

    /// Makes an empty cache.
    ///
    /// @param limit how many bytes all copies together may take, on the heap and outside; 0 keeps nothing
    /// @return the cache
    /// @throws IllegalArgumentException when the limit is negative
    /// @throws IllegalStateException    when the library Caffeine is missing; the message tells how to add it
    public static StepCache ofBytes(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("negative limit: " + limit);
        }
        try {
            return new StepCache(new BoundedCopies(limit));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("dev.exodusii.cache needs the library Caffeine: add the dependency"
                    + " com.github.ben-manes.caffeine:caffeine (3.x), and in a program of modules"
                    + " 'requires com.github.benmanes.caffeine' or --add-modules com.github.benmanes.caffeine", e);
        }
    }

    /// Returns what was derived, made now if it is not there.
    ///
    /// @param what what is wanted
    /// @param <T>  an array or memory
    /// @return the copy, shared with all who ask for the same: not to be written to
    /// @throws IllegalStateException when it is not there and the file is closed, or when making it asks for itself
    /// @throws java.util.concurrent.CancellationException when the thread is interrupted while another one makes the
    ///                                                    copy; it stays interrupted
    public <T> T get(Derived<T> what) {
        Copy<T> there = copies.find(what);
        if (there == null) {
            Copy<T> mine = new Copy<>(what);
            there = copies.findOrAdd(what, mine);
            if (there == mine) {
                misses.increment();
                return make(what, mine);
            }
        }
        hits.increment();
        return there.get();
    }

    private <T> T make(Derived<T> what, Copy<T> mine) {
        mine.make();
        copies.settle(what, mine);
        T copy = mine.get();
        made.increment();
        return copy;
    }

    /// Returns the values of a step as floats; doubles are rounded.
    ///
    /// @param series the variable
    /// @param step   the 0-based time step
    /// @return one float for each entry; shared, not to be written to
    /// @throws IndexOutOfBoundsException when there is no such step
    /// @throws IllegalArgumentException  when there are more values than an array can hold
    /// @throws IllegalStateException     when they are not there and the file is closed
    public float[] floats(TimeSeries series, long step) {
        return get(Derived.floats(series.step(step)));
    }

    /// Returns the values of a step as doubles.
    ///
    /// @param series the variable
    /// @param step   the 0-based time step
    /// @return one double for each entry; shared, not to be written to
    /// @throws IndexOutOfBoundsException when there is no such step
    /// @throws IllegalArgumentException  when there are more values than an array can hold
    /// @throws IllegalStateException     when they are not there and the file is closed
    public double[] doubles(TimeSeries series, long step) {
        return get(Derived.doubles(series.step(step)));
    }

    /// Returns the values of a step as floats in memory outside the heap, as OpenGL wants them; doubles are rounded.
    ///
    /// @param series the variable
    /// @param step   the 0-based time step
    /// @return a read-only buffer of native byte order, of its own position over shared memory
    /// @throws IndexOutOfBoundsException     when there is no such step
    /// @throws IllegalStateException         when they are not there and the file is closed
    /// @throws UnsupportedOperationException when they take more than 2 GB; ask for [Derived#nativeFloats] then
    public FloatBuffer floatBuffer(TimeSeries series, long step) {
        return floatBuffer(get(Derived.nativeFloats(series.step(step))));
    }

    /// Wraps native memory that holds floats, such as that of [Derived#nativeDisplaced], into what OpenGL wants.
    ///
    /// @param floats the memory
    /// @return a buffer of native byte order over it, read-only where the memory is
    /// @throws UnsupportedOperationException when it is larger than 2 GB
    public static FloatBuffer floatBuffer(MemorySegment floats) {
        return floats.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /// Has a copy made meanwhile, such as that of the step that comes next. Returns at once; a hint that nothing depends
    /// on: when the file is closed or the executor refuses, nothing happens.
    ///
    /// Copies that were not asked for yet may push out others as any copy does.
    ///
    /// @param what     what will be wanted
    /// @param executor whose thread makes it; it stays the caller's
    public void prefetch(Derived<?> what, Executor executor) {
        if (copies.find(what) == null) {
            try {
                executor.execute(() -> makeAhead(what));
            } catch (RejectedExecutionException e) {
                LOG.debug("Not prefetched: {}", what, e);
            }
        }
    }

    private <T> void makeAhead(Derived<T> what) {
        try {
            Copy<T> mine = new Copy<>(what);
            if (copies.findOrAdd(what, mine) == mine) {
                make(what, mine);
            }
        } catch (RuntimeException e) {
            LOG.debug("Not prefetched: {}", what, e);
        }
    }

    /// Lets go of all copies that were made from a file. Copies that are being made are finished for those who wait for
    /// them, and not kept. After the file was closed none can come back; before, somebody may ask for one at once.
    ///
    /// @param file the file
    public void invalidate(ExodusFile file) {
        invalidate(file.container());
    }

    /// Lets go of all copies that were made from a file; see [#invalidate(ExodusFile)].
    ///
    /// @param file the file
    public void invalidate(NetcdfFile file) {
        copies.removeIf(what -> what.sources().stream().anyMatch(file::isSourceOf));
    }

    /// Lets go of all copies.
    public void invalidateAll() {
        copies.removeIf(_ -> true);
    }

    /// Returns what the cache has done and what it holds.
    public CacheStatistics statistics() {
        return copies.statistics(hits.sum(), misses.sum(), made.sum());
    }

    /// Returns what the cache holds, such as `3 copies, 24000000 of 536870912 bytes`.
    @Override
    public String toString() {
        CacheStatistics now = statistics();
        return now.copies() + " copies, " + now.bytes() + " of " + now.limit() + " bytes";
    }
}
