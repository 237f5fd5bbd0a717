package dev.exodusii.netcdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Values are stored as they are, or refused: no integer is cut, none becomes another number.
class ValuesTest {

    private static byte[] stored(ElementType type, Values values) throws IOException {
        FileDefinition definition = FileDefinition.builder().dimension("n", values.size())
                .variable("v", type, List.of("n")).build();
        MemorySink sink = new MemorySink("made.nc");
        try (NetcdfWriter writer = NetcdfWriter.create(definition, sink, Durability.PROCESS)) {
            writer.put(writer.variable("v"), values);
            writer.commit();
        }
        try (NetcdfFile file = NetcdfFile.parse(MemorySegment.ofArray(sink.toByteArray()), "made.nc")) {
            return file.requireVariable("v").view().rawSegment().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private static void assertMisfit(ElementType type, Values values, String value, int index) {
        assertEquals("made.nc: v: the value " + value + " at index " + index + " does not fit into the type "
                + type.label(), assertThrows(ArithmeticException.class, () -> stored(type, values)).getMessage());
    }

    /// Each integer type at its ends, and one beyond.
    @ParameterizedTest
    @EnumSource(names = {"BYTE", "UBYTE", "SHORT", "USHORT", "INT", "UINT"})
    void integersFitOrAreRefused(ElementType type) throws IOException {
        int bits = type.byteSize() * 8;
        long least = type.isUnsigned() ? 0 : -(1L << (bits - 1));
        long most = type.isUnsigned() ? (1L << bits) - 1 : (1L << (bits - 1)) - 1;
        byte[] ends = stored(type, Values.of(least, most));
        assertArrayEquals(ends, stored(type, Values.of((double) least, (double) most)));
        for (int i = 0; i < ends.length; i++) {
            boolean isFirstByte = i % type.byteSize() == 0;
            boolean isLeast = i < type.byteSize();
            int expected = isLeast ? isFirstByte && !type.isUnsigned() ? 0x80 : 0
                    : isFirstByte && !type.isUnsigned() ? 0x7F : 0xFF;
            assertEquals((byte) expected, ends[i]);
        }
        assertMisfit(type, Values.of(0L, least - 1), Long.toString(least - 1), 1);
        assertMisfit(type, Values.of(0L, 0L, most + 1), Long.toString(most + 1), 2);
        assertMisfit(type, Values.of(0.0, most + 1.0), Long.toString(most + 1), 1);
        assertMisfit(type, Values.of(0.5), "0.5", 0);
        assertMisfit(type, Values.of(Double.NaN), "NaN", 0);
        assertMisfit(type, Values.of(Double.POSITIVE_INFINITY), "Infinity", 0);
    }

    @Test
    void integersOf64BitsFitOrAreRefused() throws IOException {
        assertArrayEquals(ByteBuffer.allocate(16).putLong(Long.MIN_VALUE).putLong(Long.MAX_VALUE).array(),
                stored(ElementType.INT64, Values.of(Long.MIN_VALUE, Long.MAX_VALUE)));
        assertMisfit(ElementType.UINT64, Values.of(1, -1), "-1", 1);
        Values unsigned = Values.of(MemorySegment.ofArray(new long[] {1, -1}), ElementType.UINT64);
        assertArrayEquals(ByteBuffer.allocate(16).putLong(1).putLong(-1).array(), stored(ElementType.UINT64, unsigned));
        assertMisfit(ElementType.INT64, unsigned, "18446744073709551615", 1);
        assertMisfit(ElementType.INT64, Values.of(0x1p63), Double.toString(0x1p63), 0);
        assertArrayEquals(ByteBuffer.allocate(16).putLong(Long.MIN_VALUE).putLong(-2048).array(),
                stored(ElementType.UINT64, Values.of(0x1p63, 0x1p64 - 2048)));
        assertMisfit(ElementType.UINT64, Values.of(-1.0), "-1.0", 0);
        assertMisfit(ElementType.UINT64, Values.of(0x1p64), Double.toString(0x1p64), 0);
        assertArrayEquals(ByteBuffer.allocate(8).putLong(Long.MIN_VALUE).array(),
                stored(ElementType.INT64, Values.of(-0x1p63)));
    }

    /// Its bits are those of -1, which a signed type could hold.
    @ParameterizedTest
    @EnumSource(names = {"BYTE", "UBYTE", "SHORT", "USHORT", "INT", "UINT", "INT64"})
    void theLargestUnsignedIntegerFitsIntoNoOtherType(ElementType type) {
        Values unsigned = Values.of(MemorySegment.ofArray(new long[] {1, -1}), ElementType.UINT64);
        assertMisfit(type, unsigned, "18446744073709551615", 1);
    }

    /// The loops take some thousands at a time: none is lost, doubled or swapped twice where one piece ends.
    @ParameterizedTest
    @EnumSource(names = {"SHORT", "INT", "INT64", "FLOAT", "DOUBLE"})
    void valuesOfEveryTypeAreStoredAsEveryOtherInManyPieces(ElementType type) throws IOException {
        int count = 70_001;
        short[] shorts = new short[count];
        int[] ints = new int[count];
        long[] longs = new long[count];
        float[] floats = new float[count];
        double[] doubles = new double[count];
        ByteBuffer expected = ByteBuffer.allocate(count * type.byteSize());
        for (int i = 0; i < count; i++) {
            short value = (short) (i * 7);
            shorts[i] = value;
            ints[i] = value;
            longs[i] = value;
            floats[i] = value;
            doubles[i] = value;
            switch (type) {
                case SHORT -> expected.putShort(value);
                case INT -> expected.putInt(value);
                case INT64 -> expected.putLong(value);
                case FLOAT -> expected.putFloat(value);
                default -> expected.putDouble(value);
            }
        }
        for (Values given : List.of(Values.of(shorts), Values.of(ints), Values.of(longs), Values.of(floats),
                Values.of(doubles), Values.of(MemorySegment.ofArray(expected.array()), type, ByteOrder.BIG_ENDIAN))) {
            assertArrayEquals(expected.array(), stored(type, given), given.toString());
        }
    }

    @Test
    void anIntegerIsStoredAsARealOnlyWhereItIsTheSameNumber() throws IOException {
        assertArrayEquals(ByteBuffer.allocate(8).putDouble(0x1p53).array(),
                stored(ElementType.DOUBLE, Values.of(1L << 53)));
        assertMisfit(ElementType.DOUBLE, Values.of(0L, (1L << 53) + 1), Long.toString((1L << 53) + 1), 1);
        assertMisfit(ElementType.FLOAT, Values.of(16_777_217), "16777217", 0);
        assertMisfit(ElementType.DOUBLE, Values.of(Long.MAX_VALUE), Long.toString(Long.MAX_VALUE), 0);
    }

    @Test
    void aDoubleBecomesTheNearestFloat() throws IOException {
        assertArrayEquals(ByteBuffer.allocate(16).putFloat(0.1f).putFloat(Float.POSITIVE_INFINITY).putFloat(-0.0f)
                .putFloat(Float.NaN).array(),
                stored(ElementType.FLOAT, Values.of(0.1, Double.POSITIVE_INFINITY, -0.0, Double.NaN)));
        assertMisfit(ElementType.FLOAT, Values.of(1.0, -1e39), "-1.0E39", 1);
    }

    @Test
    void bitsOfNanAreKept() throws IOException {
        double odd = Double.longBitsToDouble(0x7FF0_0000_0000_0123L);
        assertEquals(0x7FF0_0000_0000_0123L, ByteBuffer.wrap(stored(ElementType.DOUBLE, Values.of(odd))).getLong());
        float single = Float.intBitsToFloat(0x7F80_0123);
        assertEquals(0x7F80_0123, ByteBuffer.wrap(stored(ElementType.FLOAT, Values.of(single))).getInt());
    }

    @Test
    void theIndexOfAMisfitIsRightInLongArrays() {
        long[] values = new long[100_000];
        values[77_777] = 1L << 40;
        assertMisfit(ElementType.INT, Values.of(values), "1099511627776", 77_777);
        double[] reals = new double[100_000];
        reals[88_888] = 1e300;
        assertMisfit(ElementType.FLOAT, Values.of(reals), "1.0E300", 88_888);
        ArrayView strided = ArrayView.of(MemorySegment.ofArray(new long[] {0, 0, 0, 0, -1}), ElementType.INT64, 0,
                new long[] {3}, new long[] {16});
        assertMisfit(ElementType.SHORT, Values.of(MemorySegment.ofArray(new int[] {1, 2, 70_000}), ElementType.INT),
                "70000", 2);
        assertMisfit(ElementType.UINT, Values.of(strided), "-1", 2);
    }

    @Test
    void textAndNumbersAreNotMixed() {
        for (ElementType type : List.of(ElementType.SHORT, ElementType.INT, ElementType.DOUBLE)) {
            assertEquals("values of type char cannot be stored as " + type.label(), assertThrows(
                    IllegalArgumentException.class, () -> stored(type, Values.text(List.of("ab"), 2))).getMessage());
        }
        assertEquals("values of type double cannot be stored as char", assertThrows(IllegalArgumentException.class,
                () -> stored(ElementType.CHAR, Values.of(65.0))).getMessage());
    }

    @Test
    void textIsPaddedWithNulsAndNeverCut() throws IOException {
        assertArrayEquals(new byte[] {'a', 0, 0, (byte) 0xC3, (byte) 0xB6, 0},
                stored(ElementType.CHAR, Values.text(List.of("a", "ö"), 3)));
        assertEquals("row 1 of the text has 4 bytes, more than the 3 that there is room for", assertThrows(
                IllegalArgumentException.class, () -> Values.text(List.of("a", "öö"), 3)).getMessage());
    }

    @Test
    void whatAViewAddsIsAdded() throws IOException {
        ByteBuffer stored = ByteBuffer.allocate(12).putInt(1).putInt(2).putInt(3);
        ArrayView view = ArrayView.contiguous(MemorySegment.ofArray(stored.array()), ElementType.INT, 0, 3);
        assertArrayEquals(ByteBuffer.allocate(12).putInt(0).putInt(1).putInt(2).array(),
                stored(ElementType.INT, Values.of(view.integers().plus(-1))));
        assertArrayEquals(stored.array(), stored(ElementType.INT, Values.of(view.integers())));
    }

    @Test
    void aTransposedArrayIsStoredInItsOwnOrder() throws IOException {
        ByteBuffer stored = ByteBuffer.allocate(24).putInt(1).putInt(2).putInt(3).putInt(4).putInt(5).putInt(6);
        ArrayView view = ArrayView.contiguous(MemorySegment.ofArray(stored.array()), ElementType.INT, 0, 2, 3);
        byte[] expected = ByteBuffer.allocate(24).putInt(1).putInt(4).putInt(2).putInt(5).putInt(3).putInt(6).array();
        assertArrayEquals(expected, stored(ElementType.INT, Values.of(view.transposed(0, 1))));
        assertArrayEquals(expected, stored(ElementType.INT, Values.of(view.transposed(0, 1)).slice(0, 6)));
        assertArrayEquals(Arrays.copyOfRange(expected, 8, 20),
                stored(ElementType.INT, Values.of(view.transposed(0, 1)).slice(2, 3)));
    }

    @Test
    void onlyWhatRemainsInABufferIsTaken() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(new double[] {1, 2, 3, 4});
        assertArrayEquals(ByteBuffer.allocate(16).putDouble(2).putDouble(3).array(),
                stored(ElementType.DOUBLE, Values.of(bytes.asDoubleBuffer().position(1).limit(3))));
    }
}
