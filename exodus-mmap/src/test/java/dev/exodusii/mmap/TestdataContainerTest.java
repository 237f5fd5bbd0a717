package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every file of the test data has, down to the last byte, the content that an independent reader finds in it, and what
/// that reader refuses is refused. `expected.json` says what it found, and names the files.
class TestdataContainerTest {

    private final JsonNode expected = Testdata.expected();

    @Test
    void whatIsExpectedIsKnownOfEveryFileThatIsThere() {
        assertEquals(Testdata.dataFiles(), names());
    }

    @TestFactory
    Stream<DynamicTest> eachFileHasTheContentThatIsExpected() {
        List<ContainerExpectation> compared = new ArrayList<>();
        Stream<DynamicTest> files = names().stream().map(name -> DynamicTest.dynamicTest(name, () -> {
            ContainerExpectation expectation = new ContainerExpectation(name, expected.required(name));
            expectation.check();
            compared.add(expectation);
        }));
        return Stream.concat(files, Stream.of(DynamicTest.dynamicTest("nothing was left out", () -> {
            int variables = compared.stream().mapToInt(ContainerExpectation::variablesCompared).sum();
            int attributes = compared.stream().mapToInt(ContainerExpectation::attributesCompared).sum();
            System.out.println("testdata container: " + compared.size() + " files, " + variables + " variables, "
                    + attributes + " attributes compared");

            assertEquals(Testdata.dataFiles().size(), compared.size());
            assertEquals(stated("variables"), variables);
            assertEquals(stated("attributes"), attributes);
            assertTrue(variables > 0 && attributes > 0);
        })));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        expected.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }

    /// Counts what all lists of that name hold: attributes are listed for files and for variables.
    private int stated(String list) {
        return expected.findValues(list).stream().mapToInt(JsonNode::size).sum();
    }
}
