package dev.exodusii.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void shareAndRestAreTold() {
        assertEquals("reading  [############------------]  50 %  1.6 GB  800.0 MB/s  2 s left",
                Progress.line("reading", 1_600_000_000L, 3_200_000_000L, 2_000_000_000L));
    }

    @Test
    void workOfUnknownSizeHasNoShare() {
        assertEquals("writing  1.6 GB  800.0 MB/s  2 s", Progress.line("writing", 1_600_000_000L, 0, 2_000_000_000L));
    }

    @Test
    void moreThanThereIsIsAllOfIt() {
        assertEquals("reading  [########################]  100 %  2.0 GB  1.0 GB/s  0 s left",
                Progress.line("reading", 2_000_000_000L, 1_000_000_000L, 2_000_000_000L));
    }
}
