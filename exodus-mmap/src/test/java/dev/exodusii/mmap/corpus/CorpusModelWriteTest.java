package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Verdict;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.mmap.ModelFacts;
import dev.exodusii.parallel.Workers;
import dev.exodusii.write.ExodusCopy;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every Exodus file of the corpus goes through reader and writer, and comes out the same.
///
/// What is damaged cannot: where the reader refuses values, nothing is written in their place. Two things are different by
/// intent: a file without a version, which other readers refuse, gets one; and names of variables without values are left
/// out.
class CorpusModelWriteTest {

    @Test
    void whatIsReadAndWrittenIsTheSame(@TempDir Path folder) throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEachOpen(corpus.files(), report, (file, open) -> {
            Path copy = folder.resolve(file.path().replace('/', '+'));
            try {
                copy(file.path(), open, copy, report);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(copy);
            }
        });
        System.out.printf("corpus model write: %,d files copied, %,d of them with %,d facts the same, %,d compared like exodiff, "
                + "%,d damaged, %,d not Exodus%n", report.number("copies"), report.number("same"),
                report.number("facts"), report.number("compared"), report.number("damaged"), report.number("refused"));
        report.failOnDifferences("copies");
        assertTrue(report.number("same") > 0, "nothing was copied");
    }

    private static void copy(String path, ExodusFile open, Path copy, Report report) throws IOException {
        try (ExodusWriter writer = Exodus.create(copy, ExodusDefinition.of(open))) {
            ExodusCopy.of(open, writer).all();
        } catch (DamagedDataException damaged) {
            report.count("damaged");
            assertThrows(DamagedDataException.class, () -> ModelFacts.of(open), path);
            assertTrue(Files.notExists(copy), copy + " was left behind");
            return;
        }
        report.count("copies");
        try (ExodusFile written = Exodus.open(copy)) {
            compare(path, open, written, report);
        }
    }

    private static void compare(String path, ExodusFile one, ExodusFile other, Report report) {
        List<String> expected = facts(one, one);
        List<String> found = facts(other, one);
        report.add("facts", expected.size());
        report.same("lost", path, List.of(), without(expected, found));
        report.same("new", path, List.of(), without(found, expected));
        if (expected.equals(found)) {
            report.count("same");
        }
        // A file in which the comparison itself finds fault is not even the same as itself.
        if (nodalNamesAreStored(one) && verdict(one, one).equals(Optional.of(Verdict.SAME))) {
            report.count("compared");
            report.same("verdict", path, Optional.of(Verdict.SAME), verdict(one, other));
        }
    }

    private static List<String> facts(ExodusFile file, ExodusFile original) {
        boolean hasVersion = original.version().isPresent();
        boolean hasNames = nodalNamesAreStored(original);
        return ModelFacts.of(file).stream().filter(line -> hasVersion || !line.startsWith("version"))
                .filter(line -> hasNames || !line.startsWith("NODAL variables")).toList();
    }

    private static boolean nodalNamesAreStored(ExodusFile file) {
        return file.nodeCount() == 0
                || file.variables(EntityKind.NODAL).size() == file.nodalVariables().size();
    }

    private static Optional<Verdict> verdict(ExodusFile one, ExodusFile other) {
        try {
            return Optional.of(Comparison.of(one, other, ComparisonSettings.builder().build())
                    .run(Workers.callingThread(), event -> {}).verdict());
        } catch (DamagedDataException damaged) {
            return Optional.empty();
        }
    }

    private static List<String> without(List<String> all, List<String> known) {
        Set<String> seen = new HashSet<>(known);
        return all.stream().filter(line -> !seen.contains(line))
                .map(line -> line.length() < 200 ? line : line.substring(0, 200) + "...").toList();
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
