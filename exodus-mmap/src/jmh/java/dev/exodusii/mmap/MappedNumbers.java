package dev.exodusii.mmap;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// One mapped file for all benchmarks: big-endian numbers of the four common types, dense and with gaps.
///
/// A million values of each, 8 MB of doubles: a step of a variable. The doubles begin at 4 modulo 8, as in real files.
final class MappedNumbers implements AutoCloseable {

    static final int COUNT = 1_000_000;
    static final List<ElementType> TYPES =
            List.of(ElementType.FLOAT, ElementType.DOUBLE, ElementType.INT, ElementType.INT64);

    private static final int HEADER = 4;
    /// A value and two others of the same size, such as x, y, z together.
    private static final int SPREAD = 3;

    private final Path file;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment segment;

    MappedNumbers() {
        try {
            file = Files.createTempFile("exodus-bench", ".bin");
            long bytes = HEADER + (long) COUNT * SPREAD * 24;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                for (ElementType type : TYPES) {
                    write(channel, type);
                }
                segment = channel.map(MapMode.READ_ONLY, 0, bytes, arena);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(FileChannel channel, ElementType type) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(COUNT * SPREAD * type.byteSize());
        for (int i = 0; i < COUNT * SPREAD; i++) {
            // Positive, small and in no order, so that each is a valid index and a legal float.
            int value = 1 + (int) (i * 2_654_435_761L & 0xF_FFFF) % COUNT;
            switch (type) {
                case FLOAT -> values.putFloat(value);
                case DOUBLE -> values.putDouble(value);
                case INT -> values.putInt(value);
                default -> values.putLong(value);
            }
        }
        channel.write(values.flip(), base(type));
    }

    static long base(ElementType type) {
        long before = switch (type) {
            case DOUBLE -> 0;
            case INT64 -> 8;
            case FLOAT -> 16;
            default -> 20;
        };
        return HEADER + before * COUNT * SPREAD;
    }

    static long stride(ElementType type, boolean spread) {
        return (long) type.byteSize() * (spread ? SPREAD : 1);
    }

    MemorySegment segment() {
        return segment;
    }

    ArrayView array(ElementType type, boolean spread) {
        return ArrayView.of(segment, type, base(type), new long[] {COUNT}, new long[] {stride(type, spread)});
    }

    RealView reals(ElementType type, boolean spread) {
        return array(type, spread).reals();
    }

    IntegerView integers(ElementType type, boolean spread) {
        return array(type, spread).integers();
    }

    /// A matrix of the given shape over the dense values.
    ArrayView matrix(ElementType type, long rows, long columns) {
        return ArrayView.contiguous(segment, type, base(type), rows, columns);
    }

    @Override
    public void close() {
        arena.close();
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
