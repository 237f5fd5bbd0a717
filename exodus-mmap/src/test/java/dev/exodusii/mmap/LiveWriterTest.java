package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.mmap.FileEvent.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A program of its own adds steps while this one follows: every value of every step is checked when it is reported, and
/// of many steps again at the end. `-Dexodus.live.steps=10000` is the long proof; `LibraryWritersTest` has real writers.
@Timeout(900)
class LiveWriterTest {

    private static final int STEPS = Integer.getInteger("exodus.live.steps", 400);

    @TempDir
    Path folder;

    private static Process writer(Path path, LiveWriter.Order order, int pauseMicros) throws Exception {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:+UseSerialGC", "-cp", Forked.classPath(), LiveWriter.class.getName(), path.toString(), order.name(),
                Integer.toString(STEPS), Integer.toString(pauseMicros))).redirectErrorStream(true).start();
    }

    @ParameterizedTest
    @EnumSource
    void everyStepOfALiveWriterIsReportedOnceAndRight(LiveWriter.Order order) throws Exception {
        Path path = folder.resolve("live.e");
        WatchOptions options = WatchOptions.standard().every(Duration.ofNanos(200_000)).quietFor(Duration.ofHours(1));
        Process writer = writer(path, order, 500);
        try (FollowedRun run = new FollowedRun(); FileWatcher watcher = FileWatcher.of(path, options, run)) {
            for (boolean isLast = false; !isLast; Thread.sleep(0, 100_000)) {
                isLast = !writer.isAlive();
                watcher.look();
            }
            String output = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, writer.waitFor(), output);
            // However long a busy machine has kept the writer waiting, only its end shows that the last step is complete.
            assertEquals(STEPS - 1, run.steps());
            FileWatcher.of(path, options.behind(0).from(run.steps()), run).look();
            assertEquals(List.of(), run.wrong());
            assertAll(() -> assertEquals(STEPS, run.steps()),
                    () -> assertEquals(2, run.count(Kind.APPEARED)),
                    () -> assertEquals(0, run.count(Kind.SHRUNK) + run.count(Kind.REPLACED) + run.count(Kind.REDEFINED)
                            + run.count(Kind.VANISHED)),
                    () -> assertTrue(run.count(Kind.GROWN) > STEPS / 1000, "followed in " + run.count(Kind.GROWN) + " bites"));
            System.out.println(order + ": " + run.steps() + " steps in " + run.count(Kind.GROWN) + " events, "
                    + run.checked() + " values");
        } finally {
            writer.destroy();
        }
    }

    /// What the watcher is for: who takes each step as soon as it is counted reads values that are not there yet.
    @Test
    void withoutHoldingBackAStepThatIsBeingWrittenWouldBeSeen() throws Exception {
        Path path = folder.resolve("half.e");
        WatchOptions hasty = WatchOptions.standard().behind(0);
        try (LiveWriter writer = LiveWriter.create(path, LiveWriter.Order.SHARED_BACKWARDS); FollowedRun run = new FollowedRun()) {
            writer.count(1);
            writer.variable(1);
            FileWatcher.of(path, hasty, run).look();

            assertEquals(1, run.steps());
            assertTrue(run.wrong().getFirst().startsWith("step 0: time 0.0"), run.wrong()::toString);
        }
    }
}
