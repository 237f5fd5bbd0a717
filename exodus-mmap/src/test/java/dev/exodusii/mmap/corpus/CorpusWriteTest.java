package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Verdict;
import dev.exodusii.diagnostic.UnreadableFileException;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every Exodus file of the corpus goes through reader and writer, and comes out the same.
class CorpusWriteTest {

    @Test
    void whatIsReadAndWrittenIsTheSame(@TempDir Path folder) throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEach(corpus.files(), report, file -> {
            Path copy = folder.resolve(file.path().replace('/', '+'));
            try (ExodusFile open = Exodus.open(file.file())) {
                copy(open, copy);
                report.count("copies");
                try (ExodusFile written = Exodus.open(copy)) {
                    compare(file.path(), open, written, report);
                }
            } catch (UnreadableFileException refused) {
                report.count("refused");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(copy);
            }
        });
        System.out.printf("corpus write: %,d files copied, %,d facts%n", report.number("copies"),
                report.number("facts"));
        report.failOnDifferences("copies");
        assertTrue(report.number("copies") > 0, "nothing was copied");
    }

    private static void copy(ExodusFile open, Path copy) throws IOException {
        try (ExodusWriter writer = Exodus.create(copy, ExodusDefinition.of(open))) {
            ExodusCopy.of(open, writer).all();
        }
    }

    private static void compare(String path, ExodusFile one, ExodusFile other, Report report) {
        List<String> expected = ModelFacts.of(one);
        List<String> found = ModelFacts.of(other);
        report.same("facts", path, expected.size(), found.size());
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            report.count("facts");
            if (!expected.get(i).equals(found.get(i))) {
                report.difference(path, "was " + cut(expected.get(i)) + " and is " + cut(found.get(i)));
            }
        }
        ComparisonReport verdict = Comparison.of(one, other, ComparisonSettings.builder().build())
                .run(Workers.callingThread(), event -> {});
        report.same("verdict", path, Verdict.SAME, verdict.verdict());
    }

    private static String cut(String text) {
        return text.length() < 200 ? text : text.substring(0, 200) + "...";
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
