package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.diagnostic.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageTest {

    private final List<String> reports = new ArrayList<>();

    @Test
    void aMatrixOfIntegersIsAListInTheOrderOfStorage() {
        Storage storage = storage(new SmallFile().dimension("two", 2).dimension("three", 3)
                .variable("ids", new int[] {1, 2, 3, 4, 5, 6}, "two", "three"));

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), storage.integers("ids").orElseThrow().stream().boxed().toList());
    }

    @Test
    void integersSpreadOverTheRecordsAreNoListAndReported() {
        Storage storage = storage(new SmallFile().records(2).dimension("time_step", 0).dimension("two", 2)
                .variable("time_whole", new double[] {1}, "time_step")
                .variable("ids", new int[] {1, 2}, "time_step", "two"));

        assertEquals(Optional.empty(), storage.integers("ids"));
        assertEquals(List.of("warning: ids: is spread over the records as int[2, 2] where a list is expected; ignored"),
                reports);
    }

    @Test
    void textSpreadOverTheRecordsInThreeDimensionsIsNoText() {
        Storage storage = storage(new SmallFile().records(2).dimension("time_step", 0).dimension("two", 2)
                .dimension("four", 4).variable("time_whole", new double[] {1}, "time_step")
                .variable("qa_records", "abcdefgh", "time_step", "two", "four"));

        assertEquals(Optional.empty(), storage.text("qa_records"));
    }

    @Test
    void oneIntegerInEachRecordIsAList() {
        Storage storage = storage(new SmallFile().records(2).dimension("time_step", 0)
                .variable("time_whole", new double[] {1}, "time_step").variable("ids", new int[] {7}, "time_step"));

        assertEquals(List.of(7L, 7L), storage.integers("ids").orElseThrow().stream().boxed().toList());
    }

    private Storage storage(SmallFile file) {
        return Storage.reporting(file.open(), (Finding finding) -> reports.add(finding.toString()));
    }
}
