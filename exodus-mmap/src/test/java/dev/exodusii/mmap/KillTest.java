package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.RealView;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A writer is killed at random moments; whatever it had announced is in the file, complete and exact.
/// `-Dexodus.kills=200` does that more often.
class KillTest {

    private static final int ROUNDS = Integer.getInteger("exodus.kills", 2);
    private static final int BEFORE = 3;

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("exodus.seed", 42));

    @ParameterizedTest
    @ValueSource(strings = {"new", "in-place", "append", "new-durable", "in-place-durable", "append-durable"})
    void allThatWasAnnouncedIsInTheFile(String mode) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path path = folder.resolve("killed-" + round + ".e");
            if (mode.startsWith("append")) {
                begin(path);
            }
            // One of them at least is killed among its steps, however slow the machine.
            long announced = kill(path, mode, round == 0 ? 5 : 0);
            assertTrue(round > 0 || announced > 0);
            check(path, mode, announced);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void begin(Path path) throws IOException {
        try (NetcdfWriter writer = NetcdfOutput.create(path, KilledWriter.definition())) {
            writer.put(writer.variable("mesh"), Values.of(KilledWriter.mesh()));
            for (int step = 0; step < BEFORE; step++) {
                KilledWriter.put(writer, step);
            }
            writer.announce(BEFORE);
        }
    }

    /// Returns how many steps the writer had announced, or -1 when there was no complete mesh yet.
    private long kill(Path path, String mode, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", classPath(), KilledWriter.class.getName(), path.toString(), mode)
                .redirectError(folder.resolveSibling("stderr").toFile()).start();
        long announced = mode.startsWith("append") ? BEFORE : -1;
        try (BufferedReader out = process.inputReader()) {
            assertEquals("begins", out.readLine(), () -> read(folder.resolveSibling("stderr")));
            for (int i = 0; i < lines; i++) {
                announced = Long.parseLong(out.readLine().replace("announced ", ""));
            }
            Thread killer = Thread.ofPlatform().start(() -> {
                LockSupport.parkNanos(random.nextLong(mode.endsWith("-durable") ? 400_000_000 : 200_000_000));
                // Not by the process itself, which would close its output before the last lines are read.
                process.toHandle().destroyForcibly();
            });
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                // The last line may be cut short, too; a shorter number is a smaller one.
                String number = line.replaceAll("\\D", "");
                announced = number.isEmpty() ? announced : Math.max(announced, Long.parseLong(number));
            }
            killer.join();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return announced;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            return e.toString();
        }
    }

    static String classPath() {
        String own = Path.of(System.getProperty("exodus.testdata")).toAbsolutePath().normalize().getParent().toString();
        return Stream.concat(Stream.of(own + "/exodus-mmap/target/test-classes", own + "/exodus-mmap/target/classes"),
                Stream.of(System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path", ""))
                        .flatMap(paths -> Stream.of(paths.split(File.pathSeparator)))).filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void check(Path path, String mode, long announced) throws IOException {
        if (announced < 0 && Files.notExists(path)) {
            return;
        }
        if (announced < 0 && mode.startsWith("in-place") && isRefused(path)) {
            return;
        }
        try (NetcdfFile file = Netcdf.open(path)) {
            long steps = file.layout().records();
            assertFalse(file.layout().isTruncated(), () -> file.findings().toString());
            assertTrue(steps >= announced, () -> steps + " of " + announced + " steps");
            assertArrayEquals(KilledWriter.mesh(), file.requireVariable("mesh").view().reals().toArray());
            for (long step = 0; step < steps; step++) {
                checkStep(file, step);
            }
            // Nothing is announced that is not complete: so the program that was killed said at most one step less.
            assertTrue(steps <= announced + 1 || announced < 0, () -> steps + " steps, " + announced + " announced");
        }
        goOn(path);
    }

    private static boolean isRefused(Path path) throws IOException {
        try (NetcdfFile _ = Netcdf.open(path)) {
            return false;
        } catch (UnreadableFileException e) {
            return true;
        }
    }

    private static void checkStep(NetcdfFile file, long step) {
        double[] temperature = KilledWriter.temperature(step);
        assertEquals(step * 0.5, file.requireVariable("time_whole").view().reals().get(step));
        assertArrayEquals(temperature, file.requireVariable("temperature").view().realMatrix().row(step).toArray());
        assertArrayEquals(KilledWriter.flags(step), file.requireVariable("flags").view().select(0, step).rawSegment()
                .orElseThrow().toArray(ValueLayout.JAVA_BYTE));
        RealView small = file.requireVariable("small").view().realMatrix().row(step);
        for (int i = 0; i < temperature.length; i++) {
            assertEquals((float) temperature[i], small.getFloat(i));
        }
    }

    /// A killed program is started again, and adds to its file.
    private static void goOn(Path path) throws IOException {
        long steps;
        try (NetcdfWriter writer = NetcdfOutput.append(path, WriteOption.OVERWRITE_UNCOUNTED)) {
            steps = writer.records();
            KilledWriter.put(writer, steps);
            writer.announce(steps + 1);
        }
        try (NetcdfFile file = Netcdf.open(path)) {
            assertEquals(steps + 1, file.layout().records());
            checkStep(file, steps);
        }
    }
}
