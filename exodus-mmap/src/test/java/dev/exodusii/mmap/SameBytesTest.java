package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.Durability;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.MemorySink;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.RecordCopy;
import dev.exodusii.netcdf.write.Region;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.netcdf.write.VariableDefinition;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written has the bytes that `ncgen`, and so the netCDF library, writes for the same definitions and values.
class SameBytesTest {

    /// Made by a script, byte by byte, to be what the netCDF library does not write; `plate-i64.e` has leftovers of the
    /// memory of `nccopy` in its padding.
    private static final Set<String> NOT_OF_NCGEN = Set.of("attributes", "empty-absent", "empty-page", "empty-tagged",
            "header-gap", "nan-payloads", "no-last-padding", "no-last-padding-record", "padding-garbage", "permuted",
            "records-without-variables", "size-field-ones", "size-field-wrong", "trailing", "plate-i64.e", "wide-types");

    static List<String> filesOfNcgen() {
        return Testdata.dataFiles().stream().filter(name -> !name.startsWith("broken/") && !name.startsWith("odd/")
                && !NOT_OF_NCGEN.contains(name.replaceAll("classic/|\\.cdf.\\.nc", ""))).toList();
    }

    @Test
    void thereAreFilesOfNcgen() {
        assertTrue(filesOfNcgen().size() > 70, () -> filesOfNcgen().toString());
    }

    @ParameterizedTest
    @MethodSource("filesOfNcgen")
    void aCopyHasTheBytesOfTheFile(String name) throws IOException {
        byte[] expected = Files.readAllBytes(Testdata.FOLDER.resolve(name));
        assertSame(expected, copy(name, true, Fill.VALUES));
    }

    /// `nccopy` does not fill.
    @ParameterizedTest
    @ValueSource(strings = {"classic/wide-types.cdf5.nc", "wide-ids.e"})
    void aCopyWithoutFillValuesHasTheBytesThatNccopyWrites(String name) throws IOException {
        byte[] expected = Files.readAllBytes(Testdata.FOLDER.resolve(name));
        assertSame(expected, copy(name, true, Fill.NONE));
    }

    /// The same again, but values that are fill values are not put: the writer has to fill.
    @ParameterizedTest
    @MethodSource("filesOfNcgen")
    void soHasACopyInWhichFillValuesAreNotPut(String name) throws IOException {
        byte[] expected = Files.readAllBytes(Testdata.FOLDER.resolve(name));
        assertSame(expected, copy(name, false, Fill.VALUES));
    }

    private static byte[] copy(String name, boolean putsAll, Fill fill) throws IOException {
        try (NetcdfFile file = Netcdf.open(Testdata.FOLDER.resolve(name))) {
            FileDefinition definition = FileDefinition.copyOf(file).fill(fill).build();
            MemorySink sink = new MemorySink(name);
            try (NetcdfWriter writer = NetcdfWriter.create(definition, sink, Durability.PROCESS)) {
                if (putsAll) {
                    RecordCopy copy = RecordCopy.of(file, writer);
                    copy.fixed();
                    copy.records(0, file.layout().records());
                } else {
                    putAllButFill(file, writer);
                }
                writer.announce(file.layout().records());
            }
            return sink.toByteArray();
        }
    }

    private static void putAllButFill(NetcdfFile file, NetcdfWriter writer) throws IOException {
        for (Variable variable : file.variables()) {
            VariableDefinition to = writer.definition().variables().get(variable.index());
            long slabs = variable.isRecord() ? file.layout().records() : 1;
            for (long slab = 0; slab < slabs; slab++) {
                ArrayView view = variable.isRecord() ? variable.view().select(0, slab) : variable.view();
                MemorySegment raw = view.rawSegment().orElseThrow();
                byte[] fill = fill(variable);
                boolean isFill = true;
                for (int i = 0; i < raw.byteSize(); i++) {
                    isFill &= raw.get(ValueLayout.JAVA_BYTE, i) == fill[i % fill.length];
                }
                boolean isLast = variable.isRecord() && slab == slabs - 1;
                if (!isFill || isLast) {
                    writer.put(to, variable.isRecord() ? Region.record(slab) : Region.all(), Values.of(view));
                }
            }
        }
    }

    private static byte[] fill(Variable variable) {
        return variable.attribute("_FillValue").map(AttributeDefinition::of).map(AttributeDefinition::storedBytes)
                .orElseGet(() -> RandomFile.fill(variable.type()));
    }

    private static void assertSame(byte[] expected, byte[] written) {
        for (int i = 0; i < Math.min(written.length, expected.length); i++) {
            assertEquals(expected[i], written[i], "byte " + i);
        }
        // What lies behind the data, where there are none, is a page of ncgen's own.
        assertTrue(expected.length == written.length || expected.length == 4096 && written.length < 4096,
                () -> expected.length + " and " + written.length + " bytes");
    }

    /// Not by way of what the reader found: all is defined here as in `cdl/classic/records-first.cdl`.
    @Test
    void definitionsInCodeGiveTheBytesOfTheSameDefinitionsInAText() throws IOException {
        FileDefinition definition = FileDefinition.builder().dimension("n", 2).recordDimension("step").dimension("m", 3)
                .variable("time", ElementType.DOUBLE, List.of("step")).variable("a", ElementType.INT, List.of("n"))
                .variable("v1", ElementType.DOUBLE, List.of("step", "m")).variable("b", ElementType.INT, List.of("m"))
                .variable("v2", ElementType.DOUBLE, List.of("step", "n"))
                .variable("name", ElementType.CHAR, List.of("n", "m"))
                .variable("v3", ElementType.FLOAT, List.of("step")).fill(Fill.VALUES).build();
        MemorySink sink = new MemorySink("records-first");
        try (NetcdfWriter writer = NetcdfWriter.create(definition, sink, Durability.DEVICE)) {
            writer.put(writer.variable("b"), Values.of(3, 4, 5));
            writer.put(writer.variable("a"), Values.of(1L, 2L));
            writer.put(writer.variable("name"), Values.text(List.of("ab", "xyz"), 3));
            for (int step = 0; step < 3; step++) {
                writer.put(writer.variable("time"), step, Values.of((step + 1) * 0.25f));
                writer.put(writer.variable("v1"), step, Values.of(step * 3 + 1, step * 3 + 2, step * 3 + 3));
                writer.put(writer.variable("v2"), step, Values.of(step * 20 + 10.0, step * 20 + 20.0));
                writer.put(writer.variable("v3"), step, Values.of(step + 1.0));
                writer.announce(step + 1);
            }
        }
        assertArrayEquals(Files.readAllBytes(Path.of(Testdata.FOLDER + "/classic/records-first.cdf2.nc")),
                sink.toByteArray());
    }
}
