package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes classic netCDF files for tests, right ones and, through the `with...` methods, wrong ones.
///
/// Variables are laid out as netCDF does it. Each byte of data is the low byte of its own offset, so that a test can
/// tell where a value came from.
final class HeaderBuilder {

    static final int BYTE = 1;
    static final int CHAR = 2;
    static final int SHORT = 3;
    static final int INT = 4;
    static final int FLOAT = 5;
    static final int DOUBLE = 6;
    static final int UBYTE = 7;
    static final int USHORT = 8;
    static final int UINT = 9;
    static final int INT64 = 10;
    static final int UINT64 = 11;

    private static final int DIMENSION_TAG = 0x0A;
    private static final int VARIABLE_TAG = 0x0B;
    private static final int ATTRIBUTE_TAG = 0x0C;
    private static final int[] WIDTHS = {1, 1, 1, 2, 4, 4, 8, 1, 2, 4, 8, 8};

    private final ContainerFormat format;
    private final Map<String, Long> declared = new HashMap<>();
    private final Map<String, Integer> tags = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Dim> dimensions = new ArrayList<>();
    private final List<Att> attributes = new ArrayList<>();
    private final List<Var> variables = new ArrayList<>();
    private List<Att> attributesOfLast = attributes;
    private long records;
    private int padding;
    private ByteArrayOutputStream out = new ByteArrayOutputStream();

    private HeaderBuilder(ContainerFormat format) {
        this.format = format;
    }

    static HeaderBuilder of(ContainerFormat format) {
        return new HeaderBuilder(format);
    }

    static HeaderBuilder cdf1() {
        return of(ContainerFormat.CDF_1);
    }

    static HeaderBuilder cdf2() {
        return of(ContainerFormat.CDF_2);
    }

    static HeaderBuilder cdf5() {
        return of(ContainerFormat.CDF_5);
    }

    HeaderBuilder records(long count) {
        records = count;
        return this;
    }

    /// Sets the record count to all ones.
    HeaderBuilder streaming() {
        return records(-1);
    }

    HeaderBuilder dimension(String name, long length) {
        return dimension(name.getBytes(StandardCharsets.UTF_8), length);
    }

    HeaderBuilder dimension(byte[] name, long length) {
        dimensions.add(new Dim(name, length));
        return this;
    }

    HeaderBuilder recordDimension(String name) {
        return dimension(name, 0);
    }

    /// Adds a text attribute to the variable added last, or to the file while there is none.
    HeaderBuilder text(String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return attribute(name, CHAR, bytes.length, bytes);
    }

    HeaderBuilder attribute(String name, int type, long count, byte[] values) {
        attributesOfLast.add(new Att(name.getBytes(StandardCharsets.UTF_8), type, count, values));
        return this;
    }

    HeaderBuilder variable(String name, int type, int... dimensionIds) {
        Var variable = new Var(name, type, dimensionIds);
        variables.add(variable);
        attributesOfLast = variable.attributes;
        return this;
    }

    // What makes the header unusual or wrong.

    /// Fills the padding after names and attributes with something other than NUL.
    HeaderBuilder withGarbageInPadding() {
        padding = 0xA5;
        return this;
    }

    /// States a length for a list, such as `dimensions`, `attributes`, `variables` or `a.attributes`.
    HeaderBuilder withListLength(String list, long length) {
        declared.put(list, length);
        return this;
    }

    /// Introduces a list by a tag, also when it is empty.
    HeaderBuilder withListTag(String list, int tag) {
        tags.put(list, tag);
        return this;
    }

    HeaderBuilder withNameLength(String name, long length) {
        declared.put(name + ".name", length);
        return this;
    }

    /// States how many dimensions the variable added last has.
    HeaderBuilder withRank(long rank) {
        declared.put(last().name + ".rank", rank);
        return this;
    }

    HeaderBuilder withBegin(long begin) {
        declared.put(last().name + ".begin", begin);
        return this;
    }

    HeaderBuilder withSizeField(long size) {
        declared.put(last().name + ".size", size);
        return this;
    }

    private Var last() {
        return variables.getLast();
    }

    // What comes out.

    /// Returns the header alone.
    byte[] header() {
        return write(headerBytes());
    }

    int headerBytes() {
        return write(0).length;
    }

    /// Returns the whole file with the data of all variables, without padding at its very end.
    byte[] file() {
        byte[] header = header();
        return file((int) Math.max(header.length, end(header.length)));
    }

    /// Returns a file of a given size: cut, or with a tail.
    byte[] file(int bytes) {
        byte[] header = header();
        byte[] file = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            file[i] = i < header.length ? header[i] : (byte) i;
        }
        return file;
    }

    /// Opens the whole file.
    NetcdfFile open() throws UnreadableFileException {
        return open(file());
    }

    static NetcdfFile open(byte[] file) throws UnreadableFileException {
        return NetcdfFile.parse(MemorySegment.ofArray(file), "model.e");
    }

    /// Returns where a field starts in the header: `a.begin`, `a.rank`, `dimensions` (its length) and the like.
    int position(String field) {
        header();
        return positions.get(field);
    }

    // Layout as netCDF does it.

    private boolean isRecord(Var variable) {
        return variable.dimensionIds.length > 0 && variable.dimensionIds[0] >= 0
                && variable.dimensionIds[0] < dimensions.size() && dimensions.get(variable.dimensionIds[0]).length == 0;
    }

    private long slab(Var variable) {
        long bytes = variable.type > 0 && variable.type < WIDTHS.length ? WIDTHS[variable.type] : 4;
        for (int id : variable.dimensionIds) {
            bytes *= id >= 0 && id < dimensions.size() ? Math.max(1, dimensions.get(id).length) : 1;
        }
        return bytes;
    }

    private static long padded(long bytes) {
        return bytes + (-bytes & 3);
    }

    private long begin(Var wanted, long headerBytes) {
        long begin = headerBytes;
        for (boolean recordsTurn : new boolean[] {false, true}) {
            for (Var variable : variables) {
                if (isRecord(variable) == recordsTurn) {
                    if (variable == wanted) {
                        return begin;
                    }
                    begin += padded(slab(variable));
                }
            }
        }
        throw new IllegalArgumentException(wanted.name);
    }

    private long end(int headerBytes) {
        List<Var> recorded = variables.stream().filter(this::isRecord).toList();
        long stride = recorded.size() == 1 ? slab(recorded.getFirst())
                : recorded.stream().mapToLong(variable -> padded(slab(variable))).sum();
        long end = headerBytes;
        for (Var variable : variables) {
            if (!isRecord(variable)) {
                end = Math.max(end, begin(variable, headerBytes) + slab(variable));
            } else if (records > 0) {
                end = Math.max(end, begin(variable, headerBytes) + (records - 1) * stride + slab(variable));
            }
        }
        return end;
    }

    // The grammar.

    private byte[] write(int headerBytes) {
        out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'C', 'D', 'F', (byte) (format.ordinal() == 2 ? 5 : format.ordinal() + 1)});
        count("records", records);
        list("dimensions", DIMENSION_TAG, dimensions.size());
        for (Dim dimension : dimensions) {
            String name = new String(dimension.name, StandardCharsets.ISO_8859_1);
            name(name, dimension.name);
            count(name + ".length", dimension.length);
        }
        attributes("attributes", attributes);
        list("variables", VARIABLE_TAG, variables.size());
        for (Var variable : variables) {
            name(variable.name, variable.name.getBytes(StandardCharsets.UTF_8));
            count(variable.name + ".rank", variable.dimensionIds.length);
            for (int d = 0; d < variable.dimensionIds.length; d++) {
                count(variable.name + ".dimension" + d, variable.dimensionIds[d]);
            }
            attributes(variable.name + ".attributes", variable.attributes);
            code(variable.name + ".type", variable.type);
            count(variable.name + ".size", padded(slab(variable)));
            positions.put(variable.name + ".begin", out.size());
            Long given = declared.get(variable.name + ".begin");
            number(given != null ? given : begin(variable, headerBytes), format.offsetBytes());
        }
        return out.toByteArray();
    }

    private void attributes(String list, List<Att> items) {
        list(list, ATTRIBUTE_TAG, items.size());
        for (Att attribute : items) {
            String name = new String(attribute.name, StandardCharsets.UTF_8);
            name(name, attribute.name);
            code(name + ".type", attribute.type);
            count(name + ".length", attribute.count);
            padded(attribute.values);
        }
    }

    private void list(String list, int tag, int size) {
        code(list + ".tag", tags.getOrDefault(list, size == 0 ? 0 : tag));
        count(list, size);
    }

    private void name(String field, byte[] name) {
        count(field + ".name", name.length);
        padded(name);
    }

    private void padded(byte[] bytes) {
        out.writeBytes(bytes);
        byte[] pad = new byte[-bytes.length & 3];
        Arrays.fill(pad, (byte) padding);
        out.writeBytes(pad);
    }

    private void code(String field, int value) {
        positions.put(field, out.size());
        number(value, Integer.BYTES);
    }

    private void count(String field, long value) {
        positions.put(field, out.size());
        number(declared.getOrDefault(field, value), format.countBytes());
    }

    private void number(long value, int bytes) {
        byte[] wide = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        out.write(wide, Long.BYTES - bytes, bytes);
    }

    private record Dim(byte[] name, long length) {}

    private record Att(byte[] name, int type, long count, byte[] values) {}

    private static final class Var {
        private final String name;
        private final int type;
        private final int[] dimensionIds;
        private final List<Att> attributes = new ArrayList<>();

        Var(String name, int type, int[] dimensionIds) {
            this.name = name;
            this.type = type;
            this.dimensionIds = dimensionIds;
        }
    }
}
