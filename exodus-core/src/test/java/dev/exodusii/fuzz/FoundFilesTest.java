package dev.exodusii.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that are looked at in all ways that the fuzzer knows: those that it once found, and the odd, the damaged and the
/// broken ones.
@Timeout(600)
class FoundFilesTest {

    private static final Path TESTDATA = Path.of(System.getProperty("exodus.testdata"));
    private static final Path CORPUS = Path.of(System.getProperty("exodus.corpus"), "files");
    /// All values of larger ones are compared elsewhere.
    private static final long MOST_BYTES = 1 << 20;

    private static final Campaign CAMPAIGN = new Campaign(1, 1);
    private static final Campaign.Seed OTHER = Campaign.seeds().getFirst();

    static List<Path> found() {
        return files(TESTDATA.resolve("fuzz"));
    }

    static List<Path> brokenOnes() {
        return Stream.of("broken", "classic", "odd").flatMap(folder -> files(TESTDATA.resolve(folder)).stream()).toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What each file showed is in its name; they ended in other exceptions, or in memory without end.
    @ParameterizedTest
    @MethodSource("found")
    void filesThatWereFoundBehave(Path path) {
        read(path);
    }

    @ParameterizedTest
    @MethodSource("brokenOnes")
    void filesThatWereMadeOddBehave(Path path) {
        read(path);
    }

    @Test
    void oddAndBrokenFilesOfOthersBehave() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not there");
        long count = 0;
        for (String folder : List.of("netcdf", "damaged", "generated/crashed-writer", "generated/nc4")) {
            for (Path path : Files.isDirectory(CORPUS.resolve(folder)) ? files(CORPUS.resolve(folder)) : List.<Path>of()) {
                if (Files.size(path) <= MOST_BYTES) {
                    read(path);
                    count++;
                }
            }
        }

        assertTrue(count > 100, "only " + count + " files");
    }

    private static void read(Path path) {
        try {
            CAMPAIGN.check(path.toString(), Files.readAllBytes(path), OTHER.file(), Walk.Depth.EVERYTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
