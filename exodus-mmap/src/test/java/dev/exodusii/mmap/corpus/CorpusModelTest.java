package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/// The Exodus content of every file of the corpus, compared to the last bit with what the reference library reads.
class CorpusModelTest {

    @Test
    void modelIsWhatTheReferenceLibraryReads() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Report files = new Report();
        Corpus.forEach(corpus.files(CorpusFile::hasModelOracle), report, file -> {
            JsonNode oracle = file.modelOracle();
            if (oracle.path("open").path("ok").asBoolean() && isClassic(oracle) && !oracle.has("crash")) {
                files.count("files");
                try (ExodusFile open = Exodus.open(file.file())) {
                    new ModelComparison(new ModelCase(file.path(), open, oracle, report)).run();
                } catch (IOException e) {
                    throw new UncheckedIOException("should open, but: " + e.getMessage(), e);
                }
            }
        });
        long faults = report.numbers(ReferenceFault.TOPIC).values().stream().mapToLong(Long::longValue).sum();
        long compared = report.numbers("").values().stream().mapToLong(Long::longValue).sum() - faults;
        System.out.printf("corpus model: %,d files, %,d comparisons, %,d differences%n", files.number("files"),
                compared, report.differenceCount());
        report.numbers("").forEach((topic, count) -> {
            if (!topic.startsWith(ReferenceFault.TOPIC)) {
                System.out.printf("  %,9d %s%n", count, topic);
            }
        });
        for (ReferenceFault fault : ReferenceFault.values()) {
            System.out.printf("  reference fault %,7d x %s: %s%n", report.number(ReferenceFault.TOPIC + fault.name()),
                    fault.name(), fault.description());
        }
        report.failOnDifferences("model");
        assertTrue(compared > 0, "nothing was compared");
    }

    private static boolean isClassic(JsonNode oracle) {
        int format = oracle.path("open").path("nc_format").asInt();
        return format == 1 || format == 2 || format == 5;
    }
}
