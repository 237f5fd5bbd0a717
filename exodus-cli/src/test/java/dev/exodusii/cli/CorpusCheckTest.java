package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `exo check` on the files of others, where there are any.
class CorpusCheckTest {

    private static final Path CORPUS = Path.of(System.getProperty("exodus.corpus", "corpus"));

    /// What is wrong with these was looked at: numbers and counts in them really contradict each other.
    private static final Set<String> TRULY_WRONG = Set.of(
            // A count of elements that are in no block.
            "cmhamel+Exodus.jl/test/example_output/global_vars_test.gold",
            // Side 6 of a quadrilateral.
            "dealii+dealii/tests/grid/grids/exodusii/five-3d.e");

    @BeforeEach
    void needsTheCorpus() {
        assumeTrue(Files.isDirectory(CORPUS.resolve("files/damaged")), "no corpus in " + CORPUS);
    }

    private static JsonNode check(List<String> files) throws IOException {
        List<String> line = new ArrayList<>(List.of("check", "--json"));
        line.addAll(files);
        return new ObjectMapper().readTree(Run.exo(line.toArray(String[]::new)).out()).get("files");
    }

    private static List<String> filesIn(String folder) throws IOException {
        try (Stream<Path> all = Files.walk(CORPUS.resolve("files").resolve(folder))) {
            return all.filter(Files::isRegularFile).map(Path::toString).sorted().toList();
        }
    }

    @Test
    void everyDeliberateFaultIsNamed() throws IOException {
        List<String> damages = Files.readAllLines(CORPUS.resolve("damaged.tsv"));
        List<String> unnamed = new ArrayList<>();
        int faults = 0;
        for (String row : damages.subList(1, damages.size())) {
            String[] cells = row.split("\t", -1);
            boolean isSound = cells[0].startsWith("ok") || cells[1].contains("(legal)");
            // 200 characters of title are legal, and only worth a note.
            boolean isNote = cells[1].startsWith("title of");
            JsonNode found = check(List.of(CORPUS.resolve("files/damaged").resolve(cells[0]).toString(),
                    CORPUS.resolve("files/damaged/ok.g").toString())).get(0);
            long named = found.has("error") && found.get("error").isObject() ? 1
                    : found.get("errors").asLong() + found.get("warnings").asLong()
                            + (isNote ? found.get("notes").asLong() : 0);
            faults += isSound ? 0 : 1;
            if (isSound != (named == 0)) {
                unnamed.add(row.substring(0, Math.min(100, row.length())));
            }
        }
        List<String> wrong = unnamed;
        assertEquals(List.of(), wrong);
        assertTrue(faults > 40, "faults: " + faults);
    }

    @Test
    void realFilesHaveNoErrors() throws IOException {
        Set<String> wrong = new TreeSet<>();
        int checked = 0;
        for (JsonNode file : check(filesIn("real"))) {
            if (file.has("errors")) {
                checked++;
                if (file.get("errors").asLong() > 0) {
                    wrong.add(CORPUS.resolve("files/real").relativize(Path.of(file.get("file").asText())).toString());
                }
            }
        }
        int count = checked;
        assertAll(() -> assertEquals(new TreeSet<>(TRULY_WRONG), wrong), () -> assertTrue(count > 400, "checked " + count));
    }
}
