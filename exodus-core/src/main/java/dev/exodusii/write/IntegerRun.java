package dev.exodusii.write;

import dev.exodusii.netcdf.write.Values;
import java.io.IOException;
import java.util.function.LongConsumer;

/// Puts integers one after another into a place, through a small buffer: for values that are made one by one.
///
/// Made by [IntegerPlace#run]. Used by the thread that uses the writer.
public final class IntegerRun implements AutoCloseable {

    private static final int VALUES = 8_192;

    private final IntegerPlace to;
    private final LongConsumer progress;
    private final long[] buffer = new long[VALUES];
    private long done;
    private int filled;

    IntegerRun(IntegerPlace to, LongConsumer progress) {
        this.to = to;
        this.progress = progress;
    }

    /// Adds the next value.
    ///
    /// @param value the value
    /// @throws IOException               when values cannot be written
    /// @throws IndexOutOfBoundsException when there is no room for it, as is noticed with some delay
    public void add(long value) throws IOException {
        buffer[filled++] = value;
        if (filled == buffer.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        if (filled > 0) {
            to.slice(done, filled).put(Values.of(buffer).slice(0, filled));
            progress.accept(filled);
            done += filled;
            filled = 0;
        }
    }

    /// Puts what is left in the buffer.
    ///
    /// @throws IOException           when it cannot be written
    /// @throws IllegalStateException when the place is not full
    @Override
    public void close() throws IOException {
        flush();
        if (done != to.size()) {
            throw new IllegalStateException(done + " values were given for the " + to.size() + " of " + to);
        }
    }
}
