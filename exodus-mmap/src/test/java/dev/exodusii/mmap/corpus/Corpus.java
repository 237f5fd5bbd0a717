package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A folder of files together with what other programs read in them:
///
/// ```text
/// files/PATH                        the file
/// oracle-netcdf/PATH.json.gz        its netCDF content
/// oracle-model/PATH.json.gz         its Exodus content
/// damaged.tsv                       what was done to each of files/damaged
/// ```
///
/// The system property `exodus.corpus` names the folder. Nothing is assumed about which files are there.
final class Corpus {

    private static final String PROPERTY = "exodus.corpus";

    private final Path folder;
    private final List<CorpusFile> files;

    private Corpus(Path folder, List<CorpusFile> files) {
        this.folder = folder;
        this.files = files;
    }

    /// Finds the corpus. Without the folder the calling test is skipped; a folder with nothing to compare is a failure,
    /// since it would make every test succeed.
    static Corpus find() throws IOException {
        String property = System.getProperty(PROPERTY, "");
        assumeTrue(!property.isBlank(), "skipped: the system property " + PROPERTY + " names no corpus folder");
        Path folder = Path.of(property).normalize();
        assumeTrue(Files.isDirectory(folder), "skipped: there is no corpus folder " + folder);
        assertTrue(Files.isDirectory(folder.resolve("files")), folder + " has no folder 'files'");
        try (Stream<Path> found = Files.walk(folder.resolve("files"))) {
            Path top = folder.resolve("files");
            List<CorpusFile> files = found.filter(Files::isRegularFile).sorted()
                    .map(file -> new CorpusFile(folder, top.relativize(file).toString().replace('\\', '/'))).toList();
            assertFalse(files.isEmpty(), "there are no files in " + top);
            assertTrue(files.stream().anyMatch(CorpusFile::hasOracle), "there are no oracles in " + folder);
            return new Corpus(folder, files);
        }
    }

    /// Returns all files, sorted by path.
    List<CorpusFile> files() {
        return files;
    }

    /// Returns the files that satisfy a condition.
    List<CorpusFile> files(Predicate<CorpusFile> condition) {
        return files.stream().filter(condition).toList();
    }

    /// Returns the lines of a table beside the files, without its header; none when there is no such table.
    List<String[]> table(String name) throws IOException {
        Path table = folder.resolve(name);
        return Files.notExists(table) ? List.of()
                : Files.readAllLines(table).stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    /// Returns a JSON file beside the files. Without it the calling test is skipped.
    JsonNode json(String name) throws IOException {
        Path file = folder.resolve(name);
        assumeTrue(Files.exists(file), "skipped: there is no " + file);
        return new ObjectMapper().readTree(file.toFile());
    }

    /// Does something with each file, as many at a time as there are processors. What is thrown becomes a difference,
    /// so that no file hides another.
    static void forEach(List<CorpusFile> files, Report report, Consumer<CorpusFile> action) {
        files.parallelStream().forEach(file -> {
            try {
                action.accept(file);
            } catch (RuntimeException | Error e) {
                report.difference(file.path(), "unexpected " + e + at(e));
            }
        });
    }

    /// Opens each file and does something with it; those that are no Exodus files are counted as `refused`.
    static void forEachOpen(List<CorpusFile> files, Report report, BiConsumer<CorpusFile, ExodusFile> action) {
        forEach(files, report, file -> {
            try (ExodusFile open = Exodus.open(file.file())) {
                action.accept(file, open);
            } catch (UnreadableFileException refused) {
                report.count("refused");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String at(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(4, trace.length); i++) {
            text.append(" at ").append(trace[i]);
        }
        return text.toString();
    }
}
