package dev.exodusii.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The header of a file in one of the formats of classic netCDF, and where it puts the variables: in the order in which
/// they were declared, first those of fixed size, then those with a value in each record.
final class ClassicHeader {

    static final int CHAR = 2;
    static final int INT = 4;
    static final int FLOAT = 5;
    static final int DOUBLE = 6;
    static final int INT64 = 10;
    /// The dimension that grows.
    static final String RECORD = "time_step";

    private final int version;
    private final long records;
    private final Map<String, Long> dimensions = new LinkedHashMap<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final Map<String, Place> variables = new LinkedHashMap<>();

    private record Attribute(String name, int type, Object value) {}

    private record Place(int type, List<String> dimensions, Attribute attribute, long bytes) {

        boolean isRecord() {
            return dimensions.getFirst().equals(RECORD);
        }
    }

    /// @param version 2, or 5 for counts of 64 bits
    ClassicHeader(int version, long records) {
        this.version = version;
        this.records = records;
        dimension(RECORD, 0);
    }

    static int size(int type) {
        return switch (type) {
            case CHAR -> 1;
            case INT, FLOAT -> 4;
            default -> 8;
        };
    }

    void dimension(String name, long length) {
        dimensions.put(name, length);
    }

    /// @param value an Integer, a Float or a String, as the type says
    void attribute(String name, int type, Object value) {
        attributes.add(new Attribute(name, type, value));
    }

    void variable(String name, int type, String... shape) {
        declare(name, type, new Attribute("", CHAR, ""), shape);
    }

    /// Declares a variable with one attribute of text.
    void labelled(String name, int type, String attribute, String text, String... shape) {
        declare(name, type, new Attribute(attribute, CHAR, text), shape);
    }

    private void declare(String name, int type, Attribute attribute, String... shape) {
        long bytes = size(type);
        for (String dimension : shape) {
            bytes *= dimension.equals(RECORD) ? 1 : dimensions.get(dimension);
        }
        variables.put(name, new Place(type, List.of(shape), attribute, (bytes + 3) & ~3));
    }

    /// Returns where a variable begins: its first record, if it is in records.
    long begin(String name) {
        Place wanted = variables.get(name);
        long begin = encode(Map.of()).length;
        for (boolean isRecord : wanted.isRecord() ? new boolean[] {false, true} : new boolean[] {false}) {
            for (Map.Entry<String, Place> each : variables.entrySet()) {
                if (each.getKey().equals(name) && isRecord == wanted.isRecord()) {
                    return begin;
                }
                begin += each.getValue().isRecord() == isRecord ? each.getValue().bytes : 0;
            }
        }
        return begin;
    }

    long recordBytes() {
        return bytes(true);
    }

    long fileBytes() {
        return encode(Map.of()).length + bytes(false) + records * bytes(true);
    }

    private long bytes(boolean inRecords) {
        return variables.values().stream().filter(each -> each.isRecord() == inRecords).mapToLong(Place::bytes).sum();
    }

    byte[] encode() {
        Map<String, Long> begins = new LinkedHashMap<>();
        variables.keySet().forEach(name -> begins.put(name, begin(name)));
        return encode(begins);
    }

    private byte[] encode(Map<String, Long> begins) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBytes("CDF");
            out.writeByte(version);
            count(out, records);
            list(out, 0x0A, dimensions.size());
            for (Map.Entry<String, Long> each : dimensions.entrySet()) {
                text(out, each.getKey());
                count(out, each.getValue());
            }
            attributes(out, attributes);
            list(out, 0x0B, variables.size());
            List<String> names = List.copyOf(dimensions.keySet());
            for (Map.Entry<String, Place> each : variables.entrySet()) {
                Place place = each.getValue();
                text(out, each.getKey());
                count(out, place.dimensions.size());
                for (String dimension : place.dimensions) {
                    count(out, names.indexOf(dimension));
                }
                attributes(out, place.attribute.name.isEmpty() ? List.of() : List.of(place.attribute));
                out.writeInt(place.type);
                count(out, version == 5 ? place.bytes : Math.min(place.bytes, 0xFFFF_FFFFL));
                out.writeLong(begins.getOrDefault(each.getKey(), 0L));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void attributes(DataOutputStream out, List<Attribute> list) throws IOException {
        list(out, list.isEmpty() ? 0 : 0x0C, list.size());
        for (Attribute each : list) {
            text(out, each.name);
            out.writeInt(each.type);
            switch (each.value) {
                case Integer value -> {
                    count(out, 1);
                    out.writeInt(value);
                }
                case Float value -> {
                    count(out, 1);
                    out.writeFloat(value);
                }
                default -> text(out, each.value.toString());
            }
        }
    }

    private void list(DataOutputStream out, int tag, int size) throws IOException {
        out.writeInt(tag);
        count(out, size);
    }

    private void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(out, bytes.length);
        out.write(bytes);
        out.write(new byte[-bytes.length & 3]);
    }

    private void count(DataOutputStream out, long value) throws IOException {
        if (version == 5) {
            out.writeLong(value);
        } else {
            out.writeInt((int) value);
        }
    }
}
