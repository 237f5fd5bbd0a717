package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.ExodusFile;
import dev.exodusii.write.ExodusCopy;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each sound file of the project is copied through reader and writer, and holds the same afterwards.
class TestdataCopyTest {

    @TempDir
    private Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("exodus.testdata")))) {
            return all.filter(path -> path.getFileName().toString().matches(".*\\.e(\\.\\d+\\.\\d+)?")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aCopyHoldsTheSame(Path original) throws IOException {
        Path copy = folder.resolve("copy.e");
        try (ExodusFile file = Exodus.open(original);
                ExodusWriter writer = Exodus.create(copy, ExodusDefinition.of(file))) {
            ExodusCopy.of(file, writer).all();
            try (ExodusFile copied = Exodus.open(copy)) {
                assertEquals(facts(file, file), facts(copied, file));
            }
        }
    }

    /// A file without a version, which other readers refuse, gets one.
    private static String facts(ExodusFile file, ExodusFile original) {
        return ModelFacts.of(file).stream().filter(line -> original.version().isPresent()
                || !line.startsWith("version:")).collect(Collectors.joining("\n"));
    }
}
