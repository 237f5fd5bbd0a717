package dev.exodusii.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0", "999|999", "1000|1,000", "-999|-999", "-1000|-1,000",
            "1234567|1,234,567", "9223372036854775807|9,223,372,036,854,775,807"})
    void integersAreGrouped(long number, String expected) {
        assertEquals(expected, Numbers.grouped(number));
    }

    @ParameterizedTest
    @CsvSource({"0,0 bytes", "1,1 byte", "999,999 bytes", "1000,1.0 kB", "1049,1.0 kB", "1050,1.1 kB",
            "999949,999.9 kB", "999950,1.0 MB", "1202908,1.2 MB", "13100000000,13.1 GB",
            "9223372036854775807,9.2 EB"})
    void sizesHaveOneDecimal(long bytes, String expected) {
        assertEquals(expected, Numbers.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "-0.0,-0.0", "0.25,0.25", "500000,500000", "1e9,1000000000", "1e10,1e10", "3.5e-6,3.5e-6",
            "-0.00012,-0.00012", "0.1,0.1", "1.7976931348623157e308,1.7976931348623157e308", "NaN,NaN",
            "-Infinity,-Infinity"})
    void realsAreAsShortAsTheyCanBe(double number, String expected) {
        assertEquals(expected, Numbers.real(number));
    }

    /// Just inside and outside of what needs no exponent.
    @ParameterizedTest
    @CsvSource({"9999999999,9999999999", "12345678,12345678", "12345678.5,12345678.5", "1234567890.25,1234567890.25",
            "-10000000,-10000000", "0.001,0.001", "0.00099,0.00099", "0.0001,0.0001", "0.00001,1e-5", "-1.5e10,-1.5e10",
            "4.9e-324,4.9e-324"})
    void realsHaveAnExponentOnlyWhereThatIsShorter(double number, String expected) {
        assertEquals(expected, Numbers.real(number));
    }

    @Test
    void realsAreReadBackAsTheSameNumbers() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double number = i % 2 == 0 ? Double.longBitsToDouble(random.nextLong())
                    : random.nextGaussian() * Math.pow(10, random.nextInt(-8, 14));
            if (!Double.isNaN(number)) {
                assertEquals(number, Double.parseDouble(Numbers.real(number)));
            }
        }
    }

    @Test
    void realsOfFourBytesAreShorter() {
        assertEquals("0.1", Numbers.real(0.1f));
        assertEquals("0.10000000149011612", Numbers.real((double) 0.1f));
    }

    @Test
    void roundingKeepsSignificantDigits() {
        assertEquals("0.068", Numbers.rounded(0.06800000000000001, 7));
        assertEquals("1.234568e-20", Numbers.rounded(1.23456789e-20, 7));
    }
}
