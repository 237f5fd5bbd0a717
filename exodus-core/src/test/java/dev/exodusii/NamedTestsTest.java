package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that promise something name the tests that show it.
class NamedTestsTest {

    private static final Path ROOT = Path.of(System.getProperty("exodus.testdata")).resolveSibling("");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    private static Set<String> existing() throws IOException {
        Set<String> existing = new TreeSet<>();
        for (String module : List.of("exodus-core", "exodus-mmap", "exodus-cli")) {
            try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                all.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".java"))
                        .forEach(name -> existing.add(name.replace(".java", "")));
            }
        }
        return existing;
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORMAT_COVERAGE.md", "SECURITY.md"})
    void everyTestThatIsNamedExists(String page) throws IOException {
        Set<String> named = TEST.matcher(Files.readString(ROOT.resolve(page))).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(named.isEmpty());

        named.removeAll(existing());

        assertEquals(Set.of(), named);
    }

    @Test
    void everyClauseForBadInputNamesATest() throws IOException {
        List<String> clauses = Files.readString(ROOT.resolve("SECURITY.md")).lines()
                .filter(line -> line.matches("\\| \\d+ \\|.*")).toList();
        assertTrue(clauses.size() > 10, clauses.size() + " clauses");

        assertEquals(List.of(), clauses.stream().filter(clause -> !TEST.matcher(clause).find()).toList());
    }
}
