package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.transform.ModelCopy;
import dev.exodusii.write.ExodusWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Copies are the same to the programs that others read them with: libexodus, exodiff and netCDF's `ncdump`. Each test is
/// skipped where its program is missing.
///
/// `-Dexodus.copied=FOLDER` copies all files in another folder, `-Dexodus.exodiff=PROGRAM` names exodiff where it is not on
/// the path, `-Dexodus.libexodus='-Iinclude -Llib -lexodus'` another libexodus than that of the system.
class ReferenceProgramsTest {

    private static final Path FILES = Path.of(System.getProperty("exodus.copied", Testdata.FOLDER.toString()));
    private static final Path SOURCE = Path.of(System.getProperty("user.dir"), "src", "test", "c", "contents.c");
    private static final long LARGEST = 50_000_000;
    /// What is wrong with a file is not copied: these were made to have something that a sound copy has not.
    private static final Map<String, String> MENDED = Map.ofEntries(
            Map.entry("foreign-results.e", "two layouts in one file, results for all blocks together"),
            Map.entry("mixed-layout.e", "two layouts in one file"),
            Map.entry("many-vars.e", "floats among doubles"),
            Map.entry("names-odd.e", "names of bytes, in one row, in two encodings"),
            Map.entry("no-attributes.e", "no version"),
            Map.entry("no-ids.e", "no ids"),
            Map.entry("empty-mesh.e", "no ids"),
            Map.entry("truth-wrong.e", "wrong truth tables"),
            Map.entry("attributes-odd.e", "attributes of wrong types"),
            Map.entry("block-status-zero.g", "a block that its status denies"),
            Map.entry("nodvar-missing.g", "a name of no variable"),
            Map.entry("no-version.g", "no version"),
            Map.entry("no-wordsize.g", "no width of reals"),
            Map.entry("truth-says-no-var-present.g", "a wrong truth table"));

    @TempDir
    private Path folder;

    private record Output(int status, String text) {}

    /// Bytes are kept as characters.
    private Output run(String... command) {
        try {
            Path text = Files.createTempFile(folder, "output", "");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(text.toFile()).start();
            Output output = new Output(process.waitFor(), Files.readString(text, StandardCharsets.ISO_8859_1));
            Files.delete(text);
            return output;
        } catch (IOException notThere) {
            return new Output(127, notThere.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(bin -> Path.of(bin, program))
                .filter(Files::isExecutable).map(Path::toString).findFirst().orElse("");
    }

    /// Copies all files and has each compared with its copy.
    ///
    /// @param comparison returns what differs, empty where nothing does
    private void forEachCopy(String program, BiFunction<Path, Path, String> comparison) throws IOException {
        List<Path> files;
        try (Stream<Path> all = FILES.equals(Testdata.FOLDER) ? Files.list(FILES) : Files.walk(FILES)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<String> different = new ArrayList<>();
        int count = 0;
        for (Path original : files) {
            Path copy = folder.resolve("copy.e");
            if (Files.size(original) <= LARGEST && !MENDED.containsKey(original.getFileName().toString())
                    && isCopied(original, copy)) {
                count++;
                String difference = comparison.apply(original, copy);
                if (!difference.isEmpty()) {
                    different.add(original + ": " + difference);
                }
            }
            Files.deleteIfExists(copy);
        }
        System.out.printf("%s: %,d copies compared, %,d differ%n", program, count, different.size());
        assertTrue(count > 0, "nothing was compared");
        assertEquals("", String.join("\n", different));
    }

    /// What is cut short is not compared: others read zeros where nothing is.
    private static boolean isCopied(Path original, Path copy) throws IOException {
        try (ExodusFile file = Exodus.open(original)) {
            if (file.container().layout().isTruncated() || file.container().layout().isStreaming()
                    || file.version().isEmpty()) {
                return false;
            }
            ModelCopy plan = ModelCopy.of(file).plan();
            try (ExodusWriter writer = Exodus.create(copy, plan.definition().build())) {
                plan.to(writer);
            }
            return true;
        } catch (UnreadableFileException | DamagedDataException none) {
            return false;
        }
    }

    @Test
    void ncdumpPrintsTheSameButForWhatTheRulesSay() throws IOException {
        String ncdump = onPath("ncdump");
        assumeTrue(!ncdump.isEmpty(), "skipped: no ncdump");
        Map<String, Long> applied = new TreeMap<>();
        forEachCopy("ncdump", (original, copy) -> {
            Output was = run(ncdump, "-p", "9,17", original.toString());
            Output is = run(ncdump, "-p", "9,17", copy.toString());
            if (was.status() != 0 || is.status() != 0) {
                return was.text() + is.text();
            }
            CopyRules rules = CopyRules.compare(Cdl.parse(was.text()), Cdl.parse(is.text()));
            rules.applied().keySet().forEach(rule -> applied.merge(rule, 1L, Long::sum));
            applied.merge(rules.applied().isEmpty() ? "(the same)" : "(explained)", 1L, Long::sum);
            return String.join("; ", rules.unexplained());
        });
        System.out.println("ncdump: in how many files " + applied);
    }

    @Test
    void libexodusFindsTheSame() throws IOException {
        String program = folder.resolve("contents").toString();
        List<String> compiler = new ArrayList<>(List.of("gcc", "-O1", SOURCE.toString(), "-o", program));
        compiler.addAll(List.of(System.getProperty("exodus.libexodus", "-lexoIIv2c").split(" ")));
        compiler.addAll(List.of("-lnetcdf", "-lm"));
        Output compiled = run(compiler.toArray(String[]::new));
        assumeTrue(compiled.status() == 0, "skipped: no gcc or no libexodus");
        forEachCopy("libexodus", (original, copy) -> {
            Output was = run(program, original.toString());
            Output is = run(program, copy.toString());
            return was.equals(is) ? "" : firstDifference(was.text(), is.text());
        });
    }

    private static String firstDifference(String was, String is) {
        String[] before = was.split("\n");
        String[] after = is.split("\n");
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            if (!before[i].equals(after[i])) {
                return before[i] + " became " + after[i];
            }
        }
        return before.length + " lines became " + after.length;
    }

    /// A file that exodiff does not find the same as itself is as different from its copy.
    @Test
    void exodiffFindsNoDifference() throws IOException {
        String exodiff = System.getProperty("exodus.exodiff", onPath("exodiff"));
        assumeTrue(!exodiff.isEmpty(), "skipped: no exodiff");
        Output sound = exodiff(exodiff, Testdata.FOLDER.resolve("plate.e"), Testdata.FOLDER.resolve("plate.e"));
        assertEquals(0, sound.status(), () -> "exodiff does not work: " + sound.text());
        Map<Integer, Long> verdicts = new TreeMap<>();
        forEachCopy("exodiff", (original, copy) -> {
            Output self = exodiff(exodiff, original, original);
            verdicts.merge(self.status(), 1L, Long::sum);
            Output other = exodiff(exodiff, original, copy);
            return self.status() == other.status() ? "" : self.status() + " became " + other.status() + ": "
                    + other.text().lines().filter(line -> !line.isBlank()).reduce((one, next) -> next).orElse("");
        });
        System.out.println("exodiff: how many files have which status beside themselves " + verdicts);
    }

    private Output exodiff(String exodiff, Path one, Path other) {
        return run(exodiff, "-absolute", "-tolerance", "0", "-Floor", "0", "-coordinate_tolerance", "0", "-pedantic",
                "-ignore_nans", "-no_short", "-case_sensitive", "-no_nsmap", "-no_ssmap", "-match_file_order",
                one.toString(), other.toString());
    }
}
