package dev.exodusii.netcdf;

import static dev.exodusii.netcdf.HeaderBuilder.CHAR;
import static dev.exodusii.netcdf.HeaderBuilder.DOUBLE;
import static dev.exodusii.netcdf.HeaderBuilder.INT;
import static dev.exodusii.netcdf.HeaderBuilder.SHORT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which a bad header misleads a reader, numbered as in `exodus-format` §1.10, and the check against each.
class HostileHeaderTest {

    private static final long LARGEST_INT = Integer.MAX_VALUE;

    private static HeaderBuilder mesh(ContainerFormat format) {
        return HeaderBuilder.of(format).dimension("n", 5).recordDimension("t").records(2).text("title", "cube")
                .variable("a", INT, 0).text("units", "m").variable("b", DOUBLE, 0).variable("r", DOUBLE, 1);
    }

    // 1: list lengths

    @ParameterizedTest
    @CsvSource({"dimensions, dimension", "attributes, attribute", "variables, variable"})
    void check01HugeListIsComparedWithTheBytesThatRemain(String list, String kind) {
        HeaderBuilder builder = mesh(ContainerFormat.CDF_2).withListLength(list, LARGEST_INT);
        int remaining = builder.file().length - builder.position(list) - 4;

        refused(builder, list, kind + " list declares 2147483647 " + kind + "s but only " + remaining
                + " bytes remain");
    }

    @Test
    void check01HugeAttributeListNamesItsVariable() {
        HeaderBuilder builder = mesh(ContainerFormat.CDF_5).withListLength("a.attributes", 1L << 40);

        refused(builder, "a.attributes",
                "variable 'a' (index 0): attribute list declares 1099511627776 attributes but only");
    }

    @ParameterizedTest
    @CsvSource({"CDF_1, 8, 12, 28", "CDF_2, 8, 12, 32", "CDF_5, 16, 20, 48"})
    void check01EachKindOfItemHasALeastSize(ContainerFormat format, int dimension, int attribute, int variable) {
        assertEquals(List.of(dimension, attribute, variable), List.of(format.leastDimensionBytes(),
                format.leastAttributeBytes(), format.leastVariableBytes()));
    }

    @Test
    void check01ListThatFillsTheWholeFileIsAccepted() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf1();
        for (int i = 0; i < 100; i++) {
            builder.variable("", INT);
        }
        assertEquals(100, HeaderBuilder.open(builder.header()).variables().size());
    }

    // 2: lengths of names and attributes

    @ParameterizedTest
    @CsvSource({"CDF_1, 4294967295", "CDF_2, 4294967293", "CDF_5, 9223372036854775807"})
    void check02HugeNameDoesNotOverflowWithItsPadding(ContainerFormat format, long length) {
        HeaderBuilder builder = mesh(format).withNameLength("a", length);

        refused(builder, "a.name", "variable at index 0: name declares " + length + " bytes but only");
    }

    @Test
    void check02NameBeyondReasonIsRefusedEvenIfTheFileIsLongEnough() {
        HeaderBuilder builder = HeaderBuilder.cdf1().dimension("n", 1).withNameLength("n", 20_000_000);

        refused(builder, builder.file(21_000_000), "n.name",
                "dimension at index 0: name declares 20000000 bytes, more than the 16777216 that are accepted");
    }

    @ParameterizedTest
    @CsvSource({"CDF_1, 2147483647, 2", "CDF_2, 4294967295, 6", "CDF_5, 9223372036854775807, 6",
        "CDF_5, 2305843009213693953, 6"})
    void check02HugeAttributeDoesNotOverflowWhenMultiplied(ContainerFormat format, long length, int type) {
        HeaderBuilder builder = HeaderBuilder.of(format).attribute("x", type, length, new byte[8]);

        refused(builder, "x.length", "attribute 'x' (index 0): attribute declares " + length + " values of type");
    }

    // 3: rank

    @Test
    void check03HugeRankIsComparedWithTheBytesThatRemain() {
        HeaderBuilder builder = mesh(ContainerFormat.CDF_2).variable("c", INT, 0).withRank(1 << 20);

        refused(builder, "c.rank", "variable 'c' (index 3): variable declares 1048576 dimensions but only");
    }

    @Test
    void check03RankBeyondThatOfNetcdfIsRefused() {
        HeaderBuilder builder = HeaderBuilder.cdf1().dimension("one", 1).variable("v", INT, new int[1025]);

        refused(builder, "v.rank", "variable declares 1025 dimensions, more than the 1024 that are accepted");
    }

    @Test
    void check03LargestRankIsAccepted() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf1().dimension("one", 1).variable("v", INT, new int[1024]).open();

        assertEquals(1, file.requireVariable("v").view().count());
    }

    // 4: dimension ids

    @ParameterizedTest
    @CsvSource({"CDF_1, 2, 2", "CDF_2, -1, 4294967295", "CDF_5, 99, 99"})
    void check04DimensionIdThatDoesNotExistIsNamed(ContainerFormat format, int id, String shown) {
        refused(mesh(format).variable("c", INT, 0, id), "c.dimension1", "variable 'c' (index 3): dimension id is "
                + shown + ", but the file has 2 dimensions, counted from 0");
    }

    @Test
    void check04NegativeDimensionIdOfCdf5IsNamed() {
        refused(mesh(ContainerFormat.CDF_5).variable("c", INT, -1), "c.dimension0",
                "variable 'c' (index 3): dimension id is 18446744073709551615");
    }

    // 5 and 6: overflow

    @Test
    void check05ProductOfDimensionsDoesNotOverflow() {
        refused(HeaderBuilder.cdf5().dimension("n", 1L << 32).variable("v", DOUBLE, 0, 0), "v.type",
                "variable 'v' (index 0): its dimensions make more bytes than a file can hold: 4294967296, 4294967296");
    }

    @Test
    void check05PaddingDoesNotOverflow() {
        refused(HeaderBuilder.cdf5().dimension("n", Long.MAX_VALUE).variable("v", CHAR, 0), "v.type",
                "its dimensions make more bytes than a file can hold");
    }

    @Test
    void check06SumOfRecordSizesDoesNotOverflow() {
        long half = Long.MAX_VALUE / 4 * 3;
        HeaderBuilder builder = HeaderBuilder.cdf5().recordDimension("t").dimension("n", half)
                .variable("u", CHAR, 0, 1).withBegin(300).variable("v", CHAR, 0, 1).withBegin(300 + half);

        refused(builder, builder.header(), "v.begin", "variable 'v' (index 1): begin is " + (300 + half));
    }

    @Test
    void check06RecordsTimesRecordSizeDoesNotOverflow() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf5().recordDimension("t").variable("v", DOUBLE, 0);
        int header = builder.headerBytes();
        NetcdfFile file = HeaderBuilder.open(builder.records(Long.MAX_VALUE).file(header + 24));

        assertEquals(3, file.layout().records());
        assertEquals(Long.MAX_VALUE, file.layout().dataBytes());
    }

    // 7 and 8: the record dimension

    @ParameterizedTest
    @EnumSource
    void check07SecondDimensionOfLengthZeroIsRefused(ContainerFormat format) {
        refused(HeaderBuilder.of(format).recordDimension("t").recordDimension("u"), "u.length",
                "dimension 'u' (index 1): length is 0, which marks the record dimension, but 't' is that already");
    }

    @Test
    void check08RecordDimensionMustBeTheFirst() {
        refused(mesh(ContainerFormat.CDF_2).variable("c", INT, 0, 1), "c.dimension1",
                "the record dimension 't' can only be the first of a variable, not dimension 1 counted from 0");
    }

    @Test
    void check08RecordDimensionMustNotOccurTwice() {
        refused(mesh(ContainerFormat.CDF_2).variable("c", INT, 1, 1), "c.dimension1",
                "the record dimension 't' can only be the first of a variable");
    }

    // 9: begin

    @ParameterizedTest
    @EnumSource
    void check09BeginInsideTheHeaderIsRefused(ContainerFormat format) {
        HeaderBuilder builder = mesh(format).withBegin(8);

        refused(builder, "r.begin", "variable 'r' (index 2): begin is 8, inside the header of "
                + builder.headerBytes() + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"CDF_2, -8", "CDF_5, -9223372036854775808"})
    void check09NegativeBeginIsRefused(ContainerFormat format, long begin) {
        refused(mesh(format).withBegin(begin), "r.begin",
                "variable 'r' (index 2): begin is " + begin + ", but data cannot begin before the file");
    }

    @Test
    void check09BeginOfCdf1FromTwoGigaOnIsRefused() {
        refused(mesh(ContainerFormat.CDF_1).withBegin(0x8000_0000L), "r.begin",
                "data cannot begin before the file, and CDF-1 has no offsets from 2147483648 on");
    }

    @Test
    void check09ExtentDoesNotOverflow() {
        refused(mesh(ContainerFormat.CDF_5).withBegin(Long.MAX_VALUE - 2), "r.begin",
                "begin is 9223372036854775805, and 8 bytes of data from there on are more than a file can hold");
    }

    @Test
    void check09BeginBehindTheFileMakesTheVariableUnreadable() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("n", 5).variable("a", INT, 0).withBegin(1000);
        NetcdfFile file = HeaderBuilder.open(builder.header());
        int size = builder.header().length;

        assertEquals(List.of(new Finding(Severity.ERROR, FindingCode.TRUNCATED_VARIABLE, "a", "bytes 1000 to 1019 are"
                + " declared but the file ends after " + size + " bytes; its values cannot be read")),
                file.findings());
        var damaged = assertThrows(DamagedDataException.class, () -> file.requireVariable("a").view());
        assertEquals("model.e: a: its values take bytes 1000 to 1019 but the file ends after " + size + " bytes",
                damaged.getMessage());
    }

    @Test
    void check09BeginAtTheEndOfTheFileIsFineWithoutRecords() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().recordDimension("t").variable("time_whole", DOUBLE, 0).open();

        assertEquals(file.layout().fileBytes(), file.requireVariable("time_whole").begin());
        assertEquals(List.of(), file.findings());
    }

    // 10: overlap

    @Test
    void check10FixedVariablesMustNotShareBytes() {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("n", 5).variable("a", INT, 0).withBegin(400)
                .variable("b", INT, 0).withBegin(416);

        refused(builder, builder.file(500), "b.begin",
                "variable 'b' (index 1): bytes 416 to 435 overlap bytes 400 to 419 of variable 'a'");
    }

    @Test
    void check10BeginFourGigaTooLowIsAnOverlap() {
        // The fault of netcdf-c 4.4 to 4.5, which clamped the size of the variable before.
        long huge = 1L << 33;
        HeaderBuilder builder = HeaderBuilder.cdf5().dimension("n", huge).dimension("m", 10).variable("big", CHAR, 0)
                .withBegin(1024).variable("small", SHORT, 1).withBegin(1024 + huge - (1L << 32));

        refused(builder, builder.header(), "small.begin", "variable 'small' (index 1): bytes 4294968320 to 4294968339"
                + " overlap bytes 1024 to 8589935615 of variable 'big'");
    }

    @Test
    void check10FixedVariableMustNotLieAmongTheRecords() {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").records(3).variable("r", DOUBLE, 0)
                .withBegin(400).variable("f", INT).withBegin(420);

        refused(builder, builder.file(500), "f.begin",
                "variable 'f' (index 1): bytes 420 to 423 overlap the 3 records in bytes 400 to 423");
    }

    @Test
    void check10FixedVariableMayLieWhereNoRecordIs() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").variable("r", DOUBLE, 0).withBegin(400)
                .variable("f", INT).withBegin(404);

        assertEquals(List.of(), HeaderBuilder.open(builder.records(0).file(408)).findings());
    }

    @Test
    void check10SlabsOfARecordMustNotShareBytes() {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").records(3).variable("r", DOUBLE, 0)
                .withBegin(400).variable("s", DOUBLE, 0).withBegin(404);

        refused(builder, builder.file(500), "s.begin", "bytes 404 to 411 overlap bytes 400 to 407 of variable 'r'");
    }

    @Test
    void check10GapsAndAnyOrderAreLegal() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("n", 5).recordDimension("t").records(2)
                .variable("late", INT, 0).withBegin(1000).variable("r", DOUBLE, 1).withBegin(400)
                .variable("early", INT, 0).withBegin(300);

        assertEquals(List.of(), HeaderBuilder.open(builder.file(1020)).findings());
    }

    @Test
    void check10ManyVariablesCostNoMoreThanTheyAre() {
        HeaderBuilder builder = HeaderBuilder.cdf1().dimension("n", 5);
        int count = 50_000;
        for (int i = 0; i < count; i++) {
            builder.variable("v" + i, INT, 0).withBegin(100_000_000 - 20 * i);
        }
        byte[] header = builder.header();

        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(count, HeaderBuilder.open(header).variables().size()));
    }

    // 11 and 12

    @Test
    void check11UnalignedVariableIsReadAndReported() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("n", 2).variable("a", INT, 0).withBegin(301);
        NetcdfFile file = HeaderBuilder.open(builder.file(309));

        assertEquals(FindingCode.UNALIGNED_VARIABLE, file.findings().getFirst().code());
        assertArrayEquals(new int[] {0x2D2E2F30, 0x31323334},
                file.requireVariable("a").view().integers().toIntArray());
    }

    @Test
    void check12SlabsMustLieInOneRecord() {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").records(3).variable("r", DOUBLE, 0)
                .withBegin(400).variable("s", DOUBLE, 0).withBegin(412);

        refused(builder, builder.file(500), "s.begin", "variable 's' (index 1): bytes 412 to 419 do not lie in the"
                + " first record, 16 bytes from byte 400 on");
    }

    // 13: types, tags, numbers

    @ParameterizedTest
    @CsvSource({"CDF_1, 7, 6", "CDF_2, 11, 6", "CDF_2, 0, 6", "CDF_5, 12, 11", "CDF_5, -1, 11"})
    void check13TypeThatTheVersionLacksIsRefused(ContainerFormat format, int code, int highest) {
        refused(HeaderBuilder.of(format).variable("v", code), "v.type", "variable 'v' (index 0): type code is "
                + Integer.toUnsignedString(code) + ", but " + format + " has the types 1 to " + highest);
    }

    @Test
    void check13TypeOfAnAttributeIsCheckedToo() {
        refused(HeaderBuilder.cdf2().variable("v", INT).attribute("x", 10, 1, new byte[8]), "x.type",
                "variable 'v' (index 0): attribute 'x' (index 0): type code is 10, but CDF-2 has the types 1 to 6");
    }

    @ParameterizedTest
    @CsvSource({"dimensions, 0x0B, dimension list of length 2 has tag 0xB where 0xA is expected",
        "attributes, 0x0, attribute list of length 1 has tag 0x0 where 0xC is expected",
        "variables, 0x0C, variable list of length 3 has tag 0xC where 0xB is expected"})
    void check13WrongTagIsRefused(String list, String tag, String problem) {
        refused(mesh(ContainerFormat.CDF_1).withListTag(list, Integer.decode(tag)), list + ".tag", problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dimensions", "attributes", "variables"})
    void check13CountOfCdf5BeyondTheLargestNumberIsRefused(String list) {
        refused(mesh(ContainerFormat.CDF_5).withListLength(list, -2), list, "list is 18446744073709551614, more than"
                + " the largest number, 9223372036854775807");
    }

    @Test
    void check13RecordCountOfCdf5BeyondTheLargestNumberIsRefused() {
        refused(mesh(ContainerFormat.CDF_5).records(-2), "records", "number of records is 18446744073709551614");
    }

    // 14: attributes of unexpected type or length

    @Test
    void check14AttributeIsReadWhateverItsTypeAndLength() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2()
                .attribute("title", DOUBLE, 1, ByteBuffer.allocate(8).putDouble(7).array())
                .text("int64_status", "x".repeat(1_000_000)).text("empty", "").open();

        assertEquals(Optional.empty(), file.attribute("title").orElseThrow().text());
        assertEquals(OptionalLong.of(7), file.attribute("title").orElseThrow().integer());
        assertEquals(OptionalLong.empty(), file.attribute("int64_status").orElseThrow().integer());
        assertEquals(1_000_000, file.attribute("int64_status").orElseThrow().text().orElseThrow().length());
        assertEquals(Optional.of(""), file.attribute("empty").orElseThrow().text());
    }

    // 15: dimensions that nothing uses

    @Test
    void check15HugeDimensionThatNoVariableUsesCostsNothing() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().dimension("num_elem", 4_000_000_000L).open();

        assertEquals(List.of(), file.findings());
        assertEquals(48, file.layout().dataBytes());
    }

    @Test
    void check15VariableThatClaimsMoreThanTheFileHoldsIsNotHandedOut() throws Exception {
        byte[] header = HeaderBuilder.cdf2().dimension("num_elem", 4_000_000_000L).variable("map", INT, 0).header();
        Variable map = HeaderBuilder.open(header).requireVariable("map");

        assertFalse(map.isComplete());
        assertThrows(DamagedDataException.class, map::view);
    }

    // 16 and 17 are about the values of Exodus index arrays: the model's affair.

    // 18: records and names

    @Test
    void check18HugeRecordCountIsLimitedByTheFile() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf1().recordDimension("t").variable("v", CHAR, 0);
        NetcdfFile file = HeaderBuilder.open(builder.records(0xFFFF_FFFEL).file(builder.headerBytes() + 5));

        assertEquals(5, file.requireDimension("t").length());
        assertEquals(5, file.requireVariable("v").view().count());
    }

    @Test
    void check18NulInsideANameIsRefused() {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("num\0x", 3);

        var refused = assertThrows(ExodusFormatException.class, builder::open);

        assertEquals("model.e: dimension at index 0: name 'num\\u0000x' contains a NUL byte (at byte 23)",
                refused.getMessage());
    }

    @Test
    void check18DuplicateNameFindsTheFirst() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().dimension("n", 3).dimension("n", 4).text("x", "1").text("x", "2")
                .variable("v", INT, 0).text("y", "3").text("y", "4").variable("v", INT, 1).open();

        assertEquals(3, file.requireDimension("n").length());
        assertEquals(0, file.requireVariable("v").index());
        assertEquals(Optional.of("1"), file.attribute("x").flatMap(Attribute::text));
        assertEquals(List.of(":x", "v:y", "n", "v"), file.findings().stream().map(Finding::place).toList());
        assertTrue(file.findings().stream().allMatch(finding -> finding.code() == FindingCode.DUPLICATE_NAME));
    }

    @Test
    void check18DuplicateNameFindsTheFirstAmongMany() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2();
        for (int i = 0; i < 100; i++) {
            builder.dimension("n" + i % 50, 1000 + i);
        }
        NetcdfFile file = builder.open();

        assertEquals(1049, file.requireDimension("n49").length());
        assertEquals(50, file.findings().size());
    }

    // 19: the size that was checked is the size that is read

    @Test
    void check19SegmentIsTakenFromTheSourceOnce() throws Exception {
        MemorySegment whole = MemorySegment.ofArray(mesh(ContainerFormat.CDF_2).file());
        ByteSource shrinking = new ByteSource() {
            private MemorySegment next = whole;

            @Override
            public String name() {
                return "model.e";
            }

            @Override
            public MemorySegment segment() {
                MemorySegment current = next;
                next = MemorySegment.ofArray(new byte[1]);
                return current;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {
                // Nothing to release.
            }
        };

        assertEquals(5, NetcdfFile.open(shrinking).requireVariable("b").view().count());
    }

    // 20: text

    @Test
    void check20TextThatIsNotUtf8IsReadAsLatin1() throws Exception {
        byte[] text = {'A', (byte) 0xE9, 'B', 27, '[', 0, 'z'};
        NetcdfFile file = HeaderBuilder.cdf2().attribute("title", CHAR, text.length, text).open();

        assertEquals(Optional.of("A\u00e9B\u001b["), file.attribute("title").orElseThrow().text());
    }

    @Test
    void check20ControlCharactersOfANameAreEscapedInMessages() {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("n", 5).variable("a\u001b[2J", INT, 9);

        var refused = assertThrows(ExodusFormatException.class, builder::open);

        assertTrue(refused.getMessage().startsWith("model.e: variable 'a\\u001b[2J' (index 0)"), refused::getMessage);
    }

    private static void refused(HeaderBuilder builder, String field, String problem) {
        refused(builder, builder.file(), field, problem);
    }

    private static void refused(HeaderBuilder builder, byte[] file, String field, String problem) {
        var refused = assertThrows(ExodusFormatException.class, () -> HeaderBuilder.open(file));

        assertTrue(refused.getMessage().startsWith("model.e: "), refused::getMessage);
        assertTrue(refused.getMessage().contains(problem), refused::getMessage);
        assertEquals(Fault.CORRUPT_HEADER, refused.fault());
        assertEquals(builder.position(field), refused.offset(), refused::getMessage);
    }
}
