package dev.exodusii.netcdf;

import static dev.exodusii.netcdf.HeaderBuilder.CHAR;
import static dev.exodusii.netcdf.HeaderBuilder.DOUBLE;
import static dev.exodusii.netcdf.HeaderBuilder.INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.ElementType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The grammar of the header, with what is legal though unusual.
class HeaderParserTest {

    private static HeaderBuilder small(ContainerFormat format) {
        return HeaderBuilder.of(format).dimension("num_nodes", 5).recordDimension("time_step").records(2)
                .text("title", "cube").variable("time_whole", DOUBLE, 1).variable("coordx", DOUBLE, 0)
                .text("units", "m").variable("info", CHAR, 0);
    }

    @ParameterizedTest
    @EnumSource
    void dimensionsKeepTheirOrder(ContainerFormat format) throws Exception {
        assertEquals(List.of(new Dimension(0, "num_nodes", 5, false), new Dimension(1, "time_step", 2, true)),
                small(format).open().dimensions());
    }

    @ParameterizedTest
    @EnumSource
    void variablesKeepTheirOrder(ContainerFormat format) throws Exception {
        assertEquals(List.of("double time_whole(time_step = 2)", "double coordx(num_nodes = 5)",
                "char info(num_nodes = 5)"),
                small(format).open().variables().stream().map(Variable::toString).toList());
    }

    @ParameterizedTest
    @EnumSource
    void attributesBelongToTheFileOrToAVariable(ContainerFormat format) throws Exception {
        NetcdfFile file = small(format).open();

        assertEquals(Optional.of("cube"), file.attribute("title").flatMap(Attribute::text));
        assertEquals(Optional.of("m"), file.requireVariable("coordx").attribute("units").flatMap(Attribute::text));
        assertEquals(Optional.empty(), file.attribute("units"));
    }

    @ParameterizedTest
    @CsvSource({"CDF_1, 240", "CDF_2, 252", "CDF_5, 360"})
    void headerSizeIsCounted(ContainerFormat format, long bytes) throws Exception {
        assertEquals(bytes, small(format).open().layout().headerBytes());
    }

    @ParameterizedTest
    @EnumSource
    void namesAndAttributesArePaddedToFourBytesInAllVersions(ContainerFormat format) throws Exception {
        int empty = HeaderBuilder.of(format).dimension("", 1).header().length;

        assertEquals(empty + 4, HeaderBuilder.of(format).dimension("x", 1).open().layout().headerBytes());
    }

    @ParameterizedTest
    @EnumSource
    void paddingMayHoldAnything(ContainerFormat format) throws Exception {
        assertEquals(List.of(), small(format).withGarbageInPadding().open().findings());
    }

    @ParameterizedTest
    @EnumSource
    void emptyListMayHaveTheTagOfItsKind(ContainerFormat format) throws Exception {
        NetcdfFile file = HeaderBuilder.of(format).withListTag("dimensions", 0x0A).withListTag("attributes", 0x0C)
                .withListTag("variables", 0x0B).open();

        assertEquals(List.of(), file.findings());
        assertEquals(List.of(), file.variables());
    }

    @Test
    void emptyListWithTheTagOfAnotherKindIsReported() throws Exception {
        Finding finding = onlyFinding(HeaderBuilder.cdf2().withListTag("attributes", 0x0A).open());

        assertEquals(FindingCode.UNEXPECTED_TAG, finding.code());
    }

    @Test
    void headerMayBeFollowedByPaddingOnly() throws Exception {
        assertEquals(List.of(), HeaderBuilder.open(HeaderBuilder.cdf1().file(4096)).findings());
    }

    @ParameterizedTest
    @EnumSource
    void headerCutAnywhereIsCutShort(ContainerFormat format) {
        byte[] header = small(format).header();
        for (int length = 4; length < header.length; length++) {
            byte[] cut = Arrays.copyOf(header, length);

            var refused = assertThrows(ExodusFormatException.class, () -> HeaderBuilder.open(cut));

            assertEquals(Fault.TRUNCATED_HEADER, refused.fault(), () -> refused.getMessage());
            assertTrue(refused.offset() <= length, () -> refused.getMessage());
        }
    }

    @Test
    void cutFieldIsNamedWithItsVariable() {
        HeaderBuilder builder = small(ContainerFormat.CDF_2);
        byte[] cut = Arrays.copyOf(builder.header(), builder.position("info.begin") + 3);

        var refused = assertThrows(ExodusFormatException.class, () -> HeaderBuilder.open(cut));

        assertEquals("model.e: variable 'info' (index 2): begin takes 8 bytes but only 3 remain (at byte 244); the"
                + " file is cut short or damaged: get a fresh copy", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, BYTE", "2, CHAR", "3, SHORT", "4, INT", "5, FLOAT", "6, DOUBLE", "7, UBYTE", "8, USHORT", "9, UINT",
        "10, INT64", "11, UINT64"})
    void typeCodesOfCdf5(int code, ElementType type) throws Exception {
        assertEquals(type, HeaderBuilder.cdf5().variable("v", code).open().requireVariable("v").type());
    }

    @Test
    void dimensionOfCdf2MayExceedTwoGiga() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().dimension("n", 4294967292L).open();

        assertEquals(4294967292L, file.requireDimension("n").length());
    }

    @Test
    void dimensionOfCdf5MayExceedFourGiga() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf5().dimension("n", 1L << 40).open();

        assertEquals(1L << 40, file.requireDimension("n").length());
    }

    // Names

    @Test
    void nameIsUtf8() throws Exception {
        assertTrue(HeaderBuilder.cdf2().dimension("Länge", 3).open().dimension("Länge").isPresent());
    }

    @Test
    void nameThatIsNotUtf8IsLatin1() throws Exception {
        byte[] name = "Länge".getBytes(StandardCharsets.ISO_8859_1);

        NetcdfFile file = HeaderBuilder.cdf2().dimension(name, 3).open();

        assertEquals(3, file.requireDimension("Länge").length());
        assertEquals(List.of(new Finding(Severity.INFO, FindingCode.UNUSUAL_NAME, "Länge",
                "the name of the dimension at index 0 is not UTF-8 and read as ISO-8859-1")), file.findings());
    }

    @Test
    void nulsAtTheEndOfANameAreDropped() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().dimension("len\0\0", 3).open();

        assertEquals(3, file.requireDimension("len").length());
        assertEquals(List.of(new Finding(Severity.INFO, FindingCode.UNUSUAL_NAME, "len",
                "the name of the dimension at index 0 is stored with NULs at its end, which are dropped")),
                file.findings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "'';        is empty",
        "'a/b';     contains a slash",
        "'a\tb';    contains control characters",
        "'ab ';     ends with a blank"
    })
    void oddNameIsReportedAndUsable(String name, String oddity) throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().dimension(name, 3).open();

        assertEquals(3, file.requireDimension(name).length());
        assertEquals(new Finding(Severity.INFO, FindingCode.UNUSUAL_NAME, name,
                "the name of the dimension at index 0 " + oddity), onlyFinding(file));
    }

    @ParameterizedTest
    @CsvSource({"api version", "9lives", "a.b-c@d+e", "Ω", "x y"})
    void otherUncommonNamesAreNotWorthAMention(String name) throws Exception {
        assertEquals(List.of(), HeaderBuilder.cdf2().dimension(name, 3).open().findings());
    }

    @Test
    void sameNameInDifferentScopesIsNoDuplicate() throws Exception {
        assertEquals(List.of(), HeaderBuilder.cdf2().dimension("x", 3).text("x", "1").variable("x", INT, 0)
                .text("x", "2").open().findings());
    }

    @Test
    void listsNoMoreThanAHundredFindingsOfAKind() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2();
        for (int i = 0; i < 250; i++) {
            builder.dimension("a/" + i, 1);
        }
        List<Finding> findings = builder.open().findings();

        assertEquals(101, findings.size());
        assertEquals("150 more findings of this kind are not listed", findings.getLast().message());
    }

    // The size field

    @ParameterizedTest
    @CsvSource({"CDF_1, 20", "CDF_2, 20", "CDF_5, 20"})
    void sizeFieldThatDisagreesIsReportedAndIgnored(ContainerFormat format, long bytes) throws Exception {
        NetcdfFile file = HeaderBuilder.of(format).dimension("n", 5).variable("v", INT, 0).withSizeField(7).open();

        assertEquals(bytes, file.requireVariable("v").recordBytes());
        assertEquals(FindingCode.SIZE_FIELD_MISMATCH, onlyFinding(file).code());
    }

    @ParameterizedTest
    @CsvSource({"CDF_2, 4294967295", "CDF_5, 4294967295", "CDF_5, -1"})
    void sizeFieldOfAHugeVariableMayBeTheMarker(ContainerFormat format, long marker) throws Exception {
        byte[] header = HeaderBuilder.of(format).dimension("n", 1L << 30).variable("v", DOUBLE, 0).withSizeField(marker)
                .header();

        assertEquals(List.of(FindingCode.TRUNCATED_VARIABLE),
                HeaderBuilder.open(header).findings().stream().map(Finding::code).toList());
    }

    @ParameterizedTest
    @CsvSource({"CDF_2, 4294967295", "CDF_5, -1"})
    void sizeFieldOfASmallVariableMayNotBeTheMarker(ContainerFormat format, long marker) throws Exception {
        NetcdfFile file = HeaderBuilder.of(format).variable("v", INT).withSizeField(marker).open();

        assertEquals(FindingCode.SIZE_FIELD_MISMATCH, onlyFinding(file).code());
    }

    @Test
    void sizeFieldOfASingleRecordVariableIsPaddedAllTheSame() throws Exception {
        assertEquals(List.of(), HeaderBuilder.cdf1().recordDimension("t").dimension("n", 3).records(2)
                .variable("v", CHAR, 0, 1).withSizeField(4).open().findings());
    }

    private static Finding onlyFinding(NetcdfFile file) {
        assertEquals(1, file.findings().size(), () -> file.findings().toString());
        return file.findings().getFirst();
    }
}
