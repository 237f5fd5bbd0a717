package dev.exodusii.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where stored bytes differ: what [MemorySegment#mismatch(MemorySegment)] would say.
class StoredBytesTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 4095, 4096, 4097, 12_288, 20_001})
    void equalBytesDoNotDiffer(int size) {
        assertEquals(-1, StoredBytes.mismatch(bytes(size), bytes(size)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4099, 8191, 8192, 20_000})
    void theFirstDifferentByteIsFound(int place) {
        MemorySegment one = bytes(20_001);
        MemorySegment other = bytes(20_001);
        flip(other, place);
        flip(other, 20_000 - (20_000 - place) / 2);
        assertEquals(one.mismatch(other), StoredBytes.mismatch(one, other));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 4096, 9000})
    void bytesThatGoOnDifferWhereTheOthersEnd(int size) {
        assertEquals(size, StoredBytes.mismatch(bytes(size), bytes(9001)));
    }

    private static MemorySegment bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return MemorySegment.ofArray(bytes);
    }

    private static void flip(MemorySegment bytes, int place) {
        byte[] array = (byte[]) bytes.heapBase().orElseThrow();
        array[place] ^= 1;
    }
}
