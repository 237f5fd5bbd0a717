package dev.exodusii.netcdf;

import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealView;
import java.lang.foreign.MemorySegment;

/// The bytes of an open file: the one segment that its header was checked against, until the file is closed.
final class Memory implements ReadAhead {

    private final ByteSource source;
    private final MemorySegment segment;
    private volatile boolean isClosed;
    private boolean isReleased;

    Memory(ByteSource source) {
        this.source = source;
        this.segment = source.segment().asReadOnly();
    }

    String name() {
        return source.name();
    }

    /// Returns the segment for making a view.
    ///
    /// @throws IllegalStateException when the file is closed
    MemorySegment segment() {
        if (!isOpen()) {
            throw new IllegalStateException(name() + " is closed");
        }
        return segment;
    }

    /// Tells whether a view reads this memory, whether the file is still open or not.
    boolean isUnder(RealView view) {
        return view.isOver(segment);
    }

    /// Passes a hint on; after closing there is nobody to take it.
    @Override
    public void willRead(long offset, long bytes) {
        if (isOpen()) {
            source.willRead(offset, bytes);
        }
    }

    /// Fetches nothing after closing: whoever reads in place then is told that the file is closed.
    @Override
    public boolean fetch(long offset, MemorySegment destination) {
        return isOpen() && source.fetch(offset, destination);
    }

    /// Returns the source, to look what has become of it.
    ///
    /// @throws IllegalStateException when the file is closed
    ByteSource source() {
        segment();
        return source;
    }

    boolean isOpen() {
        return !isClosed && source.isOpen();
    }

    synchronized void close() {
        isClosed = true;
        // It fails as long as a system call uses the memory; then it may be tried again.
        if (!isReleased) {
            source.close();
            isReleased = true;
        }
    }
}
