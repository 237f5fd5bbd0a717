package dev.exodusii.netcdf;

import static dev.exodusii.netcdf.HeaderBuilder.CHAR;
import static dev.exodusii.netcdf.HeaderBuilder.DOUBLE;
import static dev.exodusii.netcdf.HeaderBuilder.INT;
import static dev.exodusii.netcdf.HeaderBuilder.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How records follow one another, and how many of them a file holds (`exodus-format` §1.4, §1.5, §1.9).
class RecordLayoutTest {

    /// One record variable of three bytes: the only case without padding between records.
    private static HeaderBuilder single(ContainerFormat format) {
        return HeaderBuilder.of(format).recordDimension("t").dimension("n", 3).variable("v", CHAR, 0, 1);
    }

    /// Two record variables of three bytes each, padded to four.
    private static HeaderBuilder pair(ContainerFormat format) {
        return single(format).variable("w", CHAR, 0, 1);
    }

    private static NetcdfFile open(HeaderBuilder builder, int dataBytes) throws Exception {
        return HeaderBuilder.open(builder.file(builder.headerBytes() + dataBytes));
    }

    // The distance of records

    @ParameterizedTest
    @EnumSource
    void recordsOfASingleVariableAreNotPadded(ContainerFormat format) throws Exception {
        assertEquals(3, single(format).records(3).open().layout().recordStride());
    }

    @ParameterizedTest
    @EnumSource
    void fixedVariablesDoNotMakeASingleRecordVariableOneOfSeveral(ContainerFormat format) throws Exception {
        assertEquals(3, single(format).variable("f", INT, 1).variable("g", SHORT).open().layout().recordStride());
    }

    @ParameterizedTest
    @EnumSource
    void recordsOfSeveralVariablesArePaddedEach(ContainerFormat format) throws Exception {
        assertEquals(8, pair(format).records(3).open().layout().recordStride());
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "3, 9"})
    void fileWithASingleRecordVariableEndsAfterItsLastValue(long records, long dataBytes) throws Exception {
        Layout layout = single(ContainerFormat.CDF_2).records(records).open().layout();

        assertEquals(layout.headerBytes() + dataBytes, layout.dataBytes());
        assertEquals(layout.fileBytes(), layout.dataBytes());
    }

    @Test
    void layoutTellsWhereThingsLie() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").records(2).dimension("n", 3)
                .variable("r", DOUBLE, 0).variable("f", SHORT, 1).variable("s", CHAR, 0, 1);
        long header = builder.headerBytes();

        assertEquals(new Layout(header, header, header + 8, 12, 2, 2, 2, header + 8 + 12 + 11, header + 8 + 12 + 11),
                builder.open().layout());
    }

    @Test
    void layoutWithoutRecordVariablesHasNoRecordStart() throws Exception {
        Layout layout = HeaderBuilder.cdf2().dimension("n", 3).variable("f", INT, 0).open().layout();

        assertEquals(-1, layout.recordStart());
        assertEquals(0, layout.recordStride());
    }

    @Test
    void layoutWithoutVariablesStartsDataAtTheEndOfTheHeader() throws Exception {
        assertEquals(32, HeaderBuilder.cdf1().open().layout().dataStart());
    }

    @Test
    void variableWithoutRecordsHasNoDataToMiss() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").variable("r", DOUBLE, 0).withBegin(1000);
        Layout layout = HeaderBuilder.open(builder.header()).layout();

        assertEquals(layout.headerBytes(), layout.dataBytes());
        assertFalse(layout.isTruncated());
    }

    // Files cut short

    @ParameterizedTest
    @CsvSource({"24, 3", "23, 3", "22, 2", "16, 2", "15, 2", "14, 1", "8, 1", "7, 1", "6, 0", "0, 0"})
    void onlyCompleteRecordsAreHandedOut(int dataBytes, long records) throws Exception {
        NetcdfFile file = open(pair(ContainerFormat.CDF_2).records(3), dataBytes);

        assertEquals(records, file.layout().records());
        assertEquals(records, file.requireDimension("t").length());
    }

    @Test
    void missingPaddingAfterTheLastValueIsNoDamage() throws Exception {
        NetcdfFile file = open(pair(ContainerFormat.CDF_2).records(3), 23);

        assertEquals(List.of(), file.findings());
        assertFalse(file.layout().isTruncated());
    }

    @Test
    void truncatedRecordsAreCountedInTheFinding() throws Exception {
        NetcdfFile file = open(pair(ContainerFormat.CDF_2).records(3), 13);

        assertEquals(List.of(new Finding(Severity.WARNING, FindingCode.TRUNCATED_RECORDS, "t", "the header promises 3"
                + " records but the file has 1 in full and 5 of the 8 bytes of the next; only complete ones can be"
                + " read")), file.findings());
        assertTrue(file.layout().isTruncated());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 10})
    void fileCutBySomeBytesLosesTheRecordsTheyBelongTo(int cut) throws Exception {
        byte[] whole = pair(ContainerFormat.CDF_1).records(3).file();
        NetcdfFile file = HeaderBuilder.open(Arrays.copyOf(whole, whole.length - cut));

        assertEquals(3 - (cut + 7) / 8, file.layout().records());
    }

    @Test
    void recordVariableOfATruncatedFileIsCompleteInWhatItHandsOut() throws Exception {
        Variable variable = open(pair(ContainerFormat.CDF_2).records(3), 13).requireVariable("v");

        assertTrue(variable.isComplete());
        assertEquals(3, variable.view().count());
    }

    @Test
    void fixedVariableCutByOneByteIsNotHandedOut() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("n", 3).variable("f", CHAR, 0).variable("g", CHAR, 0);
        NetcdfFile file = open(builder, 6);

        assertTrue(file.requireVariable("f").isComplete());
        assertFalse(file.requireVariable("g").isComplete());
        assertEquals(FindingCode.TRUNCATED_VARIABLE, file.findings().getFirst().code());
    }

    // Files that go on

    @Test
    void recordsThatTheHeaderDoesNotCountAreMentioned() throws Exception {
        NetcdfFile file = open(pair(ContainerFormat.CDF_2).records(1), 16);

        assertEquals(1, file.layout().records());
        assertEquals(2, file.layout().recordsComplete());
        assertEquals(List.of(new Finding(Severity.INFO, FindingCode.UNCOUNTED_RECORDS, "t", "the header counts 1"
                + " records but the file has 2: its writer ended before it counted the last 1, or is still running; they are"
                + " read only where that is asked for")), file.findings());
    }

    @Test
    void recordsThatTheHeaderDoesNotCountAreReadWhereThatIsAskedFor() throws Exception {
        HeaderBuilder builder = pair(ContainerFormat.CDF_2).records(1);
        NetcdfFile file = NetcdfFile.open(ByteSource.of(MemorySegment.ofArray(builder.file(builder.headerBytes() + 29)),
                "crashed.e"), RecordCount.FROM_FILE_SIZE);

        assertEquals(3, file.layout().records());
        assertEquals(1, file.layout().recordsDeclared());
        assertEquals(3, file.requireDimension("t").length());
        assertEquals(List.of(FindingCode.UNCOUNTED_RECORDS), file.findings().stream().map(Finding::code).toList());
    }

    @Test
    void zerosBehindUncountedRecordsAreTakenForPadding() throws Exception {
        HeaderBuilder builder = pair(ContainerFormat.CDF_2).records(1);
        byte[] file = Arrays.copyOf(builder.file(builder.headerBytes() + 32), 4096);

        assertEquals(4, NetcdfFile.open(ByteSource.of(MemorySegment.ofArray(file), "crashed.e"),
                RecordCount.FROM_FILE_SIZE).layout().records());
    }

    @Test
    void recordsAreNotMadeUpWhereTheHeaderCountsAllOfThem() throws Exception {
        byte[] file = pair(ContainerFormat.CDF_2).records(3).file();
        for (byte[] bytes : List.of(file, Arrays.copyOf(file, 4096), Arrays.copyOf(file, file.length - 9))) {
            long counted = HeaderBuilder.open(bytes).layout().records();

            assertEquals(counted, NetcdfFile.open(ByteSource.of(MemorySegment.ofArray(bytes), "whole.e"),
                    RecordCount.FROM_FILE_SIZE).layout().records());
        }
    }

    @Test
    void tailShorterThanARecordIsNotWorthAMention() throws Exception {
        assertEquals(List.of(), open(pair(ContainerFormat.CDF_2).records(1), 8 + 6).findings());
    }

    @Test
    void zerosBehindTheCountedRecordsAreTakenForPadding() throws Exception {
        HeaderBuilder builder = pair(ContainerFormat.CDF_2).records(1);
        byte[] file = Arrays.copyOf(builder.file(builder.headerBytes() + 8), 4096);

        assertEquals(List.of(), HeaderBuilder.open(file).findings());
    }

    @Test
    void fixedVariableBehindTheRecordsIsNoUncountedRecord() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").records(1).dimension("n", 10)
                .variable("r", DOUBLE, 0).withBegin(400).variable("f", DOUBLE, 1).withBegin(408);

        assertEquals(List.of(), HeaderBuilder.open(builder.file(488)).findings());
    }

    // The streaming marker

    @ParameterizedTest
    @CsvSource({"24, 3", "23, 3", "22, 2", "8, 1", "7, 1", "6, 0", "0, 0"})
    void streamingRecordsAreCountedByTheFilesSize(int dataBytes, long records) throws Exception {
        NetcdfFile file = open(pair(ContainerFormat.CDF_2).streaming(), dataBytes);

        assertEquals(records, file.layout().records());
        assertEquals(-1, file.layout().recordsDeclared());
        assertEquals(List.of(FindingCode.STREAMING_RECORDS), file.findings().stream().map(Finding::code).toList());
    }

    @Test
    void streamingRecordsEndWhereAFixedVariableBegins() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().recordDimension("t").streaming().dimension("n", 10)
                .variable("r", DOUBLE, 0).withBegin(400).variable("f", DOUBLE, 1).withBegin(424);

        assertEquals(3, HeaderBuilder.open(builder.file(504)).layout().records());
    }

    @ParameterizedTest
    @EnumSource
    void streamingMarkerHasTheWidthOfTheVersion(ContainerFormat format) throws Exception {
        NetcdfFile file = open(single(format).streaming(), 9);

        assertTrue(file.layout().isStreaming());
        assertEquals(3, file.layout().records());
    }

    @Test
    void marker32BitsWideIsAnOrdinaryCountInCdf5() throws Exception {
        assertFalse(open(single(ContainerFormat.CDF_5).records(0xFFFF_FFFFL), 9).layout().isStreaming());
    }

    // No record variables

    @ParameterizedTest
    @ValueSource(longs = {0, 7, 4_000_000_000L})
    void recordCountIsKeptWhereNoVariableHasRecords(long records) throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().recordDimension("t").records(records).open();

        assertEquals(records, file.requireDimension("t").length());
        assertEquals(List.of(), file.findings());
    }

    @Test
    void streamingWithoutRecordVariablesMeansNoRecords() throws Exception {
        assertEquals(0, HeaderBuilder.cdf2().recordDimension("t").streaming().open().requireDimension("t").length());
    }

    @Test
    void recordCountMeansNothingWithoutARecordDimension() throws Exception {
        NetcdfFile file = HeaderBuilder.cdf2().dimension("n", 3).records(7).open();

        assertEquals(0, file.layout().records());
        assertTrue(file.recordDimension().isEmpty());
    }
}
