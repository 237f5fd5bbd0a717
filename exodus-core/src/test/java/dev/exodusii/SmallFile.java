package dev.exodusii;

import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.NetcdfFile;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes small CDF-5 files for tests: dimensions, attributes and variables, each with its values.
///
/// A variable whose first dimension has length 0 is a record variable; its values repeat in each record.
/// Values may be `String`, `byte[]` (text without anything added), `int[]`, `long[]`, `float[]` or `double[]`.
public final class SmallFile {

    private static final int DIMENSION_TAG = 0x0A;
    private static final int VARIABLE_TAG = 0x0B;
    private static final int ATTRIBUTE_TAG = 0x0C;

    private final List<String> dimensionNames = new ArrayList<>();
    private final List<Long> dimensionLengths = new ArrayList<>();
    private final List<Item> attributes = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private List<Item> hostOfAttributes = attributes;
    private int records;

    /// Begins with a file that has nothing in it.
    public SmallFile() {}

    public SmallFile dimension(String name, long length) {
        dimensionNames.add(name);
        dimensionLengths.add(length);
        return this;
    }

    public SmallFile records(int count) {
        records = count;
        return this;
    }

    /// Adds an attribute to the variable added last, or to the file while there is none.
    public SmallFile attribute(String name, Object values) {
        hostOfAttributes.add(new Item(name, values));
        return this;
    }

    /// Adds a variable; the dimensions must be there already.
    public SmallFile variable(String name, Object values, String... dimensions) {
        Variable variable = new Variable(name, values, dimensions, new ArrayList<>());
        variables.add(variable);
        hostOfAttributes = variable.attributes;
        return this;
    }

    /// Adds a variable with a dimension of its own, whose name begins with `n_`.
    public SmallFile list(String name, Object values) {
        return dimension("n_" + name, bytes(values).length / width(values)).variable(name, values, "n_" + name);
    }

    public NetcdfFile open() {
        try {
            return NetcdfFile.parse(MemorySegment.ofArray(file()), "small.e");
        } catch (UnreadableFileException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    public ExodusFile openModel() {
        try {
            return ExodusFile.parse(MemorySegment.ofArray(file()), "small.e");
        } catch (UnreadableFileException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    public byte[] file() {
        int headerBytes = header(0).length;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(header(headerBytes));
        variables.stream().filter(variable -> !isRecord(variable)).forEach(variable -> file.writeBytes(slab(variable)));
        for (int record = 0; record < records; record++) {
            variables.stream().filter(this::isRecord).forEach(variable -> file.writeBytes(slab(variable)));
        }
        return file.toByteArray();
    }

    private byte[] header(int headerBytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'C', 'D', 'F', 5});
        number(out, records);
        list(out, DIMENSION_TAG, dimensionNames.size());
        for (int i = 0; i < dimensionNames.size(); i++) {
            name(out, dimensionNames.get(i));
            number(out, dimensionLengths.get(i));
        }
        attributes(out, attributes);
        list(out, VARIABLE_TAG, variables.size());
        for (Variable variable : variables) {
            name(out, variable.name);
            number(out, variable.dimensions.length);
            for (String dimension : variable.dimensions) {
                number(out, dimensionNames.indexOf(dimension));
            }
            attributes(out, variable.attributes);
            code(out, type(variable.values));
            number(out, slab(variable).length);
            number(out, headerBytes + begin(variable));
        }
        return out.toByteArray();
    }

    private boolean isRecord(Variable variable) {
        return variable.dimensions.length > 0
                && dimensionLengths.get(dimensionNames.indexOf(variable.dimensions[0])) == 0;
    }

    /// Returns where a variable starts behind the header: first come the fixed ones, then one record.
    private long begin(Variable wanted) {
        boolean record = isRecord(wanted);
        return variables.stream().filter(other -> isRecord(other) == record
                ? variables.indexOf(other) < variables.indexOf(wanted) : record).mapToLong(other -> slab(other).length)
                .sum();
    }

    private static byte[] slab(Variable variable) {
        return padded(bytes(variable.values));
    }

    private static void attributes(ByteArrayOutputStream out, List<Item> items) {
        list(out, ATTRIBUTE_TAG, items.size());
        for (Item item : items) {
            name(out, item.name);
            code(out, type(item.values));
            number(out, bytes(item.values).length / width(item.values));
            out.writeBytes(padded(bytes(item.values)));
        }
    }

    private static void list(ByteArrayOutputStream out, int tag, int size) {
        code(out, size == 0 ? 0 : tag);
        number(out, size);
    }

    private static void name(ByteArrayOutputStream out, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.writeBytes(padded(bytes));
    }

    private static void code(ByteArrayOutputStream out, int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    private static void number(ByteArrayOutputStream out, long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + (-bytes.length & 3));
    }

    private static int type(Object values) {
        return switch (values) {
            case String text -> 2;
            case byte[] text -> 2;
            case int[] numbers -> 4;
            case float[] numbers -> 5;
            case double[] numbers -> 6;
            case long[] numbers -> 10;
            default -> throw new IllegalArgumentException(values.getClass().getName());
        };
    }

    private static int width(Object values) {
        return switch (type(values)) {
            case 2 -> 1;
            case 4, 5 -> 4;
            default -> 8;
        };
    }

    private static byte[] bytes(Object values) {
        return switch (values) {
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case byte[] text -> text;
            case int[] numbers -> {
                ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
                buffer.asIntBuffer().put(numbers);
                yield buffer.array();
            }
            case float[] numbers -> {
                ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Float.BYTES);
                buffer.asFloatBuffer().put(numbers);
                yield buffer.array();
            }
            case double[] numbers -> {
                ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Double.BYTES);
                buffer.asDoubleBuffer().put(numbers);
                yield buffer.array();
            }
            case long[] numbers -> {
                ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Long.BYTES);
                buffer.asLongBuffer().put(numbers);
                yield buffer.array();
            }
            default -> throw new IllegalArgumentException(values.getClass().getName());
        };
    }

    private record Item(String name, Object values) {}

    private record Variable(String name, Object values, String[] dimensions, List<Item> attributes) {}
}
