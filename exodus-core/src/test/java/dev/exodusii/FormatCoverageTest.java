package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Holds FORMAT_COVERAGE.md against the code.
class FormatCoverageTest {

    private static final Path ROOT = Path.of(System.getProperty("exodus.testdata")).resolveSibling("");

    private String page = "";

    @BeforeEach
    void readPage() throws IOException {
        page = Files.readString(ROOT.resolve("FORMAT_COVERAGE.md"));
    }

    @Test
    void everyNameThatTheModelLooksForHasItsRow() throws IOException {
        Set<String> documented = Pattern.compile("`([A-Za-z_@. ]+?[0-9]?)(?:%d.*?|<ID>|\\.\\.\\.)?`").matcher(page)
                .results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(namesInSources());
        missing.removeAll(documented);

        assertEquals(Set.of(), missing);
    }

    /// Names of the format are the only texts in the model's sources that look like this.
    private static Set<String> namesInSources() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path source : files("exodus-core/src/main/java/dev/exodusii", 1)) {
            Pattern.compile("\"([a-z]+(?:_[a-z0-9]+)+_?|coord[xyz]?|connect|facconn|edgconn|ebconn|fbconn)\"")
                    .matcher(Files.readString(source)).results().map(match -> match.group(1))
                    .filter(name -> !name.endsWith("_")).filter(name -> !IMPLIED_NAMES.contains(name))
                    .forEach(names::add);
        }
        assertFalse(names.isEmpty());
        return names;
    }

    /// What the attributes of some shapes are called when the file does not say it; not names of the format.
    private static final Set<String> IMPLIED_NAMES = Set.of("inertia_xx", "inertia_yy", "inertia_zz", "inertia_xy",
            "inertia_yz", "inertia_zx", "offset_x", "offset_y", "offset_z", "reference_axis_x", "reference_axis_y",
            "reference_axis_z");

    private static List<Path> files(String folder, int depth) {
        try (Stream<Path> all = Files.walk(ROOT.resolve(folder), depth)) {
            return all.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
