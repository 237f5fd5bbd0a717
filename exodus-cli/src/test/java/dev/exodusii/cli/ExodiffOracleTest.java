package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Recorded runs of exodiff 4.01: verdict, stage and status are the same, but for those where exodiff is plainly wrong.
class ExodiffOracleTest {

    private static final Path DIFF = Path.of(System.getProperty("exodus.corpus", "corpus")).resolve("diff");
    private static final String NO_EXCEPTION = "a connectivity that differs is a difference of the mesh, not a failure";
    private static final String NAN = "a file with NaN is the same as itself";
    private static final Map<String, Deviation> DEVIATIONS = Map.of("d0150", mesh(NO_EXCEPTION), "d0248",
            mesh(NO_EXCEPTION), "d0461", mesh(NO_EXCEPTION), "d0791", mesh(NO_EXCEPTION), "d0518", same(NAN), "d0750",
            same(NAN));

    /// The place of a side whose element is in another order; which of equal values a negative tolerance names.
    private static final Set<String> OTHER_TEXT = Set.of("d0545", "d0755");

    private record Outcome(String verdict, String stage, int status) {}

    private record Deviation(Outcome outcome, String reason) {}

    private static Deviation mesh(String reason) {
        return new Deviation(new Outcome("different", "mesh", 1), reason);
    }

    private static Deviation same(String reason) {
        return new Deviation(new Outcome("same", "results", 0), reason);
    }

    private static List<JsonNode> cases() throws IOException {
        return recorded("cases.jsonl.gz");
    }

    private static List<JsonNode> recorded(String name) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DIFF.resolve(name))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(new ObjectMapper().readTree(line));
            }
        }
        return cases;
    }

    private static Run run(JsonNode run, boolean isJson) {
        List<String> words = new ArrayList<>(List.of("exodiff"));
        if (isJson) {
            words.add("--json");
        }
        run.path("options").forEach(option -> words.add(option.asText().equals(run.path("command_file").asText("?"))
                ? DIFF.resolve("files").resolve(option.asText()).toString() : option.asText()));
        words.add(DIFF.resolve("files").resolve(run.path("file1").asText()).toString());
        words.add(DIFF.resolve("files").resolve(run.path("file2").asText()).toString());
        return Run.exo(words.toArray(String[]::new));
    }

    @Test
    void verdictsAreThoseOfExodiff() throws IOException {
        assumeTrue(Files.isDirectory(DIFF), "no corpus in " + DIFF);
        Map<String, String> wrong = new TreeMap<>();
        int compared = 0;
        for (JsonNode run : cases()) {
            String id = run.path("id").asText();
            Run text = run(run, false);
            JsonNode json = InfoJsonTest.parse(run(run, true));
            Outcome actual = new Outcome(json.path("verdict").asText(), json.path("stage").asText(), text.exit());
            Outcome recorded = new Outcome(run.path("verdict").asText(), run.path("stage").asText(),
                    run.path("exit").asInt());
            Outcome expected = DEVIATIONS.containsKey(id) ? DEVIATIONS.get(id).outcome() : recorded;
            boolean isSaid = !actual.stage().equals("results") || text.out().lines().anyMatch(line -> line
                    .startsWith("exodiff: Files are " + (actual.verdict().equals("same") ? "the same" : "different")));
            if (!actual.equals(expected) || !isSaid) {
                wrong.put(id, run.path("base").asText() + " " + run.path("variant").asText() + " " + run.path("options")
                        + ": " + actual + " instead of " + expected + (isSaid ? "" : "; the text does not say so: ")
                        + (isSaid ? "" : text.out()) + json.path("reason") + text.err().lines().limit(2).toList());
            }
            compared++;
        }
        assertEquals(Map.of(), wrong, () -> wrong.size() + " wrong:\n"
                + String.join("\n", wrong.entrySet().stream().map(Object::toString).toList()));
        assertTrue(compared > 800, "only " + compared + " runs");
    }

    /// Lines without the banner, blanks and the folder of the files.
    private static List<String> lines(String text) throws IOException {
        String folder = DIFF.resolve("files").toRealPath() + "/";
        List<String> lines = new ArrayList<>(text.lines().map(line -> line.replace(folder, "").strip()
                .replaceAll("\\s+", " ")).filter(line -> !line.isEmpty()).toList());
        int start = lines.indexOf("Reading first file ...");
        return start < 0 ? lines : lines.subList(start, lines.size());
    }

    @Test
    void textIsThatOfExodiffWhereNothingIsNan() throws IOException {
        assumeTrue(Files.isDirectory(DIFF), "no corpus in " + DIFF);
        Map<String, String> wrong = new TreeMap<>();
        int compared = 0;
        for (JsonNode run : cases()) {
            String id = run.path("id").asText();
            boolean isCompared = !OTHER_TEXT.contains(id) && !run.path("variant").asText().startsWith("nan_") && !DEVIATIONS.containsKey(id)
                    && !run.path("verdict").asText().equals("error");
            if (isCompared) {
                List<String> expected = lines(run.path("stdout").asText());
                List<String> actual = lines(run(run, false).out());
                if (!actual.equals(expected)) {
                    wrong.put(id, String.join("\n", expected) + "\n-- but --\n" + String.join("\n", actual));
                }
                compared++;
            }
        }
        assertEquals(Map.of(), wrong);
        assertTrue(compared > 700, "only " + compared + " runs");
    }

    /// What follows the banner, which is exodiff's own.
    private static String summary(String text) {
        // A title may end with a line end; ours are without.
        return text.substring(Math.max(0, text.indexOf("#  FILE 1:"))).replaceAll("(#   Title: [^\n]*)\n+", "$1\n");
    }

    @Test
    void summariesAreThoseOfExodiff() throws IOException {
        assumeTrue(Files.isDirectory(DIFF), "no corpus in " + DIFF);
        Path real = DIFF.resolveSibling("files").resolve("real");
        Map<String, String> wrong = new TreeMap<>();
        int compared = 0;
        for (JsonNode run : recorded("summary.jsonl.gz")) {
            String file = run.path("file").asText();
            // Names that are empty stop exodiff.
            if (run.path("exit").asInt() == 0) {
                List<String> words = new ArrayList<>(List.of("exodiff"));
                run.path("options").forEach(option -> words.add(option.asText()));
                words.add(real.resolve(file).toString());
                Run own = Run.exo(words.toArray(String[]::new));
                String expected = summary(run.path("stdout").asText());
                String actual = summary(own.out()).replace(real.resolve(file).toRealPath().toString(), file);
                if (!actual.equals(expected) || own.exit() != 0) {
                    wrong.put(file + run.path("options"), expected + "\n-- but --\n" + actual + own.err());
                }
                compared++;
            }
        }
        assertEquals(Map.of(), wrong);
        assertTrue(compared > 100, "only " + compared + " runs");
    }
}
