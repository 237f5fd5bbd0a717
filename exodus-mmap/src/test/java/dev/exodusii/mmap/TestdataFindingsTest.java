package dev.exodusii.mmap;

import static dev.exodusii.diagnostic.FindingCode.COUNT_MISMATCH;
import static dev.exodusii.diagnostic.FindingCode.DUPLICATE_NAME;
import static dev.exodusii.diagnostic.FindingCode.ELEMENT_TYPE;
import static dev.exodusii.diagnostic.FindingCode.FILE_ATTRIBUTE;
import static dev.exodusii.diagnostic.FindingCode.MISSING_COORDINATES;
import static dev.exodusii.diagnostic.FindingCode.MISSING_LIST;
import static dev.exodusii.diagnostic.FindingCode.STREAMING_RECORDS;
import static dev.exodusii.diagnostic.FindingCode.TRUNCATED_RECORDS;
import static dev.exodusii.diagnostic.FindingCode.TRUTH_TABLE_MISMATCH;
import static dev.exodusii.diagnostic.FindingCode.TRUTH_TABLE_UNUSABLE;
import static dev.exodusii.diagnostic.FindingCode.UNCOUNTED_RECORDS;
import static dev.exodusii.diagnostic.FindingCode.UNFINISHED_STEPS;
import static dev.exodusii.diagnostic.FindingCode.UNKNOWN_MEMBER;
import static dev.exodusii.diagnostic.FindingCode.VALUES_SHAPE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is reported of each Exodus file of the test data: what its text says is odd about it, and nothing else.
class TestdataFindingsTest {

    /// Files that are not listed are sound.
    private static final Map<String, List<FindingCode>> EXPECTED = Map.ofEntries(
            Map.entry("assembly-blob.e", List.of(UNKNOWN_MEMBER, UNKNOWN_MEMBER)),
            Map.entry("bezier.e", List.of(ELEMENT_TYPE)),
            Map.entry("empty-mesh.e", List.of(COUNT_MISMATCH, MISSING_COORDINATES, MISSING_COORDINATES,
                    MISSING_COORDINATES)),
            Map.entry("foreign-results.e", List.of(UNFINISHED_STEPS)),
            Map.entry("names-odd.e", List.of(DUPLICATE_NAME, ELEMENT_TYPE)),
            Map.entry("no-attributes.e", List.of(FILE_ATTRIBUTE, FILE_ATTRIBUTE, MISSING_LIST, ELEMENT_TYPE)),
            Map.entry("no-ids.e", List.of(MISSING_LIST, MISSING_LIST)),
            Map.entry("truth-wrong.e", List.of(TRUTH_TABLE_UNUSABLE, TRUTH_TABLE_UNUSABLE, TRUTH_TABLE_MISMATCH,
                    TRUTH_TABLE_MISMATCH, VALUES_SHAPE)),
            Map.entry("odd/attributes-odd.e", List.of(FILE_ATTRIBUTE, FILE_ATTRIBUTE, ELEMENT_TYPE)),
            Map.entry("odd/counts-wrong.e", List.of(COUNT_MISMATCH)),
            Map.entry("odd/plate-crashed.e", List.of(UNCOUNTED_RECORDS)),
            Map.entry("odd/plate-cut.e", List.of(TRUNCATED_RECORDS)),
            Map.entry("odd/plate-streaming.e", List.of(STREAMING_RECORDS)));

    private static List<String> exodusFiles() {
        return Testdata.dataFiles().stream().filter(name -> name.matches("(odd/)?[^/]+\\.e(\\.\\d+)*")).toList();
    }

    @TestFactory
    Stream<DynamicTest> eachFileIsReportedToBeWhatItIs() {
        return exodusFiles().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            try (ExodusFile file = Testdata.open(name)) {
                assertEquals(sorted(EXPECTED.getOrDefault(name, List.of())), sorted(Testdata.codes(file)),
                        () -> file.findings().toString());
            }
        }));
    }

    private static List<FindingCode> sorted(List<FindingCode> codes) {
        return codes.stream().sorted().toList();
    }

    @Test
    void everyFileOfWhichSomethingIsExpectedIsThere() {
        assertTrue(exodusFiles().containsAll(EXPECTED.keySet()));
    }

    @Test
    void onlyLostDataIsAnError() {
        List<String> lost = exodusFiles().stream().filter(name -> {
            try (ExodusFile file = Testdata.open(name)) {
                return file.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }).toList();

        assertEquals(List.of("empty-mesh.e"), lost);
    }

    @Test
    void findingsNameAPlaceInTheFileAndSayWhatIsWrongThere() {
        try (ExodusFile file = Testdata.open("truth-wrong.e")) {
            List<String> texts = file.findings().stream().map(Finding::toString).toList();

            assertTrue(texts.contains("warning: element block variables: are in the truth table but not stored:"
                    + " b on one"), texts.toString());
            assertTrue(texts.contains("warning: node set variables: have the wrong shape and are left out: d on"
                    + " nodelist_2 is double[2, 3] for 2 entries"), texts.toString());
        }
    }
}
