package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    /// The words for a picture that shows as much as it can of a file.
    private static List<String> everything(Path file) {
        List<String> words = new ArrayList<>(List.of("pic", file.toString(), "--size", "160x120"));
        try (ExodusFile mesh = Exodus.open(file)) {
            mesh.variables(EntityKind.NODAL).names().stream().findFirst().or(() ->
                    mesh.variables(EntityKind.ELEMENT_BLOCK).names().stream().findFirst()).ifPresent(words::add);
            List<String> sets = Stream.concat(mesh.sideSets().stream().map(set -> "sset:#" + set.index()),
                    mesh.nodeSets().stream().map(set -> "nset:#" + set.index())).limit(9).toList();
            if (!sets.isEmpty()) {
                words.addAll(List.of("--sets", String.join(",", sets)));
            }
            if (mesh.variables(EntityKind.NODAL).names().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT)
                    .startsWith("disp"))) {
                words.addAll(List.of("--deform", "auto"));
            }
        } catch (IOException | RuntimeException unreadable) {
            // The verb says why.
        }
        return words;
    }

    @Test
    void variablesDeformationsAndSetsOfEveryFileAreDrawnOrItSaysWhyNot() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS.resolve("files")), "no corpus in " + CORPUS);
        Path target = folder.resolve("picture.png");
        List<String> faults = new ArrayList<>();
        int drawn = 0;
        try (Stream<Path> all = Files.walk(CORPUS.resolve("files"))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Run run = Run.exo(Stream.concat(everything(file).stream(), Stream.of("-o", target.toString()))
                        .toArray(String[]::new));
                drawn += Files.deleteIfExists(target) ? 1 : 0;
                if (!List.of(0, 3, 4, 5, 6).contains(run.exit())) {
                    faults.add(file + ": " + run.exit() + " " + run.err());
                }
            }
        }
        assertEquals(List.of(), faults);
        int pictures = drawn;
        assertTrue(pictures > 400, () -> "only " + pictures + " pictures");
    }
}
