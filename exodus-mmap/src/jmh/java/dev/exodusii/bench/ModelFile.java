package dev.exodusii.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file through a mapping: what is not put into it stays a hole.
///
/// It appears under its name only when it is complete and on the disk.
final class ModelFile {

    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment memory;
    private final ClassicHeader header;

    /// What to put into a file.
    @FunctionalInterface
    interface Content {
        void writeTo(ModelFile file);
    }

    private ModelFile(MemorySegment memory, ClassicHeader header) {
        this.memory = memory;
        this.header = header;
    }

    static void write(Path path, ClassicHeader header, Content content) throws IOException {
        Files.createDirectories(path.getParent());
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE, StandardOpenOption.SPARSE); Arena arena = Arena.ofShared()) {
            MemorySegment memory = channel.map(MapMode.READ_WRITE, 0, header.fileBytes(), arena);
            memory.copyFrom(MemorySegment.ofArray(header.encode()));
            content.writeTo(new ModelFile(memory, header));
            channel.force(true);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Where the values of a variable begin that has one row of them in each record.
    long at(String variable, long step) {
        return header.begin(variable) + step * header.recordBytes();
    }

    long at(String variable) {
        return header.begin(variable);
    }

    void text(long at, String text) {
        MemorySegment.copy(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)), 0, memory, at, text.length());
    }

    void real(long at, int type, long index, double value) {
        if (type == ClassicHeader.DOUBLE) {
            memory.set(DOUBLE, at + index * Double.BYTES, value);
        } else {
            memory.set(FLOAT, at + index * Float.BYTES, (float) value);
        }
    }

    void integer(long at, int type, long index, long value) {
        if (type == ClassicHeader.INT64) {
            memory.set(LONG, at + index * Long.BYTES, value);
        } else {
            memory.set(INT, at + index * Integer.BYTES, (int) value);
        }
    }
}
