package dev.exodusii.cli;

import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Copies of a good CDF-2 file with one thing wrong.
final class Broken {

    /// Where the number of records is in CDF-1 and CDF-2.
    private static final int RECORDS_AT = 4;

    private Broken() {}

    static Path cut(String name, long bytes, Path folder) {
        return write(folder.resolve("cut.e"), Arrays.copyOf(read(name), Math.toIntExact(bytes)));
    }

    static Path withRecords(String name, int records, Path folder) {
        byte[] bytes = read(name);
        ByteBuffer.wrap(bytes).putInt(RECORDS_AT, records);
        return write(folder.resolve("counted.e"), bytes);
    }

    /// Replaces one value of a variable, at its first record.
    static Path withValue(String name, String variable, int index, Number value, Path folder) {
        byte[] bytes = read(name);
        try (NetcdfFile file = Netcdf.open(Path.of(Run.testdata(name)))) {
            Variable patched = file.requireVariable(variable);
            int at = Math.toIntExact(patched.begin() + (long) index * patched.type().byteSize());
            switch (patched.type()) {
                case INT -> ByteBuffer.wrap(bytes).putInt(at, value.intValue());
                case DOUBLE -> ByteBuffer.wrap(bytes).putDouble(at, value.doubleValue());
                default -> throw new IllegalArgumentException(patched + " is not patched here");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return write(folder.resolve("changed.e"), bytes);
    }

    /// Replaces a text in the file by another one that is not longer.
    static Path withText(String name, String old, String fresh, Path folder) {
        byte[] bytes = read(name);
        byte[] sought = old.getBytes(StandardCharsets.UTF_8);
        byte[] replacement = Arrays.copyOf(fresh.getBytes(StandardCharsets.UTF_8), sought.length);
        for (int at = 0; at <= bytes.length - sought.length; at++) {
            if (Arrays.equals(bytes, at, at + sought.length, sought, 0, sought.length)) {
                System.arraycopy(replacement, 0, bytes, at, replacement.length);
                return write(folder.resolve("changed.e"), bytes);
            }
        }
        throw new IllegalArgumentException("there is no '" + old + "' in " + name);
    }

    /// Makes a file of nothing but the coordinates of many nodes, all of them 0. It takes no room on the disk.
    static Path large(int nodes, Path folder) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(1 << 10).put(new byte[] {'C', 'D', 'F', 1}).putInt(0);
        header.putInt(0x0A).putInt(2);
        name(header, "num_dim").putInt(1);
        name(header, "num_nodes").putInt(nodes);
        header.putInt(0).putInt(0).putInt(0x0B).putInt(1);
        int bytes = Double.BYTES * nodes;
        name(header, "coordx").putInt(1).putInt(1).putInt(0).putInt(0).putInt(6).putInt(bytes);
        header.putInt(header.position() + Integer.BYTES);
        Path path = write(folder.resolve("large.e"), Arrays.copyOf(header.array(), header.position()));
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(header.position() + (long) bytes);
        }
        return path;
    }

    private static ByteBuffer name(ByteBuffer header, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return header.putInt(bytes.length).put(Arrays.copyOf(bytes, (bytes.length + 3) / 4 * 4));
    }

    static Path file(String name, byte[] bytes, Path folder) {
        return write(folder.resolve(name), bytes);
    }

    private static byte[] read(String name) {
        try {
            return Files.readAllBytes(Path.of(Run.testdata(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path path, byte[] bytes) {
        try {
            return Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
