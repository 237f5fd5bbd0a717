package dev.exodusii.mmap;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes Exodus results files as large as one likes that take next to no room: a header, and holes with a few values in
/// places that the test chooses.
///
/// @param version   1, 2 or 5
/// @param nodes     the number of nodes
/// @param steps     the number of time steps
/// @param variables the number of nodal variables, all of type double
record SparseModel(int version, long nodes, long steps, int variables) {

    private static final int CHAR = 2;
    private static final int INT = 4;
    private static final int DOUBLE = 6;
    private static final int NAME_BYTES = 36;

    /// Writes the file and puts `value(variable, step, node)` where `probes` asks for it.
    void write(Path path, List<Probe> probes) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(header()), 0);
            channel.write(ByteBuffer.allocate(1), fileBytes() - 1);
            for (int v = 0; v < variables; v++) {
                channel.write(ByteBuffer.wrap(("v" + (v + 1)).getBytes(StandardCharsets.UTF_8)),
                        header(0).length + (long) NAME_BYTES * v);
            }
            for (long step = 0; step < steps && steps < 1_000; step++) {
                put(channel, recordStart() + step * recordBytes(), step);
            }
            for (Probe probe : probes) {
                put(channel, position(probe), probe.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One value that is not a hole.
    record Probe(int variable, long step, long node, double value) {}

    private static void put(FileChannel channel, long position, double value) throws IOException {
        channel.write(ByteBuffer.allocate(Double.BYTES).putDouble(0, value), position);
    }

    private long position(Probe probe) {
        return recordStart() + probe.step() * recordBytes() + Double.BYTES
                + (probe.variable() * nodes + probe.node()) * Double.BYTES;
    }

    long recordBytes() {
        return Double.BYTES * (1 + variables * nodes);
    }

    long recordStart() {
        return header(0).length + (long) NAME_BYTES * variables + Double.BYTES * nodes;
    }

    long fileBytes() {
        return recordStart() + steps * recordBytes();
    }

    private byte[] header() {
        return header(header(0).length);
    }

    /// The fixed variables are the names and `coordx`, the record variables are `time_whole` and the nodal ones.
    private byte[] header(long headerBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("CDF");
            out.writeByte(version);
            count(out, steps);
            list(out, 0x0A, 5);
            dimension(out, "time_step", 0);
            dimension(out, "num_dim", 1);
            dimension(out, "num_nodes", nodes);
            dimension(out, "num_nod_var", variables);
            dimension(out, "len_name", NAME_BYTES);
            list(out, 0x0C, 3);
            attribute(out, "version", 5);
            out.writeFloat(8.03f);
            attribute(out, "floating_point_word_size", INT);
            out.writeInt(8);
            attribute(out, "file_size", INT);
            out.writeInt(1);
            list(out, 0x0B, 3 + variables);
            long begin = headerBytes;
            variable(out, "name_nod_var", CHAR, List.of(3L, 4L), (long) NAME_BYTES * variables, begin);
            begin += (long) NAME_BYTES * variables;
            variable(out, "coordx", DOUBLE, List.of(2L), nodes * Double.BYTES, begin);
            begin += nodes * Double.BYTES;
            variable(out, "time_whole", DOUBLE, List.of(0L), Double.BYTES, begin);
            begin += Double.BYTES;
            for (int v = 1; v <= variables; v++) {
                variable(out, "vals_nod_var" + v, DOUBLE, List.of(0L, 2L), nodes * Double.BYTES, begin);
                begin += nodes * Double.BYTES;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void count(DataOutputStream out, long value) throws IOException {
        if (version == 5) {
            out.writeLong(value);
        } else {
            out.writeInt((int) value);
        }
    }

    private void list(DataOutputStream out, int tag, int size) throws IOException {
        out.writeInt(tag);
        count(out, size);
    }

    private void name(DataOutputStream out, String name) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        count(out, text.length);
        out.write(text);
        out.write(new byte[-text.length & 3]);
    }

    private void dimension(DataOutputStream out, String name, long length) throws IOException {
        name(out, name);
        count(out, length);
    }

    private void attribute(DataOutputStream out, String name, int type) throws IOException {
        name(out, name);
        out.writeInt(type);
        count(out, 1);
    }

    private void variable(DataOutputStream out, String name, int type, List<Long> dimensions, long bytes, long begin)
            throws IOException {
        name(out, name);
        count(out, dimensions.size());
        for (long dimension : dimensions) {
            count(out, dimension);
        }
        out.writeInt(0);
        count(out, 0);
        out.writeInt(type);
        count(out, version == 5 ? bytes : Math.min(bytes, 0xFFFF_FFFFL));
        if (version == 1) {
            out.writeInt(Math.toIntExact(begin));
        } else {
            out.writeLong(begin);
        }
    }
}
