package dev.exodusii.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExodusFormatExceptionTest {

    @Test
    void messageSaysFileProblemPlaceAndWayOut() {
        var exception = new ExodusFormatException(
                Fault.CORRUPT_HEADER, "crash.e", 8, "the tag is 0x0E, not 0x0A", "copy the file again");

        assertEquals("crash.e: the tag is 0x0E, not 0x0A (at byte 8); copy the file again", exception.getMessage());
    }

    @Test
    void messageNamesNoByteWhereTheTroubleHasNoSinglePlace() {
        var exception = new ExodusFormatException(Fault.EMPTY_FILE, "crash.e", -1, "the file is empty", "");

        assertEquals("crash.e: the file is empty", exception.getMessage());
    }
}
