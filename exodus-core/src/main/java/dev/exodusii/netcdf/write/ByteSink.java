package dev.exodusii.netcdf.write;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Where the bytes of a new file go: a file, or memory.
///
/// One thread uses a sink at a time.
public interface ByteSink extends AutoCloseable {

    /// Returns the name of the file for messages, as the user wrote it.
    String name();

    /// Writes all remaining bytes of a buffer. Writing behind the end makes the file longer, with zeros between.
    ///
    /// @param offset the byte offset in the file
    /// @param bytes  what is written; its position is at its limit afterwards
    /// @throws IOException when not all of them could be written
    void write(long offset, ByteBuffer bytes) throws IOException;

    /// Returns the number of bytes from the start to the last one that was written.
    ///
    /// @throws IOException when that cannot be found out
    long size() throws IOException;

    /// Cuts off what lies behind an offset; nothing happens where there is nothing.
    ///
    /// @param end the size that is left at most
    /// @throws IOException when the file cannot be cut
    void truncate(long end) throws IOException;

    /// Returns when all that has been written would survive a loss of power.
    ///
    /// @throws IOException when the device reports an error
    void force() throws IOException;

    /// Is told that the file is complete, but for records that may be added: it may appear under its name.
    ///
    /// @throws IOException when it cannot
    void commit() throws IOException;

    /// Lets go of the file. What was never committed is discarded where that leaves nothing half done behind.
    @Override
    void close() throws IOException;
}
