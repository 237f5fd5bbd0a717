package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whole screens of 80 columns, of real files, as they were when somebody looked at them and found them right.
///
/// `golden/commands.txt` lists the commands, `golden/files.txt` the files. After a change that is meant, run the test
/// with `-Dexodus.golden=write`, and look at what has become of the screens before they are committed.
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path CORPUS = Path.of(System.getProperty("exodus.corpus", "corpus")).resolve("files");
    /// Relative, so that screens do not depend on where the project lies.
    private static final Path LINKS = Path.of("target/golden");

    @BeforeAll
    static void nameFiles() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus in " + CORPUS);
        Files.createDirectories(LINKS);
        for (String line : Files.readAllLines(GOLDEN.resolve("files.txt"))) {
            String[] words = line.split(" +");
            Files.write(LINKS.resolve(words[0]), Files.readAllBytes(CORPUS.resolve(words[1])));
        }
    }

    static Stream<String> commands() throws IOException {
        return Files.readAllLines(GOLDEN.resolve("commands.txt")).stream();
    }

    private static String screen(String command) {
        String[] words = Arrays.stream(command.split(" +")).skip(1)
                .map(word -> word.startsWith("@") ? LINKS.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new);
        Run run = Run.onTerminal(24, 80, words);
        // exodiff names files with their whole path, which is another one on each machine.
        String out = run.out().replace(Path.of("").toAbsolutePath() + "/", "");
        return "$ exo " + String.join(" ", words) + "\n" + out + run.err() + "[" + run.exit() + "]\n";
    }

    @ParameterizedTest
    @MethodSource("commands")
    void screenIsAsItWas(String command) throws IOException {
        Path golden = GOLDEN.resolve(command.split(" ", 2)[0] + ".txt");
        String actual = screen(command);
        if (System.getProperty("exodus.golden", "").equals("write")) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden, StandardCharsets.UTF_8), actual);
    }
}
