package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of all files of the corpus, sound and damaged ones.
class PicCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("exodus.corpus", "corpus"));

    @TempDir
    private Path folder;

    @Test
    void everyFileIsDrawnOrSaysWhyNot() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS.resolve("files")), "no corpus in " + CORPUS);
        Path target = folder.resolve("picture.png");
        List<String> faults = new ArrayList<>();
        int drawn = 0;
        try (Stream<Path> all = Files.walk(CORPUS.resolve("files"))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Run run = Run.exo("pic", file.toString(), "--size", "160x120", "--edges", "mesh", "-o", target.toString());
                drawn += Files.deleteIfExists(target) ? 1 : 0;
                if (!List.of(0, 3, 4, 5, 6).contains(run.exit()) || run.exit() != 0 && run.err().isEmpty()) {
                    faults.add(file + ": " + run.exit() + " " + run.err());
                }
            }
        }
        assertEquals(List.of(), faults);
        int pictures = drawn;
        assertTrue(pictures > 500, () -> "only " + pictures + " pictures");
    }
}
