package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that this project made itself, in the folder named by the system property `exodus.testdata`.
final class Testdata {

    static final Path FOLDER = Path.of(System.getProperty("exodus.testdata")).normalize();

    private Testdata() {}

    /// Opens one of the files.
    ///
    /// @param name its path in the folder
    static ExodusFile open(String name) {
        try {
            return Exodus.open(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns what an independent reader finds in all files: an object with one entry for each.
    static JsonNode expected() {
        try {
            JsonNode expected = new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
            assertTrue(expected.isObject() && !expected.isEmpty(), "expected.json names no files");
            return expected;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lists the data files that are in the folder, sorted: what ends in `.e` or `.e.N.R` beside the scripts, and
    /// everything in the folders of plain, odd and broken files.
    static List<String> dataFiles() {
        List<String> names = new ArrayList<>();
        for (String part : List.of("", "broken", "classic", "odd")) {
            Path folder = FOLDER.resolve(part);
            if (Files.isDirectory(folder)) {
                names.addAll(files(folder).filter(name -> !part.isEmpty() || name.matches(".+\\.e(\\.\\d+)*"))
                        .map(name -> part.isEmpty() ? name : part + "/" + name).toList());
            }
        }
        return names.stream().sorted().toList();
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the codes of what is odd in a file, in the order in which it is reported.
    static List<FindingCode> codes(ExodusFile file) {
        return file.findings().stream().map(Finding::code).toList();
    }
}
