package dev.exodusii.surface;

import dev.exodusii.view.ReadAhead;
import java.lang.foreign.MemorySegment;
import java.nio.FloatBuffer;
import java.util.function.Consumer;

/// Floats for what is drawn of a surface: one or three for each node, triangle, line or point. Nothing is read before they
/// are copied; then no more than the pages with their values are, and no array of a whole variable is made.
///
/// Made by [SurfaceValues]. Immutable and safe for use by many threads, each with a buffer of its own. Every copy throws
/// [IllegalStateException] once the file is closed.
public final class SurfaceFloats {

    private final FloatFiller filler;
    private final int items;
    private final int width;
    private final Consumer<ReadAhead> announcer;

    SurfaceFloats(FloatFiller filler, int items, int width, Consumer<ReadAhead> announcer) {
        this.filler = filler;
        this.items = items;
        this.width = width;
        this.announcer = announcer;
    }

    /// Returns how many floats there are.
    public long size() {
        return (long) items * width;
    }

    /// Copies all into an array.
    ///
    /// @param destination where they go, from its first element on
    /// @throws IndexOutOfBoundsException when the array is too short
    public void copyTo(float[] destination) {
        filler.fill(items, width, destination);
    }

    /// Copies all to a buffer's position, in the buffer's own byte order, and moves the position behind them.
    ///
    /// @param destination where they go
    /// @throws java.nio.BufferOverflowException when the buffer has not enough room; nothing is copied then
    /// @throws java.nio.ReadOnlyBufferException when the buffer is read-only
    public void copyTo(FloatBuffer destination) {
        filler.fill(items, width, destination);
    }

    /// Copies all to memory in native byte order, one after another from its start.
    ///
    /// @param destination where they go: `4 * size` bytes
    /// @throws IndexOutOfBoundsException when the memory is too small
    public void copyFloatsTo(MemorySegment destination) {
        filler.fill(items, width, destination);
    }

    /// Has the values that are read fetched meanwhile: those of the variables; where the nodes are at rest is in memory
    /// since the surface was made. Returns at once; a hint that nothing depends on.
    ///
    /// @param readAhead who fetches, such as `file.readAhead()`
    public void announceTo(ReadAhead readAhead) {
        announcer.accept(readAhead);
    }
}
