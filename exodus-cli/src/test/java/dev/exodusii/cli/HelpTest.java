package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The help and the manual of every verb.
class HelpTest {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TempDir
    private Path folder;

    static Stream<String> verbs() {
        String help = Run.exo("--help").out();
        return help.substring(help.indexOf("Verbs:"), help.indexOf("Exit codes")).lines().skip(1)
                .filter(line -> line.matches("  [a-z].*")).map(line -> line.strip().split(" ", 2)[0]);
    }

    private static List<String> examples(String verb) {
        // The help breaks long lines; the manual does not.
        String manual = Run.exo("man", verb).out();
        int start = manual.indexOf("\n.SH EXAMPLES\n");
        return start < 0 ? List.of() : manual.substring(start).lines().map(line -> line.strip().replace("\\-", "-")
                .replace("\\e", "\\")).filter(line -> line.startsWith("exo ") || line.startsWith("source ")).toList();
    }

    @Test
    void thereAreVerbs() {
        assertTrue(verbs().toList().containsAll(List.of("info", "ls", "show", "cat", "hist", "pic", "stats", "near", "follow", "view",
                "check", "repair", "diff", "exodiff", "layout", "checksum", "completion", "man", "help")),
                () -> verbs().toList().toString());
    }

    /// picocli takes all texts for formats, and complains of those that are none on the error output of the process.
    @ParameterizedTest
    @MethodSource("verbs")
    void helpIsMadeWithoutAComplaint(String verb) {
        PrintStream usual = System.err;
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
        try {
            Run.exo(verb, "--help");
        } finally {
            System.setErr(usual);
        }
        assertEquals("", complaints.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasTwoExamples(String verb) {
        assertTrue(examples(verb).size() >= 2, () -> verb + ": " + examples(verb));
    }

    /// An example may ask for what the plate does not have; but it must be a command line that makes sense.
    @ParameterizedTest
    @MethodSource("verbs")
    void examplesMakeSense(String verb) throws IOException {
        for (String example : examples(verb)) {
            List<String> words = new ArrayList<>();
            Matcher word = WORD.matcher(example.replaceFirst("^source <\\(", "").replaceFirst("\\)$", "").replaceFirst("^exo ", ""));
            int files = 0;
            // What stands behind a bar or an arrow is the shell's.
            while (word.find() && !word.group().matches("[|>]")) {
                String plain = word.group(1) == null ? word.group(2) : word.group(1);
                boolean isModel = plain.endsWith(".e") || plain.endsWith(".g");
                boolean isWritten = isModel && (verb.equals("make") || verb.equals("copy") && files > 0
                        || verb.equals("repair") && words.getLast().equals("-o"));
                files += isModel ? 1 : 0;
                words.add(isWritten ? folder.resolve(plain).toString() : local(plain));
            }
            Run run = Run.exo(words.toArray(String[]::new));
            assertFalse(run.exit() == 2 || run.exit() >= 70, () -> example + "\n" + run.err());
        }
    }

    private String local(String word) throws IOException {
        if (word.endsWith(".e") || word.endsWith(".g")) {
            Path copy = folder.resolve(word.replace("*", "1"));
            return Files.write(copy, Files.readAllBytes(Path.of(Run.testdata("plate.e")))).toString();
        }
        boolean isOutput = word.matches("[a-z0-9-]+\\.(npy|json|csv|svg|png|gif|ndjson)");
        return isOutput ? folder.resolve(word).toString() : word;
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasAManualPage(String verb) {
        Run run = Run.exo("man", verb);
        assertAll(() -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().startsWith(".TH EXO\\-" + verb.toUpperCase(Locale.ROOT))
                        || run.out().startsWith(".TH EXO-" + verb.toUpperCase(Locale.ROOT)), run::out),
                () -> assertTrue(run.out().contains("\n.SH EXAMPLES\n"), run::out),
                () -> assertTrue(run.out().contains("\n.SH EXIT STATUS\n"), run::out));
    }

    @Test
    void commandHasAManualPage() {
        assertTrue(Run.exo("man").out().contains("\\fBexo\\-cat(1)\\fR\n"), () -> Run.exo("man").out());
    }

    @Test
    void helpFitsIntoEightyColumns() {
        for (String verb : verbs().toList()) {
            String help = Run.onTerminal(24, 80, verb, "--help").out();
            // Examples are there to be copied, and are not broken.
            String text = help.contains("Examples:") ? help.substring(0, help.indexOf("Examples:")) : help;
            assertTrue(text.lines().allMatch(line -> line.length() <= 80), verb + "\n" + text);
        }
    }
}
