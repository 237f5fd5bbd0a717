package dev.exodusii.transform;

import dev.exodusii.netcdf.write.Values;
import dev.exodusii.write.IntegerPlace;
import java.io.IOException;

/// Puts integers one after another.
final class IntegerRun {

    private final IntegerPlace to;
    private final long[] buffer = new long[Pieces.VALUES];
    private long done;
    private int filled;

    IntegerRun(IntegerPlace to) {
        this.to = to;
    }

    void add(long value) throws IOException {
        buffer[filled++] = value;
        if (filled == buffer.length) {
            flush();
        }
    }

    /// Puts what is left in the buffer.
    void flush() throws IOException {
        if (filled > 0) {
            to.slice(done, filled).put(Values.of(buffer).slice(0, filled));
            done += filled;
            filled = 0;
        }
    }
}
