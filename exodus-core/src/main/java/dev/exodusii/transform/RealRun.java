package dev.exodusii.transform;

import dev.exodusii.netcdf.write.Values;
import dev.exodusii.write.RealPlace;
import java.io.IOException;

/// Puts real numbers one after another.
final class RealRun {

    private final RealPlace to;
    private final double[] buffer = new double[Pieces.VALUES];
    private long done;
    private int filled;

    RealRun(RealPlace to) {
        this.to = to;
    }

    void add(double value) throws IOException {
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
