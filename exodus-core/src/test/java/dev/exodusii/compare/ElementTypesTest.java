package dev.exodusii.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which names of element types are taken for the same.
class ElementTypesTest {

    @ParameterizedTest
    @CsvSource({"HEX, hex8, true", "tri, TRIANGLE6, true", "QUAD4, QUAD9, false", "TRI6, QUAD6, false",
            "SHELL, SHELL, true"})
    void digitsAndTheShorterNameDecide(String one, String other, boolean expected) {
        assertEquals(expected, ElementTypes.areSame(one, other, false));
    }

    @ParameterizedTest
    @CsvSource({"HEX, HEX8, false", "hex8, HEX8, true"})
    void inFullOnlyCaseIsLeftOut(String one, String other, boolean expected) {
        assertEquals(expected, ElementTypes.areSame(one, other, true));
    }
}
