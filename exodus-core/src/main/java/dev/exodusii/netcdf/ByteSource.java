package dev.exodusii.netcdf;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// The bytes of one file, in memory or mapped into it, and the right to let go of them.
///
/// Implementations must be safe for use by many threads, and closing twice must do no harm.
public interface ByteSource extends AutoCloseable {

    /// Returns the name of the file for messages, as the user wrote it.
    String name();

    /// Returns all bytes of the file. They must not change while the source is open.
    ///
    /// @return a segment whose size is that of the file
    /// @throws IllegalStateException when the source is closed
    MemorySegment segment();

    /// Tells whether the bytes may still be read.
    boolean isOpen();

    /// Is told that some bytes will be read soon. What is in memory already needs no hint: by default nothing happens.
    ///
    /// @param offset the byte offset in the file
    /// @param bytes  how many bytes; what lies outside the file is passed over
    default void willRead(long offset, long bytes) {}

    /// Copies bytes that are looked at once into memory of the caller, where that is faster than to look at them in
    /// [#segment]. What is in memory already is never copied: by default nothing happens.
    ///
    /// @param offset      the byte offset in the file
    /// @param destination filled as a whole; what is in it afterwards means nothing where nothing was fetched
    /// @return whether the bytes are there, which are the same as in [#segment]
    default boolean fetch(long offset, MemorySegment destination) {
        return false;
    }

    /// Lets go of the bytes; every later access to them throws [IllegalStateException].
    @Override
    void close();

    /// Makes a source of memory that somebody else owns: closing it does nothing.
    ///
    /// @param segment all bytes of the file
    /// @param name    the name for messages
    /// @return the source
    static ByteSource of(MemorySegment segment, String name) {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(name, "name");
        return new ByteSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public MemorySegment segment() {
                return segment;
            }

            @Override
            public boolean isOpen() {
                return segment.scope().isAlive();
            }

            @Override
            public void close() {
                // The memory belongs to the caller.
            }
        };
    }
}
