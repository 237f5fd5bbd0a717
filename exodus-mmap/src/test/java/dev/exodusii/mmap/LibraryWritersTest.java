package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exodusii.mmap.FileEvent.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Follows the reference library and netCDF4-python while they write, and checks every value of every step. Skipped where
/// gcc, libexodus or the Python module is missing; `-Dexodus.live.steps=10000` is the long proof.
@Timeout(1800)
class LibraryWritersTest {

    private static final int STEPS = Integer.getInteger("exodus.live.steps", 250);
    private static final Path SOURCES = Path.of(System.getProperty("user.dir"), "src", "test");

    @TempDir
    Path folder;

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"buffered", "shared", "rarely"})
    void followsTheReferenceLibrary(String mode) throws Exception {
        String program = folder.resolve("live_writer").toString();
        assumeTrue(runs("gcc", "-O1", "-ffp-contract=off", SOURCES.resolve("c/live_writer.c").toString(), "-o", program,
                "-lexoIIv2c", "-lnetcdf"), "no gcc or no libexodus");
        follow(mode, program, path().toString(), mode, Integer.toString(STEPS), "300");
    }

    @Test
    void followsNetcdf4Python() throws Exception {
        String python = runs("/usr/bin/python3", "-c", "import netCDF4") ? "/usr/bin/python3" : "python3";
        assumeTrue(runs(python, "-c", "import netCDF4"), "no netCDF4-python");
        follow("python", python, SOURCES.resolve("python/live_writer.py").toString(), path().toString(),
                Integer.toString(STEPS), "0.0003");
    }

    private Path path() {
        return folder.resolve("live.e");
    }

    private void follow(String name, String... command) throws Exception {
        WatchOptions options = WatchOptions.standard().every(Duration.ofMillis(1)).quietFor(Duration.ofHours(1));
        Process writer = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try (FollowedRun run = new FollowedRun(); FileWatcher watcher = FileWatcher.of(path(), options, run)) {
            for (boolean isLast = false; !isLast; Thread.sleep(0, 200_000)) {
                isLast = !writer.isAlive();
                watcher.look();
            }
            String output = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, writer.waitFor(), output);
            // However long a busy machine has kept the writer waiting, only its end shows that the last step is complete.
            assertEquals(STEPS - 1, run.steps());
            FileWatcher.of(path(), options.behind(0).from(run.steps()), run).look();
            assertEquals(List.of(), run.wrong());
            assertEquals(STEPS, run.steps());
            assertEquals(0, run.count(Kind.SHRUNK) + run.count(Kind.REPLACED) + run.count(Kind.VANISHED));
            System.out.println(name + ": " + run.steps() + " steps in " + run.count(Kind.GROWN) + " events, "
                    + run.checked() + " values");
        } finally {
            writer.destroy();
        }
    }
}
