package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTypeTest {

    @ParameterizedTest
    @CsvSource({
        "BYTE, byte, 1, false, true, false", "CHAR, char, 1, false, false, false",
        "SHORT, short, 2, false, true, false", "INT, int, 4, false, true, false",
        "FLOAT, float, 4, true, false, false", "DOUBLE, double, 8, true, false, false",
        "UBYTE, ubyte, 1, false, true, true", "USHORT, ushort, 2, false, true, true",
        "UINT, uint, 4, false, true, true", "INT64, int64, 8, false, true, false",
        "UINT64, uint64, 8, false, true, true"
    })
    void eachTypeIsTextOrRealOrInteger(ElementType type, String label, int bytes, boolean real, boolean integer,
            boolean unsigned) {
        assertAll(
                () -> assertEquals(label, type.label()),
                () -> assertEquals(bytes, type.byteSize()),
                () -> assertEquals(real, type.isReal()),
                () -> assertEquals(integer, type.isInteger()),
                () -> assertEquals(unsigned, type.isUnsigned()));
    }
}
