package dev.exodusii.netcdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTest {

    private static Attribute attribute(int type, long length, byte[] values) throws Exception {
        return HeaderBuilder.cdf5().attribute("x", type, length, values).open().attribute("x").orElseThrow();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"cube; cube", "''; ''", "'a\0garbage'; a", "'\0'; ''", "'padded   '; padded"})
    void textEndsAtItsFirstNulOrTrailingBlanks(String stored, String text) throws Exception {
        Attribute title = HeaderBuilder.cdf2().text("title", stored).open().attribute("title").orElseThrow();

        assertEquals(Optional.of(text), title.text());
    }

    @ParameterizedTest
    @ValueSource(ints = {HeaderBuilder.BYTE, HeaderBuilder.UBYTE})
    void bytesMayBeReadAsText(int type) throws Exception {
        assertEquals(Optional.of("AB"), attribute(type, 2, hex("4142")).text());
    }

    @Test
    void onlyCharactersAreText() throws Exception {
        assertTrue(attribute(HeaderBuilder.CHAR, 1, hex("41")).isText());
        assertFalse(attribute(HeaderBuilder.BYTE, 1, hex("41")).isText());
    }

    @Test
    void widerNumbersAreNoText() throws Exception {
        assertEquals(Optional.empty(), attribute(HeaderBuilder.INT, 1, hex("00000041")).text());
    }

    @ParameterizedTest
    @CsvSource({
        "1, ff, -1", "3, fffe, -2", "4, 80000001, -2147483647", "7, ff, 255", "8, fffe, 65534",
        "9, ffffffff, 4294967295", "10, 8000000000000000, -9223372036854775808",
        "11, 7fffffffffffffff, 9223372036854775807", "5, 40e00000, 7",
        "6, c008000000000000, -3", "6, c3e0000000000000, -9223372036854775808"
    })
    void integerIsTakenFromAnyNumericType(int type, String stored, long value) throws Exception {
        assertEquals(OptionalLong.of(value), attribute(type, 1, hex(stored)).integer());
    }

    @ParameterizedTest
    @CsvSource({
        "6, 3ff8000000000000, 1.5", "6, 7ff8000000000000, NaN", "6, 7ff0000000000000, infinity",
        "6, 43e0000000000000, 2 to the 63rd", "11, 8000000000000000, 2 to the 63rd", "2, 37000000, text"
    })
    void integerIsEmptyForWhatIsNone(int type, String stored, String what) throws Exception {
        assertEquals(OptionalLong.empty(), attribute(type, 1, hex(stored)).integer(), what);
    }

    @ParameterizedTest
    @CsvSource({"1, ff, -1", "5, 40e00000, 7", "6, 3ff8000000000000, 1.5",
        "11, 8000000000000000, 9.223372036854775808E18"})
    void realIsTakenFromAnyNumericType(int type, String stored, double value) throws Exception {
        assertEquals(OptionalDouble.of(value), attribute(type, 1, hex(stored)).real());
    }

    @Test
    void firstOfSeveralValuesCounts() throws Exception {
        assertEquals(OptionalLong.of(5), attribute(HeaderBuilder.INT, 2, hex("0000000500000006")).integer());
    }

    @Test
    void emptyAttributeHasNoNumber() throws Exception {
        Attribute empty = attribute(HeaderBuilder.INT, 0, new byte[0]);

        assertEquals(OptionalLong.empty(), empty.integer());
        assertEquals(OptionalDouble.empty(), empty.real());
        assertEquals(0, empty.values().count());
    }

    @Test
    void valuesAreAViewOfTheHeader() throws Exception {
        byte[] stored = ByteBuffer.allocate(16).putDouble(1.5).putDouble(-2).array();

        assertArrayEquals(new double[] {1.5, -2},
                attribute(HeaderBuilder.DOUBLE, 2, stored).values().reals().toArray());
    }

    @Test
    void valuesOfAClosedFileAreRefusedByName() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().text("title", "cube").open();
        Attribute title = file.attribute("title").orElseThrow();
        file.close();

        var refused = assertThrows(IllegalStateException.class, title::text);

        assertEquals("model.e is closed", refused.getMessage());
        assertEquals("char title[4]", title.toString());
    }
}
