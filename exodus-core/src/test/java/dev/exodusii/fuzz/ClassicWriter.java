package dev.exodusii.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes CDF-5 files of any number of dimensions and variables, in time that is linear in what is written.
final class ClassicWriter {

    static final int CHAR = 2;
    static final int INT = 4;
    static final int DOUBLE = 6;
    static final int INT64 = 10;

    private static final int[] WIDTHS = {0, 1, 1, 2, 4, 4, 8, 1, 2, 4, 8, 8};

    private record Attribute(String name, Object value) {}

    private record Variable(String name, int type, int[] dimensions, boolean isRecord, long slab,
            List<Attribute> attributes) {}

    /// Puts values into a variable's bytes, which are zero before.
    @FunctionalInterface
    interface Filler {

        /// Fills one record, or all of a fixed variable.
        ///
        /// @param name the variable
        /// @param type its type code
        /// @param data its bytes, big-endian
        void fill(String name, int type, ByteBuffer data);
    }

    private final int records;
    private final List<String> dimensionNames = new ArrayList<>();
    private final List<Long> dimensions = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();

    /// @param records how many records there are
    ClassicWriter(int records) {
        this.records = records;
    }

    /// Adds a dimension.
    ///
    /// @param length its length, 0 for the record dimension
    /// @return its id
    int dimension(String name, long length) {
        dimensionNames.add(name);
        dimensions.add(length);
        return dimensions.size() - 1;
    }

    /// Adds a variable; its dimensions must be there already.
    ClassicWriter variable(String name, int type, int... ids) {
        long slab = WIDTHS[type];
        for (int id : ids) {
            slab *= Math.max(1, dimensions.get(id));
        }
        boolean isRecord = ids.length > 0 && dimensions.get(ids[0]) == 0;
        variables.add(new Variable(name, type, ids, isRecord, slab, new ArrayList<>()));
        return this;
    }

    /// Adds an attribute, text or an int, to the variable that was added last, or to the file while there is none.
    ClassicWriter attribute(String name, Object value) {
        (variables.isEmpty() ? attributes : variables.getLast().attributes()).add(new Attribute(name, value));
        return this;
    }

    /// Returns the file with zeros for values.
    byte[] file() {
        return file((name, type, data) -> {});
    }

    byte[] file(Filler filler) {
        long[] begins = new long[variables.size()];
        long headerBytes = header(begins).length;
        long end = headerBytes;
        for (boolean recordsTurn : new boolean[] {false, true}) {
            for (int v = 0; v < begins.length; v++) {
                if (variables.get(v).isRecord() == recordsTurn) {
                    begins[v] = end;
                    end += padded(variables.get(v).slab());
                }
            }
        }
        List<Variable> recorded = variables.stream().filter(Variable::isRecord).toList();
        long record = recorded.stream().mapToLong(variable -> padded(variable.slab())).sum();
        long stride = recorded.size() == 1 ? recorded.getFirst().slab() : record;
        byte[] file = Arrays.copyOf(header(begins), Math.toIntExact(end - record + records * stride));
        for (int v = 0; v < begins.length; v++) {
            Variable variable = variables.get(v);
            for (int r = 0; r < (variable.isRecord() ? records : 1); r++) {
                ByteBuffer data = ByteBuffer.wrap(file, (int) (begins[v] + r * stride), (int) variable.slab()).slice();
                filler.fill(variable.name(), variable.type(), data);
            }
        }
        return file;
    }

    private static long padded(long bytes) {
        return bytes + (-bytes & 3);
    }

    private byte[] header(long[] begins) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("CDF");
            out.writeByte(5);
            out.writeLong(records);
            list(out, 0x0A, dimensions.size());
            for (int d = 0; d < dimensions.size(); d++) {
                text(out, dimensionNames.get(d));
                out.writeLong(dimensions.get(d));
            }
            attributes(out, attributes);
            list(out, 0x0B, variables.size());
            for (int v = 0; v < begins.length; v++) {
                Variable variable = variables.get(v);
                text(out, variable.name());
                out.writeLong(variable.dimensions().length);
                for (int id : variable.dimensions()) {
                    out.writeLong(id);
                }
                attributes(out, variable.attributes());
                out.writeInt(variable.type());
                out.writeLong(padded(variable.slab()));
                out.writeLong(begins[v]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void attributes(DataOutputStream out, List<Attribute> all) throws IOException {
        list(out, 0x0C, all.size());
        for (Attribute attribute : all) {
            text(out, attribute.name());
            if (attribute.value() instanceof Integer number) {
                out.writeInt(INT);
                out.writeLong(1);
                out.writeInt(number);
            } else {
                out.writeInt(CHAR);
                text(out, attribute.value().toString());
            }
        }
    }

    private static void list(DataOutputStream out, int tag, int size) throws IOException {
        out.writeInt(size == 0 ? 0 : tag);
        out.writeLong(size);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeLong(bytes.length);
        out.write(bytes);
        out.write(new byte[-bytes.length & 3]);
    }
}
