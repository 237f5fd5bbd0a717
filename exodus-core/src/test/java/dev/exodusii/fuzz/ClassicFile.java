package dev.exodusii.fuzz;

import dev.exodusii.view.ElementType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A second reader of classic netCDF (`exodus-format` §1.2 to §1.5), to hold the first against: it shares nothing with it
/// but the names of types, takes the header at its word and refuses nothing that can be read somehow.
final class ClassicFile {

    private static final ElementType[] TYPES = {ElementType.BYTE, ElementType.CHAR, ElementType.SHORT, ElementType.INT,
        ElementType.FLOAT, ElementType.DOUBLE, ElementType.UBYTE, ElementType.USHORT, ElementType.UINT,
        ElementType.INT64, ElementType.UINT64};

    /// Where numbers stand in the header, for damaging just those.
    record Field(int offset, int bytes) {}

    /// An attribute: its values lie in the header.
    record Att(String name, ElementType type, long length, long offset) {}

    /// A variable as it is declared.
    ///
    /// @param shape the lengths of its dimensions, with the number of records that are there in full
    /// @param slab  the bytes of one record, or of all of a fixed variable
    record Var(String name, ElementType type, long[] shape, boolean isRecord, long begin, long slab, List<Att> attributes) {

        long valuesInSlab() {
            return slab / type.byteSize();
        }
    }

    private final ByteBuffer bytes;
    private final boolean isWide;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> dimensionNames = new ArrayList<>();
    private final List<Long> dimensions = new ArrayList<>();
    private final List<Att> attributes;
    private final List<Var> variables = new ArrayList<>();
    private final Map<String, Var> byName = new HashMap<>();
    private final long headerBytes;
    private final long records;
    private final long stride;

    /// Reads a header.
    ///
    /// @throws RuntimeException when that is impossible: the bytes end too early, or a number makes no sense at all
    ClassicFile(byte[] file) {
        bytes = ByteBuffer.wrap(file);
        int version = bytes.getInt() & 0xFF;
        isWide = version == 5;
        long counted = count();
        boolean isStreaming = counted == (isWide ? -1 : 0xFFFF_FFFFL);
        for (long n = list(); n > 0; n--) {
            dimensionNames.add(name());
            dimensions.add(count());
        }
        attributes = attributes();
        for (long n = list(); n > 0; n--) {
            variables.add(variable(version));
        }
        headerBytes = bytes.position();
        List<Var> recorded = variables.stream().filter(Var::isRecord).toList();
        stride = recorded.size() == 1 ? recorded.getFirst().slab
                : recorded.stream().mapToLong(variable -> variable.slab + (-variable.slab & 3)).sum();
        records = recorded.isEmpty() ? isStreaming || !dimensions.contains(0L) ? 0 : counted
                : records(recorded, isStreaming, counted, file.length);
        for (int v = 0; v < variables.size(); v++) {
            Var variable = variables.get(v);
            if (variable.isRecord) {
                variable.shape[0] = records;
            }
            byName.putIfAbsent(variable.name, variable);
        }
    }

    private long records(List<Var> recorded, boolean isStreaming, long counted, long fileBytes) {
        long start = recorded.stream().mapToLong(Var::begin).min().orElseThrow();
        long limit = isStreaming ? variables.stream().filter(variable -> !variable.isRecord).mapToLong(Var::begin)
                .filter(begin -> begin > start).reduce(fileBytes, Math::min) : fileBytes;
        long complete = isStreaming ? Long.MAX_VALUE : counted;
        for (Var variable : recorded) {
            long room = limit - variable.begin - variable.slab;
            complete = Math.min(complete, room < 0 ? 0 : room / stride + 1);
        }
        return complete;
    }

    private Var variable(int version) {
        String name = name();
        long rank = count();
        if (rank > 1024) {
            throw new IllegalArgumentException("rank " + rank);
        }
        long[] shape = new long[(int) rank];
        boolean isRecord = false;
        long slab = 1;
        for (int d = 0; d < rank; d++) {
            shape[d] = dimensions.get(Math.toIntExact(count()));
            if (shape[d] == 0) {
                isRecord = true;
            } else {
                slab = Math.multiplyExact(slab, shape[d]);
            }
        }
        List<Att> own = attributes();
        ElementType type = type();
        count();
        fields.add(new Field(bytes.position(), version == 1 ? 4 : 8));
        long begin = version == 1 ? bytes.getInt() : bytes.getLong();
        return new Var(name, type, shape, isRecord, begin, Math.multiplyExact(slab, type.byteSize()), own);
    }

    private List<Att> attributes() {
        List<Att> found = new ArrayList<>();
        for (long n = list(); n > 0; n--) {
            String name = name();
            ElementType type = type();
            long length = count();
            found.add(new Att(name, type, length, bytes.position()));
            skip(Math.multiplyExact(length, type.byteSize()));
        }
        return found;
    }

    private ElementType type() {
        fields.add(new Field(bytes.position(), 4));
        return TYPES[bytes.getInt() - 1];
    }

    private long list() {
        fields.add(new Field(bytes.position(), 4));
        bytes.getInt();
        return count();
    }

    private long count() {
        fields.add(new Field(bytes.position(), isWide ? 8 : 4));
        return isWide ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
    }

    private String name() {
        int length = Math.toIntExact(count());
        int start = bytes.position();
        skip(length);
        String stored = new String(bytes.array(), start, length, StandardCharsets.ISO_8859_1);
        int end = stored.length();
        while (end > 0 && stored.charAt(end - 1) == 0) {
            end--;
        }
        return stored.substring(0, end);
    }

    private void skip(long length) {
        bytes.position(Math.toIntExact(Math.addExact(bytes.position(), length + (-length & 3))));
    }

    long headerBytes() {
        return headerBytes;
    }

    /// Returns how many records are there in full.
    long records() {
        return records;
    }

    long stride() {
        return stride;
    }

    long fileBytes() {
        return bytes.capacity();
    }

    List<Field> fields() {
        return fields;
    }

    List<Att> attributes(boolean ofFile) {
        return ofFile ? attributes : variables.stream().flatMap(variable -> variable.attributes.stream()).toList();
    }

    List<Var> variables() {
        return variables;
    }

    /// Returns the length of a dimension, 0 where there is none; the record dimension counts the complete records.
    long dimension(String name) {
        int found = dimensionNames.indexOf(name);
        return found < 0 ? 0 : dimensions.get(found) == 0 ? records : dimensions.get(found);
    }

    /// Returns a variable whose values are all there.
    Optional<Var> complete(String name) {
        return Optional.ofNullable(byName.get(name)).filter(this::isComplete);
    }

    boolean isComplete(Var variable) {
        return variable.isRecord || variable.begin + variable.slab <= fileBytes();
    }

    /// Tells whether some bytes are those from an offset on.
    boolean areBytes(long offset, byte[] found) {
        int from = Math.toIntExact(offset);
        return Arrays.equals(bytes.array(), from, from + found.length, found, 0, found.length);
    }

    /// Reads one real number.
    double real(long offset, ElementType type) {
        int at = Math.toIntExact(offset);
        return switch (type) {
            case FLOAT -> bytes.getFloat(at);
            case DOUBLE -> bytes.getDouble(at);
            case UINT64 -> {
                long value = bytes.getLong(at);
                yield value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
            }
            default -> integer(offset, type);
        };
    }

    /// Reads one integer, or the bits of one that is longer than a long.
    long integer(long offset, ElementType type) {
        int at = Math.toIntExact(offset);
        return switch (type) {
            case BYTE -> bytes.get(at);
            case UBYTE, CHAR -> bytes.get(at) & 0xFF;
            case SHORT -> bytes.getShort(at);
            case USHORT -> bytes.getShort(at) & 0xFFFF;
            case INT -> bytes.getInt(at);
            case UINT -> bytes.getInt(at) & 0xFFFF_FFFFL;
            case INT64, UINT64 -> bytes.getLong(at);
            case FLOAT, DOUBLE -> throw new IllegalArgumentException(type + " is no integer");
        };
    }
}
