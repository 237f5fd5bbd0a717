package dev.exodusii.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only a cache needs Caffeine, and who lacks it is told what to do: programs of their own, with and without it.
class CaffeineIsOptionalTest {

    private static final String PROGRAM = """
            import dev.exodusii.ExodusFile;
            import dev.exodusii.cache.StepCache;
            import dev.exodusii.mmap.Exodus;
            import java.nio.file.Path;

            void main(String[] arguments) throws Exception {
                try (ExodusFile file = Exodus.open(Path.of(arguments[0]))) {
                    IO.println("reads " + file.nodal("temperature").step(0).size() + " values");
                    StepCache cache = StepCache.ofBytes(1_000_000);
                    IO.println("keeps " + cache.floats(file.nodal("temperature"), 0).length + " values");
                } catch (IllegalStateException e) {
                    IO.println(e.getMessage());
                }
            }
            """;

    private static final String MISSING = "dev.exodusii.cache needs the library Caffeine: add the dependency"
            + " com.github.ben-manes.caffeine:caffeine (3.x), and in a program of modules"
            + " 'requires com.github.benmanes.caffeine' or --add-modules com.github.benmanes.caffeine";

    @TempDir
    Path folder;

    private static String path(boolean withCaffeine) {
        return Stream.of("jdk.module.path", "java.class.path")
                .flatMap(property -> Arrays.stream(System.getProperty(property, "").split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty() && !entry.contains("test-classes"))
                .filter(entry -> withCaffeine || !Path.of(entry).getFileName().toString().startsWith("caffeine"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> run(String... options) throws IOException, InterruptedException {
        Path program = folder.resolve("Program.java");
        Files.writeString(program, PROGRAM);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(program.toString(), System.getProperty("exodus.testdata") + "/plate.e"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.lines().filter(line -> !line.startsWith("SLF4J")).toList();
    }

    @Test
    void onTheClassPathWithoutItFilesAreReadAndACacheTellsWhatIsMissing() throws Exception {
        assertEquals(List.of("reads 26 values", MISSING), run("-cp", path(false)));
    }

    @Test
    void onTheModulePathNothingLoadsItBeforeItIsRequired() throws Exception {
        assertEquals(List.of("reads 26 values", MISSING), run("-p", path(true), "--add-modules", "dev.exodusii.mmap"));
    }

    @Test
    void onTheModulePathACacheWorksWhereItIsRequired() throws Exception {
        assertEquals(List.of("reads 26 values", "keeps 26 values"), run("-p", path(true), "--add-modules",
                "dev.exodusii.mmap,com.github.benmanes.caffeine"));
    }
}
