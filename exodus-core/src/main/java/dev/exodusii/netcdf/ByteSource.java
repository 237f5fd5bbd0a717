package dev.exodusii.netcdf;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// The bytes of one file, in memory or mapped into it, and the right to let go of them.
///
/// Implementations must be safe for use by many threads, and closing twice must do no harm.
public interface ByteSource extends AutoCloseable {

    /// Returns the name of the file for messages, as the user wrote it.
    String name();

    /// Returns all bytes of the file. They must not change while the source is open, but for those of steps that are being
    /// added.
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

    /// Tells whether what is at this source's place is surely what it was when the source was opened: cheap, and false where
    /// that cannot be told. Bytes in memory do not change.
    ///
    /// @throws IOException when there is nothing any more, or it cannot be found out
    default boolean isUnchanged() throws IOException {
        return true;
    }

    /// Opens what is at this source's place now, independently of this source. Only sources that can change need it.
    ///
    /// @return the bytes as they are now
    /// @throws IOException when there is nothing any more or it cannot be opened
    default Reopened reopen() throws IOException {
        throw new UnsupportedOperationException(name() + " does not change");
    }

    /// What was found at the place of a source.
    ///
    /// @param source     its bytes; the caller closes them
    /// @param isSameFile whether it is the same file, not another that has taken its name
    record Reopened(ByteSource source, boolean isSameFile) {}

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
