package dev.exodusii.netcdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Values that are made of others while they are put: a constant added, each n-th taken.
class DerivedValuesTest {

    private static final int MANY = 3 * Conversion.PIECE + 5;

    private static long[] stored(Values values, ElementType type) throws IOException {
        FileDefinition definition = FileDefinition.builder().dimension("n", values.size())
                .variable("v", type, List.of("n")).build();
        MemorySink sink = new MemorySink("derived.nc");
        try (NetcdfWriter writer = NetcdfWriter.create(definition, sink, Durability.PROCESS)) {
            writer.put(writer.variable("v"), values);
            writer.commit();
        }
        try (NetcdfFile file = NetcdfFile.parse(MemorySegment.ofArray(sink.toByteArray()), "derived.nc")) {
            return file.requireVariable("v").view().integers().toArray();
        }
    }

    @Test
    void aConstantIsAdded() throws IOException {
        int[] indexes = IntStream.range(0, MANY).toArray();

        assertArrayEquals(IntStream.rangeClosed(1, MANY).asLongStream().toArray(),
                stored(Values.of(indexes).plus(1), ElementType.INT));
        assertArrayEquals(new long[] {5_003, 5_004}, stored(Values.of(indexes).plus(3).slice(5_000, 2), ElementType.INT64));
    }

    @Test
    void aSumThatDoesNotFitIsRefused() {
        ArithmeticException narrow = assertThrows(ArithmeticException.class,
                () -> stored(Values.of(1, Integer.MAX_VALUE).plus(1), ElementType.INT));
        assertTrue(String.valueOf(narrow.getMessage()).contains("2147483648"), narrow.getMessage());
        ArithmeticException wide = assertThrows(ArithmeticException.class,
                () -> stored(Values.of(Long.MAX_VALUE).plus(1), ElementType.INT64));
        assertTrue(String.valueOf(wide.getMessage()).contains("at index 0 plus 1"), wide.getMessage());
    }

    @Test
    void eachOfSeveralIsTaken() throws IOException {
        int[] interleaved = IntStream.range(0, 3 * MANY).toArray();
        Values second = Values.of(interleaved).every(3, 1);

        assertEquals(MANY, second.size());
        assertArrayEquals(IntStream.range(0, MANY).mapToLong(i -> 3L * i + 1).toArray(),
                stored(second, ElementType.INT));
        assertArrayEquals(new long[] {2, 5}, stored(Values.of(0, 1, 2, 3, 4, 5, 6, 7).every(3, 2), ElementType.INT));
        assertThrows(IllegalArgumentException.class, () -> second.every(0, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> second.every(2, 2));
    }
}
