package dev.exodusii.netcdf.write;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Takes the bytes of a file into memory: to send them elsewhere, or for tests.
public final class MemorySink implements ByteSink {

    private static final int LEAST = 1 << 12;

    private final String name;
    private byte[] bytes = new byte[0];
    private int size;

    /// Makes an empty sink.
    ///
    /// @param name the name for messages
    public MemorySink(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    /// @throws OutOfMemoryError when the file is longer than an array can be
    @Override
    public void write(long offset, ByteBuffer from) {
        long end = offset + from.remaining();
        if (end > Integer.MAX_VALUE - 8) {
            throw new OutOfMemoryError(name + ": " + end + " bytes are more than an array can hold");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.clamp(2L * end, LEAST, Integer.MAX_VALUE - 8));
        }
        from.get(bytes, (int) offset, from.remaining());
        size = Math.max(size, (int) end);
    }

    @Override
    public void truncate(long end) {
        if (end < size) {
            Arrays.fill(bytes, (int) end, size, (byte) 0);
            size = (int) end;
        }
    }

    @Override
    public long size() {
        return size;
    }

    /// Does nothing: memory is all there is.
    @Override
    public void force() {}

    /// Does nothing: the bytes can be taken at any time.
    @Override
    public void commit() {}

    /// Does nothing.
    @Override
    public void close() {}

    /// Returns a copy of all bytes so far.
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
