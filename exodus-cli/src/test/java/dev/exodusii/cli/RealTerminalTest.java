package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a real terminal, which `script` makes.
@EnabledOnOs(OS.LINUX)
class RealTerminalTest {

    private static final String ESCAPE = "\u001b[";

    @TempDir
    private Path home;

    /// Puts the command together as the build does, of what the tests run with.
    @BeforeEach
    void assemble() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "there is no script(1)");
        Path lib = Files.createDirectory(home.resolve("lib"));
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                Stream.of(System.getProperty("jdk.module.path").split(File.pathSeparator))
                        .map(module -> Path.of(module).toUri().toString()).collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(lib.resolve("exo.jar")), manifest).close();
        Files.copy(Path.of("exo"), home.resolve("exo"));
        Files.copy(Path.of("exo.args"), home.resolve("exo.args"));
        // What is printed must not depend on where the project lies.
        Files.copy(Path.of(Run.testdata("plate.e")), home.resolve("plate.e"));
        assertTrue(home.resolve("exo").toFile().setExecutable(true));
    }

    private String terminal(String environment, String command) throws IOException, InterruptedException {
        Path log = home.resolve("log");
        Process process = new ProcessBuilder(List.of("/usr/bin/script", "-qec", "stty rows 30 cols 60; " + environment
                + " " + home.resolve("exo") + " " + command, "/dev/null")).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).redirectInput(new File("/dev/null")).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> read(log));
        return read(log).replace("\r\n", "\n");
    }

    private static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void terminalGetsColoursAndLinesThatFit() throws IOException, InterruptedException {
        String screen = terminal("TERM=xterm NO_COLOR= EXO_PAGER=", "info plate.e");
        assertAll(() -> assertTrue(screen.contains(ESCAPE), screen),
                () -> assertTrue(screen.replaceAll("\u001b\\[[0-9;]*m", "").lines()
                        .allMatch(line -> line.length() <= 60), screen));
    }

    @Test
    void coloursCanBeTurnedOff() throws IOException, InterruptedException {
        assertFalse(terminal("TERM=xterm NO_COLOR=1 EXO_PAGER=", "info plate.e").contains(ESCAPE));
        assertFalse(terminal("TERM=dumb EXO_PAGER=", "info plate.e").contains(ESCAPE));
    }

    @Test
    void pipeGetsNeitherColoursNorAlignment() throws IOException, InterruptedException {
        String rows = terminal("TERM=xterm", "cat plate.e time | cat");
        assertEquals("step\ttime\n0\t0\n1\t0.25\n2\t0.5\n3\t1\n4\t2\n", rows);
    }

    @Test
    void readerThatHasEnoughEndsItQuietly() throws IOException, InterruptedException {
        String rows = terminal("TERM=xterm", "cat plate.e coord | head -2");
        assertEquals("node\tx\ty\tz\n107\t0\t0\t0\n", rows);
    }

    @Test
    void progressIsForWhoWatches() throws IOException, InterruptedException {
        assertFalse(terminal("TERM=xterm", "stats plate.e --no-pager").contains("left"));
    }

    @Test
    void pagerMayLeaveEarly() throws IOException, InterruptedException {
        assertEquals("  address", terminal("NO_COLOR=1 EXO_PAGER='head -c 9'", "ls plate.e"));
    }

    @Test
    void fullDiskIsAnError() throws IOException, InterruptedException {
        String screen = terminal("", "info plate.e > /dev/full; echo $?");
        assertEquals("error: results cannot be written: No space left on device\n7\n", screen);
    }

    @Test
    void optionsOfOtherJvmsAreNotHeeded() throws IOException, InterruptedException {
        String rows = terminal("JDK_JAVA_OPTIONS=-Xmx1g JAVA_TOOL_OPTIONS=-XX:+UseG1GC CLASSPATH=/x JAVA_HOME=/nowhere",
                "cat plate.e time --head 1 | cat");
        assertEquals("step\ttime\n0\t0\n", rows);
    }

    @Test
    void namesBeyondAsciiNeedNoLocale() throws IOException, InterruptedException {
        Files.copy(home.resolve("plate.e"), home.resolve("größe.e"));
        for (String locale : List.of("LC_ALL=C", "LC_ALL= LANG=C", "LC_ALL= LANG=xx_YY.UTF-8", "LC_ALL=xx_YY.UTF-8")) {
            assertEquals("step\ttime\n0\t0\n", terminal(locale, "cat größe.e time --head 1 | cat"), locale);
        }
    }

    @Test
    void launcherIsFoundThroughLinks() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(home.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("first"), Path.of("../exo"));
        Files.createSymbolicLink(folder.resolve("exo"), Path.of("first"));
        String versions = terminal("export PATH=" + folder + ":$PATH CDPATH=/:/tmp;",
                "--version; cd ./bin; exo --version; ./exo --version");
        assertEquals(3, versions.lines().filter(line -> line.startsWith("exo ")).count(), versions);
    }

    @Test
    void bashCompletesNamesWithQuotes() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
        Files.writeString(home.resolve("ask"), """
                source <("$1" completion bash)
                COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=("$1") COMPREPLY=()
                compopt() { :; }
                _exo
                printf '%s\\n' "${COMPREPLY[@]}"
                """);
        assertEquals("nodal/temperature\n", terminal("", "--version > /dev/null; bash ask ./exo \"exo cat 'plate.e' nodal/t\""));
    }

    @Test
    void followingShowsOneLineAndLeavesIt() throws IOException, InterruptedException {
        String screen = terminal("TERM=xterm NO_COLOR=1", "follow plate.e nodal/temperature --settle 0 --until 5");
        assertEquals("\rstep 4  time 2  nodal/temperature 310.575 .. 345.212" + ESCAPE + "K\n", screen);
    }

    @Test
    void followingEndsAtAnInterrupt() throws IOException, InterruptedException {
        assumeTrue(!ignoresInterrupts(), "interrupts are ignored here");
        Path log = home.resolve("log");
        Process process = new ProcessBuilder(List.of("/usr/bin/script", "-qec", "trap : INT; stty rows 30 cols 60 -echo;"
                + " NO_COLOR=1 " + home.resolve("exo") + " follow plate.e --settle 0; echo $?", "/dev/null"))
                .directory(home.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (OutputStream keyboard = process.getOutputStream()) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!read(log).contains("step 4") && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            keyboard.write(3);
            keyboard.flush();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> read(log));
        } finally {
            process.destroy();
        }
        assertEquals("\rstep 4  time 2" + ESCAPE + "K\n130\n", read(log).replace("\r\n", "\n"));
    }

    /// As a program in the background of a shell does: all that it starts ignores them, too.
    private static boolean ignoresInterrupts() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(line.indexOf(':') + 1).strip(), 16) & 2) != 0);
    }

    /// So many files take a while; what is written meanwhile has another name.
    @Test
    void interruptedOutputLeavesNoFile() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(home.resolve("results"));
        List<String> words = new ArrayList<>(List.of(home.resolve("exo").toString(), "cat"));
        words.addAll(Collections.nCopies(10_000, "plate.e"));
        words.addAll(List.of("nodal/disp", "--step", "all", "--output", "results/disp.csv"));
        Process process = new ProcessBuilder(words).directory(home.toFile()).redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile()).start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (files(folder).isEmpty() && process.isAlive() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertTrue(process.isAlive(), () -> "ended too early: " + read(home.resolve("log")));
        assertEquals(1, files(folder).size());
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(List.of(), files(folder));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
