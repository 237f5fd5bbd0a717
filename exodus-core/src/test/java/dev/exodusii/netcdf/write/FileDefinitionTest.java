package dev.exodusii.netcdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.view.ElementType;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A definition chooses its format, keeps its limits, and lays out the file as the netCDF library does.
class FileDefinitionTest {

    private static String refused(Runnable definition) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, definition::run).getMessage());
    }

    @Test
    void theFormatIsCdf2() {
        FileDefinition definition = FileDefinition.builder().dimension("n", 3)
                .variable("x", ElementType.DOUBLE, List.of("n")).build();
        assertEquals(ContainerFormat.CDF_2, definition.format());
        assertEquals("it is the default", definition.formatReason());
    }

    @Test
    void anIntegerOf64BitsMakesItCdf5() {
        FileDefinition definition = FileDefinition.builder().dimension("n", 3)
                .variable("ids", ElementType.INT64, List.of("n")).build();
        assertEquals(ContainerFormat.CDF_5, definition.format());
        assertEquals("variable ids is of type int64, which CDF-2 does not allow", definition.formatReason());
    }

    @Test
    void soDoesAnAttribute() {
        FileDefinition definition = FileDefinition.builder()
                .attribute(AttributeDefinition.integers("big", ElementType.UINT64, -1)).build();
        assertEquals("attribute big is of type uint64, which CDF-2 does not allow", definition.formatReason());
    }

    @Test
    void soDoesASlabThatIsNotTheLast() {
        FileDefinition definition = FileDefinition.builder().dimension("n", 536_870_912)
                .variable("a", ElementType.DOUBLE, List.of("n")).variable("b", ElementType.INT, List.of("n")).build();
        assertEquals(ContainerFormat.CDF_5, definition.format());
        assertEquals("variable a takes 4294967296 bytes, above 4294967292, which CDF-2 does not allow",
                definition.formatReason());
    }

    @Test
    void theLastFixedVariableMayHaveAnySizeUnlessRecordsFollow() {
        DefinitionBuilder builder = FileDefinition.builder().dimension("n", 536_870_912).recordDimension("t")
                .variable("b", ElementType.INT, List.of()).variable("a", ElementType.DOUBLE, List.of("n"));
        assertEquals(ContainerFormat.CDF_2, builder.build().format());
        builder.variable("r", ElementType.INT, List.of("t"));
        assertEquals(ContainerFormat.CDF_5, builder.build().format());
    }

    @Test
    void aFormatThatWasAskedForIsNotChanged() {
        DefinitionBuilder builder = FileDefinition.builder().format(ContainerFormat.CDF_2)
                .variable("ids", ElementType.INT64, List.of());
        assertEquals("CDF-2 cannot hold this: variable ids is of type int64; CDF-5 can", refused(builder::build));
    }

    @Test
    void inCdf1NothingMayStartBeyond2Gigabytes() {
        DefinitionBuilder builder = FileDefinition.builder().format(ContainerFormat.CDF_1).dimension("n", 250_000_000)
                .variable("a", ElementType.DOUBLE, List.of("n")).variable("b", ElementType.DOUBLE, List.of("n"));
        assertEquals(ContainerFormat.CDF_1, builder.build().format());
        builder.variable("c", ElementType.INT, List.of());
        assertTrue(refused(builder::build).startsWith("variable c would start at byte 4000000"), refused(builder::build));
    }

    @Test
    void whatNoFileHoldsIsRefusedAtOnce() {
        DefinitionBuilder builder = FileDefinition.builder().dimension("n", Long.MAX_VALUE / 4);
        assertEquals("variable 'a': its dimensions make more bytes than a file can hold",
                refused(() -> builder.variable("a", ElementType.DOUBLE, List.of("n", "n"))));
        builder.variable("a", ElementType.BYTE, List.of("n")).variable("b", ElementType.SHORT, List.of("n"))
                .variable("c", ElementType.SHORT, List.of("n"));
        assertEquals("the variables are more than a file can hold", refused(builder::build));
    }

    /// The headers that ncgen of netCDF 4.9.0 wrote for the same definitions.
    @Test
    void sizesThatTheHeaderCannotSayAreMarked() {
        assertHeader(FileDefinition.builder().dimension("n", 700_000_000).dimension("m", 3).recordDimension("t")
                .variable("a", ElementType.INT, List.of("m")).variable("s", ElementType.SHORT, List.of("t", "m"))
                .variable("z", ElementType.DOUBLE, List.of("t", "n")).build(),
                "43444602000000000000000a00000003000000016e00000029b92700000000016d0000000000000300000001740000000000000000"
                + "000000000000000000000b00000003000000016100000000000001000000010000000000000000000000040000000c0000000000"
                + "0000c400000001730000000000000200000002000000010000000000000000000000030000000800000000000000d0000000017a"
                + "000000000000020000000200000000000000000000000000000006ffffffff00000000000000d8");
        assertHeader(FileDefinition.builder().format(ContainerFormat.CDF_1).dimension("n", 500_000_000).dimension("m", 3)
                .variable("a", ElementType.INT, List.of("m")).variable("z", ElementType.DOUBLE, List.of("n")).build(),
                "43444601000000000000000a00000002000000016e0000001dcd6500000000016d0000000000000300000000000000000000000b00"
                + "000002000000016100000000000001000000010000000000000000000000040000000c00000080000000017a0000000000000100"
                + "000000000000000000000000000006ee6b28000000008c");
    }

    private static void assertHeader(FileDefinition definition, String hex) {
        assertEquals(hex, HexFormat.of().formatHex(definition.header(0)));
    }

    @Test
    void aSingleRecordVariableIsNotPadded() {
        DefinitionBuilder builder = FileDefinition.builder().dimension("n", 3).recordDimension("t")
                .variable("r", ElementType.BYTE, List.of("t", "n"));
        assertEquals(3, builder.build().layout().recordStride());
        assertEquals(8, builder.variable("q", ElementType.BYTE, List.of("t")).build().layout().recordStride());
    }

    /// What `nc__enddef(id, 1000, 512, 12, 64)` of netCDF 4.9.0 made, a file of 1600 bytes.
    @Test
    void spaceIsLeftWhereItIsAskedFor() {
        FileDefinition definition = FileDefinition.builder().dimension("n", 3).recordDimension("t")
                .variable("x", ElementType.DOUBLE, List.of("n")).variable("r", ElementType.INT, List.of("t"))
                .headerPadding(1_000).dataAlignment(512).recordPadding(10).recordAlignment(64).build();
        assertHeader(definition, "43444602000000000000000a00000002000000016e000000000000030000000174000000000000000000000000"
                + "0000000000000b0000000200000001780000000000000100000000000000000000000000000006000000180000000000000600"
                + "00000001720000000000000100000001000000000000000000000004000000040000000000000640");
        assertEquals(1_600, definition.layout().recordStart());
        assertEquals(1_600, definition.layout().fileBytes(0));
    }

    @Test
    void spaceIsAskedForInNumbersThatMakeSense() {
        assertEquals("-1 bytes cannot be left free", refused(() -> FileDefinition.builder().headerPadding(-1)));
        assertEquals("data cannot be aligned to 6 bytes: must be a positive multiple of 4",
                refused(() -> FileDefinition.builder().dataAlignment(6)));
    }

    @ParameterizedTest
    @CsvSource({"'', the name of the variable is empty", "a/b, the name of the variable 'a/b' may hold neither slashes nor",
        "-a, the name of the variable '-a' must begin with a letter", "'a ', the name of the variable 'a ' may not end with"})
    void namesThatNetcdfRefusesAreRefused(String name, String message) {
        String problem = refused(() -> FileDefinition.builder().variable(name, ElementType.INT, List.of()));
        assertTrue(problem.startsWith(message), problem);
    }

    @Test
    void aNameHas256BytesAtMost() {
        FileDefinition.builder().dimension("ä".repeat(128), 1);
        assertEquals("the name of the dimension '" + "ä".repeat(80) + "...' has 258 bytes in UTF-8, more than the 256 that"
                + " netCDF allows", refused(() -> FileDefinition.builder().dimension("ä".repeat(129), 1)));
    }

    @Test
    void namesAreStoredInNormalFormAndFoundInAnyForm() {
        FileDefinition definition = FileDefinition.builder().dimension("e\u0301", 2)
                .variable("e\u0301", ElementType.INT, List.of("e\u0301")).build();
        assertEquals("\u00e9", definition.requireVariable("e\u0301").name());
        assertEquals("\u00e9", definition.requireVariable("\u00e9").name());
    }

    @Test
    void namesOccurOnce() {
        DefinitionBuilder builder = FileDefinition.builder().dimension("n", 1).variable("n", ElementType.INT, List.of());
        assertEquals("there is a dimension 'n' already", refused(() -> builder.dimension("n", 2)));
        assertEquals("there is a variable 'n' already",
                refused(() -> builder.variable("n", ElementType.INT, List.of())));
        assertEquals("the record dimension is 't'; there cannot be another one",
                refused(() -> builder.recordDimension("t").recordDimension("u")));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aDimensionHasALength(long length) {
        assertEquals("dimension 'n' has length " + length + ": must be at least 1",
                refused(() -> FileDefinition.builder().dimension("n", length)));
    }

    @Test
    void theRecordDimensionComesFirst() {
        DefinitionBuilder builder = FileDefinition.builder().dimension("n", 1).recordDimension("t");
        assertEquals("variable 'x': the record dimension 't' can only be the first",
                refused(() -> builder.variable("x", ElementType.INT, List.of("n", "t"))));
        assertEquals("variable 'x': the record dimension 't' can only be the first",
                refused(() -> builder.variable("x", ElementType.INT, List.of("t", "t"))));
    }

    @Test
    void aDimensionThatDoesNotExistIsNamedWithThoseThatDo() {
        DefinitionBuilder builder = FileDefinition.builder().dimension("num_nodes", 1);
        NoSuchElementException missing = assertThrows(NoSuchElementException.class,
                () -> builder.variable("x", ElementType.INT, List.of("num_node")));
        assertEquals("variable 'x': no dimension 'num_node' is defined; did you mean 'num_nodes'?",
                missing.getMessage());
    }

    @Test
    void anAttributeOfTheSameNameIsReplacedInItsPlace() {
        FileDefinition definition = FileDefinition.builder().attribute(AttributeDefinition.text("title", "old"))
                .attribute(AttributeDefinition.ints("count", 1)).attribute(AttributeDefinition.text("title", "new title"))
                .variable("v", ElementType.INT, List.of(), AttributeDefinition.text("units", "m"))
                .attribute("v", AttributeDefinition.text("units", "km")).build();
        assertEquals("[char title[9], int count[1]]", definition.attributes().toString());
        assertArrayEquals(new byte[] {'k', 'm'},
                definition.requireVariable("v").attribute("units").orElseThrow().storedBytes());
    }
}
