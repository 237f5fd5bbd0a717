package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.write.Durability;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.MemorySink;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.RecordCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written has the bytes that `ncgen`, and so the netCDF library, writes for the same definitions and values.
class SameBytesTest {

    static List<String> filesOfNcgen() {
        return Testdata.dataFiles().stream().filter(name -> !name.startsWith("broken/")).toList();
    }

    @ParameterizedTest
    @MethodSource("filesOfNcgen")
    void aCopyHasTheBytesOfTheFile(String name) throws IOException {
        Path path = Testdata.FOLDER.resolve(name);
        byte[] copy;
        long records;
        try (NetcdfFile file = Netcdf.open(path)) {
            FileDefinition definition = FileDefinition.copyOf(file).fill(Fill.VALUES).build();
            MemorySink sink = new MemorySink(name);
            try (NetcdfWriter writer = NetcdfWriter.create(definition, sink, Durability.PROCESS)) {
                RecordCopy copies = RecordCopy.of(file, writer);
                copies.fixed();
                copies.records(0, file.layout().records());
                writer.announce(file.layout().records());
            }
            copy = sink.toByteArray();
        }
        byte[] expected = Files.readAllBytes(path);
        for (int i = 0; i < Math.min(copy.length, expected.length); i++) {
            assertEquals(expected[i], copy[i], "byte " + i + " of " + name);
        }
        assertEquals(expected.length, copy.length);
    }
}
