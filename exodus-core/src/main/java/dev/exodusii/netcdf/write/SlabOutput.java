package dev.exodusii.netcdf.write;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Brings values and fill values to their places, through buffers that are small enough for the processor's caches: one, or
/// one for each thread that helps.
final class SlabOutput {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int RAW_BYTES = 1 << 26;

    private final FileLayout layout;
    private final ByteSink sink;
    private final ConcurrentLinkedDeque<Room> rooms = new ConcurrentLinkedDeque<>();
    private final Object turn = new Object();
    private Workers workers = Workers.callingThread();

    SlabOutput(FileLayout layout, ByteSink sink) {
        this.layout = layout;
        this.sink = sink;
    }

    /// Lets others help with what has to be converted.
    void helpedBy(Workers helpers) {
        workers = helpers;
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
        int most = BUFFER_BYTES / width;
        int pieces = Math.toIntExact(Math.ceilDiv(count, most));
        if (pieces == 1 || workers.threads() == 1) {
            for (int piece = 0; piece < pieces; piece++) {
                convert(at, type, values, first, count, piece);
            }
            return;
        }
        try {
            workers.forEach(pieces, piece -> {
                try {
                    convert(at, type, values, first, count, piece);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Writes the piece of some index, of as many values as a buffer holds, or the rest.
    private void convert(long at, ElementType type, Values values, long first, long count, int piece)
            throws IOException {
        int width = type.byteSize();
        long done = (long) piece * (BUFFER_BYTES / width);
        int some = (int) Math.min(count - done, BUFFER_BYTES / width);
        Room room = room();
        try {
            values.encode(room.conversion, first + done, some, type, room.memory);
            // One after another: that is what the sink asks for, and a system does no more at a time for one file.
            synchronized (turn) {
                sink.write(at + done * width, room.buffer.clear().limit(some * width));
            }
        } finally {
            rooms.push(room);
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
        Room room = room();
        try {
            for (long done = from; done < end; ) {
                int some = (int) Math.min(BUFFER_BYTES, end - done);
                room.buffer.clear();
                for (int i = 0; i < some; i++) {
                    room.buffer.put(i, value[(int) ((done + i) % value.length)]);
                }
                sink.write(start + done, room.buffer.limit(some));
                done += some;
            }
        } finally {
            rooms.push(room);
        }
    }

    private Room room() {
        Room idle = rooms.poll();
        return idle == null ? new Room() : idle;
    }

    /// What one thread needs to convert some values: used by one at a time, and kept.
    private static final class Room {

        private final Conversion conversion = new Conversion();
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        private final MemorySegment memory = MemorySegment.ofBuffer(buffer);
    }
}
