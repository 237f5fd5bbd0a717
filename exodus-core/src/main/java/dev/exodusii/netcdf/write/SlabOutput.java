package dev.exodusii.netcdf.write;

import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// Brings values and fill values to their places, through one buffer that is small enough for the processor's caches.
final class SlabOutput {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int RAW_BYTES = 1 << 26;

    private final FileLayout layout;
    private final ByteSink sink;
    private final Conversion conversion = new Conversion();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final MemorySegment memory = MemorySegment.ofBuffer(buffer);

    SlabOutput(FileLayout layout, ByteSink sink) {
        this.layout = layout;
        this.sink = sink;
    }

    /// Writes values one after another. What lies in memory as it is to be stored is written from there.
    ///
    /// @param at     the byte in the file where the first goes
    /// @param type   the type in which they are stored
    /// @param values the values
    /// @param first  the index of the first
    /// @param count  how many
    void put(long at, ElementType type, Values values, long first, long count) throws IOException {
        int width = type.byteSize();
        MemorySegment stored = values.stored(type);
        if (stored != null) {
            write(at, stored.asSlice(first * width, count * width));
            return;
        }
        for (long done = 0; done < count; ) {
            int some = (int) Math.min(count - done, BUFFER_BYTES / width);
            values.encode(conversion, first + done, some, type, memory);
            sink.write(at + done * width, buffer.clear().limit(some * width));
            done += some;
        }
    }

    private void write(long at, MemorySegment bytes) throws IOException {
        for (long done = 0; done < bytes.byteSize(); done += RAW_BYTES) {
            long some = Math.min(RAW_BYTES, bytes.byteSize() - done);
            sink.write(at + done, bytes.asSlice(done, some).asByteBuffer());
        }
    }

    /// Writes the fill value over a slab and its padding.
    ///
    /// @param variable whose slab it is
    /// @param record   the record, 0 for a fixed variable
    /// @param from     the byte in the slab from which on it is filled
    void fill(VariableDefinition variable, long record, long from) throws IOException {
        byte[] value = FillValue.of(variable);
        long start = layout.begin(variable) + (variable.isRecord() ? record * layout.recordStride() : 0);
        // The records of a single record variable follow one another without padding.
        boolean isPadded = !variable.isRecord() || layout.recordStride() != variable.slabBytes();
        long end = isPadded ? variable.paddedBytes() : variable.slabBytes();
        for (long done = from; done < end; ) {
            int some = (int) Math.min(BUFFER_BYTES, end - done);
            buffer.clear();
            for (int i = 0; i < some; i++) {
                buffer.put(i, value[(int) ((done + i) % value.length)]);
            }
            sink.write(start + done, buffer.limit(some));
            done += some;
        }
    }
}
