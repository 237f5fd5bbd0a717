package dev.exodusii.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages good files: by a number, so that each damage can be repeated.
final class Damage {

    /// Numbers at the edges of what some check or some type allows.
    private static final long[] EDGES = {0, 1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 255, 256, 1023, 1024, 1025, 4096,
        1 << 16, (1 << 24) - 1, 1 << 24, (1 << 24) + 1, 1 << 28, 1 << 30, Integer.MAX_VALUE - 1, Integer.MAX_VALUE,
        0x8000_0000L, 0xFFFF_FFFCL, 0xFFFF_FFFEL, 0xFFFF_FFFFL, 1L << 32, 1L << 40, 1L << 61, 1L << 62,
        Long.MAX_VALUE - 3, Long.MAX_VALUE, Long.MIN_VALUE, -2147483647, -1};

    private final byte[] good;
    private final List<ClassicFile.Field> fields;
    private final int headerBytes;

    Damage(byte[] good) {
        this.good = good;
        ClassicFile file = new ClassicFile(good);
        this.fields = file.fields();
        this.headerBytes = (int) file.headerBytes();
    }

    int headerBytes() {
        return headerBytes;
    }

    /// Returns how many numbers stand in the header.
    int fieldCount() {
        return fields.size();
    }

    static int edgeCount() {
        return EDGES.length;
    }

    /// Sets one byte.
    byte[] withByte(int at, int value) {
        byte[] bad = good.clone();
        bad[at] = (byte) value;
        return bad;
    }

    /// Sets one number of the header to one of the edges.
    byte[] withEdge(int field, int edge) {
        byte[] bad = good.clone();
        write(bad, fields.get(field).offset(), fields.get(field).bytes(), EDGES[edge]);
        return bad;
    }

    byte[] cut(int length) {
        return Arrays.copyOf(good, length);
    }

    /// Makes one to four changes of any kind.
    ///
    /// @param random decides what and where
    /// @param other  a file that pieces are taken from
    byte[] random(RandomGenerator random, byte[] other) {
        byte[] bad = good.clone();
        int changes = 1 + random.nextInt(4) * random.nextInt(2);
        for (int i = 0; i < changes && bad.length > 16; i++) {
            bad = changed(bad, random, other);
        }
        return bad;
    }

    private byte[] changed(byte[] bad, RandomGenerator random, byte[] other) {
        int header = Math.min(headerBytes, bad.length - 8);
        int at = random.nextInt(4) == 0 ? random.nextInt(bad.length - 8) : random.nextInt(header);
        int aligned = at & ~3;
        ByteBuffer buffer = ByteBuffer.wrap(bad);
        switch (random.nextInt(12)) {
            case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bad[at] = (byte) random.nextInt(256);
            case 2 -> write(bad, aligned, 4, edge(random));
            case 3 -> write(bad, aligned, 8, edge(random));
            case 4 -> buffer.putInt(aligned, buffer.getInt(aligned) + random.nextInt(-4, 5));
            case 5, 6 -> {
                ClassicFile.Field field = fields.get(random.nextInt(fields.size()));
                if (field.offset() + field.bytes() <= bad.length) {
                    write(bad, field.offset(), field.bytes(), edge(random));
                }
            }
            case 7 -> {
                int from = random.nextInt(bad.length);
                System.arraycopy(bad, from, bad, at, Math.min(bad.length - Math.max(from, at), 1 + random.nextInt(64)));
            }
            case 8 -> {
                int from = random.nextInt(other.length) & ~3;
                int length = Math.min(other.length - from, Math.min(bad.length - aligned, 4 * (1 + random.nextInt(32))));
                System.arraycopy(other, from, bad, aligned, length);
            }
            case 9 -> digit(bad, header, random);
            case 10 -> {
                return without(bad, aligned, 4 * (1 + random.nextInt(8)));
            }
            default -> {
                return Arrays.copyOf(bad, 1 + random.nextInt(bad.length + 64));
            }
        }
        return bad;
    }

    private static long edge(RandomGenerator random) {
        return EDGES[random.nextInt(EDGES.length)];
    }

    /// Names end in numbers: another digit makes the list of another block.
    private static void digit(byte[] bad, int header, RandomGenerator random) {
        int from = random.nextInt(header);
        for (int at = from; at < header; at++) {
            if (bad[at] >= '0' && bad[at] <= '9') {
                bad[at] = (byte) ('0' + random.nextInt(10));
                return;
            }
        }
    }

    private static byte[] without(byte[] bad, int at, int count) {
        int end = Math.min(bad.length, at + count);
        byte[] shorter = new byte[bad.length - (end - at)];
        System.arraycopy(bad, 0, shorter, 0, at);
        System.arraycopy(bad, end, shorter, at, bad.length - end);
        return shorter;
    }

    private static void write(byte[] bytes, int at, int width, long value) {
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * (width - 1 - i));
        }
    }
}
