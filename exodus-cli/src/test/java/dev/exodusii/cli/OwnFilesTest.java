package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of the project's test data, good, odd and broken.
class OwnFilesTest {

    private static final Set<String> TEXTS = Set.of("md", "cdl", "py", "json");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(Run.testdata("plate.e")).getParent())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !TEXTS.contains(file.toString().substring(file.toString().lastIndexOf('.') + 1)))
                    .sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReportedOnOrRefusedInOrder(Path file) {
        for (List<String> verb : List.of(List.of("info"), List.of("info", "--all"), List.of("checksum"))) {
            String[] args = Stream.concat(verb.stream(), Stream.of(file.toString())).toArray(String[]::new);
            Run run = Run.exo(args);
            assertTrue(Set.of(0, 3, 4).contains(run.exit()), () -> verb + ": " + run);
            assertEquals(run.exit() == 4, run.out().isEmpty(), () -> verb + ": " + run);
            assertEquals(run.exit() == 4, run.err().startsWith("error: " + file + ": "), () -> verb + ": " + run);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void textAndJsonAgree(Path file) {
        for (String verb : List.of("info", "checksum")) {
            Run json = Run.exo(verb, "--json", file.toString());
            JsonNode document = InfoJsonTest.parse(json);
            assertEquals(Run.exo(verb, file.toString()).exit(), json.exit());
            assertEquals(json.exit() == 4, (document.has("files") ? document.at("/files/0") : document).has("error"));
            assertFalse(json.out().contains("\u001b"), json::out);
        }
    }
}
