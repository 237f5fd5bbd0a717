package dev.exodusii.mmap;

import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.DefinitionBuilder;
import dev.exodusii.netcdf.write.DimensionDefinition;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Region;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.netcdf.write.VariableDefinition;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A file with random definitions, and random values put in random order from random kinds of memory. What must be in it
/// is worked out apart from what is tested: value by value, into arrays of bytes.
final class RandomFile {

    private static final List<ElementType> CLASSIC = List.of(ElementType.BYTE, ElementType.CHAR, ElementType.SHORT,
            ElementType.INT, ElementType.FLOAT, ElementType.DOUBLE);
    private static final List<ElementType> WIDE = List.of(ElementType.values());
    private static final List<String> NAMES = List.of("a", "num_nodes", "x1", "größe", "温度", "under_score", "9lives",
            "with space in", "plus+minus-at@dot.", "e\u0301", "longer_name_of_some_length", "b", "cc", "ddd");
    /// What netCDF fills with, as the specification of the format has it.
    private static final Map<ElementType, String> FILL = Map.ofEntries(Map.entry(ElementType.BYTE, "81"),
            Map.entry(ElementType.CHAR, "00"), Map.entry(ElementType.SHORT, "8001"),
            Map.entry(ElementType.INT, "80000001"), Map.entry(ElementType.FLOAT, "7cf00000"),
            Map.entry(ElementType.DOUBLE, "479e000000000000"), Map.entry(ElementType.UBYTE, "ff"),
            Map.entry(ElementType.USHORT, "ffff"), Map.entry(ElementType.UINT, "ffffffff"),
            Map.entry(ElementType.INT64, "8000000000000002"), Map.entry(ElementType.UINT64, "fffffffffffffffe"));

    private final Random random;
    private final List<ElementType> types;
    private final FileDefinition definition;
    private final Map<VariableDefinition, byte[]> expected = new LinkedHashMap<>();
    private final long records;

    RandomFile(long seed) {
        this.random = new Random(seed);
        ContainerFormat format = ContainerFormat.values()[random.nextInt(3)];
        this.types = format == ContainerFormat.CDF_5 ? WIDE : CLASSIC;
        DefinitionBuilder builder = FileDefinition.builder().format(format)
                .fill(random.nextInt(4) > 0 ? Fill.VALUES : Fill.NONE);
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<String> fixed = new ArrayList<>();
        int recordAt = random.nextInt(6);
        for (int i = 0; i < 4; i++) {
            if (i == recordAt) {
                builder.recordDimension("t");
            }
            fixed.add(names.get(i));
            builder.dimension(names.get(i), 1 + random.nextInt(6));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.attribute(attribute("g" + names.get(i)));
        }
        Collections.shuffle(names, random);
        for (int i = random.nextInt(8); i > 0; i--) {
            List<String> own = new ArrayList<>();
            if (recordAt < 4 && random.nextBoolean()) {
                own.add("t");
            }
            for (int d = random.nextInt(4); d > 0; d--) {
                own.add(fixed.get(random.nextInt(fixed.size())));
            }
            AttributeDefinition[] attributes = new AttributeDefinition[random.nextInt(3)];
            for (int k = 0; k < attributes.length; k++) {
                attributes[k] = attribute("att" + k);
            }
            ElementType type = types.get(random.nextInt(types.size()));
            if (attributes.length > 1 && type != ElementType.CHAR) {
                attributes[1] = fillValue(type);
            }
            builder.variable(names.get(i), type, own, attributes);
        }
        this.definition = builder.build();
        boolean grows = definition.variables().stream().anyMatch(VariableDefinition::isRecord);
        this.records = grows ? random.nextInt(5) : 0;
        for (VariableDefinition variable : definition.variables()) {
            byte[] bytes = new byte[(int) (variable.slabBytes() * (variable.isRecord() ? records : 1))];
            byte[] fill = variable.attribute("_FillValue").map(AttributeDefinition::storedBytes)
                    .orElseGet(() -> fill(variable.type()));
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = fill[i % fill.length];
            }
            expected.put(variable, bytes);
        }
    }

    private AttributeDefinition attribute(String name) {
        int length = 1 + random.nextInt(5);
        return switch (random.nextInt(types.equals(WIDE) ? 7 : 5)) {
            case 0 -> AttributeDefinition.text(name, "text of some words µ".substring(0, length * 4));
            case 1 -> AttributeDefinition.ints(name, random.ints(length).toArray());
            case 2 -> AttributeDefinition.doubles(name, random.doubles(length).toArray());
            case 3 -> AttributeDefinition.floats(name, 0.1f, random.nextFloat());
            case 4 -> AttributeDefinition.shorts(name, (short) length, (short) -3, (short) 7);
            case 5 -> AttributeDefinition.integers(name, ElementType.USHORT, length, 65_535);
            default -> AttributeDefinition.integers(name, ElementType.UINT, 4_294_967_295L);
        };
    }

    /// The fill value of a type, as the specification of the format has it.
    static byte[] fill(ElementType type) {
        return HexFormat.of().parseHex(FILL.getOrDefault(type, ""));
    }

    private AttributeDefinition fillValue(ElementType type) {
        return switch (type) {
            case FLOAT -> AttributeDefinition.floats("_FillValue", -1.5f);
            case DOUBLE -> AttributeDefinition.doubles("_FillValue", -9999.25);
            default -> AttributeDefinition.integers("_FillValue", type, 101);
        };
    }

    FileDefinition definition() {
        return definition;
    }

    long records() {
        return records;
    }

    /// The bytes of all values of a variable, records joined and without padding.
    byte[] expected(VariableDefinition variable) {
        return expected.get(variable);
    }

    /// Puts everything that is not left to be filled, and announces the records.
    void write(NetcdfWriter writer) throws IOException {
        boolean isEarly = random.nextBoolean() && definition.fill() == Fill.VALUES;
        for (VariableDefinition variable : shuffled(definition.variables())) {
            if (!variable.isRecord()) {
                put(writer, variable, 0);
            }
        }
        if (isEarly) {
            writer.commit();
        }
        if (records > 0) {
            List<Long> order = new ArrayList<>();
            for (long record = 0; record < records; record++) {
                order.add(record);
            }
            if (random.nextBoolean()) {
                Collections.shuffle(order, random);
            }
            for (long record : order) {
                for (VariableDefinition variable : shuffled(definition.variables())) {
                    if (variable.isRecord()) {
                        put(writer, variable, record);
                    }
                }
            }
            // A record that nothing was put into cannot be announced; the last one must have something.
            VariableDefinition some = definition.variables().stream().filter(VariableDefinition::isRecord).findFirst()
                    .orElseThrow();
            whole(writer, some, records - 1);
        }
        writer.announce(records);
    }

    private List<VariableDefinition> shuffled(List<VariableDefinition> variables) {
        List<VariableDefinition> mixed = new ArrayList<>(variables);
        Collections.shuffle(mixed, random);
        return mixed;
    }

    private void put(NetcdfWriter writer, VariableDefinition variable, long record) throws IOException {
        int way = random.nextInt(definition.fill() == Fill.VALUES ? 4 : 2);
        if (way == 3) {
            return;
        }
        if (way == 0 || variable.slabValues() == 1) {
            whole(writer, variable, record);
            return;
        }
        // A part, and in files without fill values the whole before it.
        if (definition.fill() == Fill.NONE) {
            whole(writer, variable, record);
        }
        part(writer, variable, record);
    }

    private void whole(NetcdfWriter writer, VariableDefinition variable, long record) throws IOException {
        int first = (int) (record * variable.slabValues());
        int[] places = new int[(int) variable.slabValues()];
        Arrays.setAll(places, i -> first + i);
        writer.put(variable, variable.isRecord() ? Region.record(record) : Region.all(), values(variable, places));
    }

    private void part(NetcdfWriter writer, VariableDefinition variable, long record) throws IOException {
        List<DimensionDefinition> dimensions = variable.dimensions();
        long[] start = new long[dimensions.size()];
        long[] count = new long[dimensions.size()];
        List<Integer> places = new ArrayList<>(List.of(0));
        for (int d = 0; d < start.length; d++) {
            boolean isRecord = dimensions.get(d).isRecord();
            int length = (int) dimensions.get(d).length();
            int factor = isRecord ? 1 : length;
            start[d] = isRecord ? record : random.nextInt(length);
            count[d] = isRecord ? 1 : 1 + random.nextInt(length - (int) start[d]);
            List<Integer> finer = new ArrayList<>();
            for (int place : places) {
                for (int i = (int) start[d]; i < start[d] + count[d]; i++) {
                    finer.add(place * factor + i);
                }
            }
            places = finer;
        }
        writer.put(variable, new Region(start, count), values(variable,
                places.stream().mapToInt(Integer::intValue).toArray()));
    }

    /// Makes small values that every type holds, in memory of any kind, and notes them.
    private Values values(VariableDefinition variable, int[] places) {
        byte[] small = new byte[places.length];
        ByteBuffer all = ByteBuffer.wrap(expected.get(variable));
        int width = variable.type().byteSize();
        for (int i = 0; i < places.length; i++) {
            small[i] = (byte) (variable.type() == ElementType.CHAR ? 'a' + random.nextInt(26) : random.nextInt(100));
            switch (variable.type()) {
                case BYTE, UBYTE, CHAR -> all.put(places[i], small[i]);
                case SHORT, USHORT -> all.putShort(places[i] * width, small[i]);
                case INT, UINT -> all.putInt(places[i] * width, small[i]);
                case INT64, UINT64 -> all.putLong(places[i] * width, small[i]);
                case FLOAT -> all.putFloat(places[i] * width, small[i]);
                case DOUBLE -> all.putDouble(places[i] * width, small[i]);
            }
        }
        return source(variable.type(), small);
    }

    private Values source(ElementType type, byte[] small) {
        if (type == ElementType.CHAR) {
            return random.nextBoolean() ? Values.of(small)
                    : Values.of(MemorySegment.ofArray(small), ElementType.CHAR);
        }
        int count = small.length;
        double[] doubles = new double[count];
        float[] floats = new float[count];
        long[] longs = new long[count];
        int[] ints = new int[count];
        short[] shorts = new short[count];
        for (int i = 0; i < count; i++) {
            doubles[i] = small[i];
            floats[i] = small[i];
            longs[i] = small[i];
            ints[i] = small[i];
            shorts[i] = small[i];
        }
        return switch (random.nextInt(13)) {
            case 0 -> Values.of(doubles);
            case 1 -> Values.of(floats);
            case 2 -> Values.of(longs);
            case 3 -> Values.of(ints);
            case 4 -> Values.of(shorts);
            case 5 -> Values.of(small);
            case 6 -> Values.of(ByteBuffer.allocateDirect(8 * count).asDoubleBuffer().put(doubles).flip());
            case 7 -> Values.of(ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().put(ints)
                    .flip());
            case 8 -> Values.of(Arena.ofAuto().allocateFrom(ValueLayout.JAVA_FLOAT, floats), ElementType.FLOAT);
            case 9 -> Values.of(bigEndian(ElementType.INT, small, 4).integers());
            case 10 -> Values.of(bigEndian(ElementType.DOUBLE, small, 8).reals());
            case 11 -> Values.of(bigEndian(type, small, 2 * type.byteSize()));
            default -> Values.of(bigEndian(type, small, type.byteSize()));
        };
    }

    /// A view as a file would give it, with gaps where the stride is above the size of a value.
    private static ArrayView bigEndian(ElementType type, byte[] small, int stride) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(1, small.length) * stride);
        for (int i = 0; i < small.length; i++) {
            switch (type) {
                case DOUBLE -> bytes.putDouble(i * stride, small[i]);
                case FLOAT -> bytes.putFloat(i * stride, small[i]);
                default -> bytes.put(i * stride + type.byteSize() - 1, small[i]);
            }
        }
        return ArrayView.of(MemorySegment.ofBuffer(bytes), type, 0, new long[] {small.length}, new long[] {stride});
    }
}
