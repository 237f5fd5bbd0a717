package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.FileEvent.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a watcher tells of a file, look by look, on a clock that the test turns.
@Timeout(60)
class FileWatcherTest {

    private static final WatchOptions OPTIONS = WatchOptions.standard();

    @TempDir
    Path folder;

    private Path path;
    private final AtomicLong clock = new AtomicLong();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void name() {
        path = folder.resolve("run.e");
    }

    private FileWatcher watcher(WatchOptions options) {
        return FileWatcher.of(path, options, event -> told.add(event.kind() == Kind.GROWN
                ? event.firstStep() + ".." + event.endStep() : event.kind().name()), clock::get);
    }

    private List<String> look(FileWatcher watcher) {
        told.clear();
        watcher.look();
        return List.copyOf(told);
    }

    private void secondsPass(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private LiveWriter writer(int steps) throws IOException {
        return writer(path, steps);
    }

    private static LiveWriter writer(Path where, int steps) throws IOException {
        LiveWriter writer = LiveWriter.create(where, LiveWriter.Order.BUFFERED);
        while (writer.steps() < steps) {
            writer.step();
        }
        return writer;
    }

    @Test
    void theLastStepIsHeldBackUntilAnotherFollows() throws IOException {
        try (LiveWriter writer = writer(3); FileWatcher watcher = watcher(OPTIONS)) {
            assertEquals(List.of("APPEARED", "0..2"), look(watcher));
            assertEquals(List.of(), look(watcher));
            writer.step();
            assertEquals(List.of("2..3"), look(watcher));
        }
    }

    @Test
    void theLastStepIsToldOfWhenNothingWasWrittenForLong() throws IOException {
        try (LiveWriter writer = writer(1); FileWatcher watcher = watcher(OPTIONS)) {
            assertEquals(List.of("APPEARED"), look(watcher));
            secondsPass(4);
            assertEquals(List.of(), look(watcher));
            writer.time();
            secondsPass(1);
            secondsPass(5);
            assertEquals(List.of(), look(watcher), "it was just written to");
            secondsPass(5);
            assertEquals(List.of("0..1"), look(watcher));
            assertEquals(List.of(), look(watcher));
        }
    }

    @Test
    void aStepThatIsCountedBetweenTheGlanceAndTheOpeningIsHeldBack() throws IOException {
        try (LiveWriter writer = LiveWriter.create(path, LiveWriter.Order.SHARED)) {
            writer.step();
            writer.step();
            Runnable[] meanwhile = {() -> { }};
            // The clock is asked after the glance, and before the file is opened.
            FileWatcher watcher = FileWatcher.of(path, OPTIONS, event -> told.add(event.kind() == Kind.GROWN
                    ? event.firstStep() + ".." + event.endStep() : event.kind().name()), () -> {
                        meanwhile[0].run();
                        return clock.get();
                    });
            assertEquals(List.of("APPEARED", "0..1"), look(watcher));
            secondsPass(6);
            meanwhile[0] = () -> {
                meanwhile[0] = () -> { };
                assertEquals(3, Assertions.assertDoesNotThrow(() -> {
                    writer.step();
                    return writer.steps();
                }));
            };
            assertEquals(List.of("1..2"), look(watcher), "the third step may still be written");
        }
    }

    @Test
    void aFileThatNobodyHasWrittenToForLongIsToldOfAtOnce() throws IOException {
        writer(3).close();
        Files.setLastModifiedTime(path, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        assertEquals(List.of("APPEARED", "0..3"), look(watcher(OPTIONS)));
    }

    @Test
    void moreStepsAreHeldBackWhereThatIsWished() throws IOException {
        try (LiveWriter writer = writer(5)) {
            assertEquals(List.of("APPEARED", "0..2"), look(watcher(OPTIONS.behind(3))));
            assertEquals(List.of("APPEARED", "0..5"), look(watcher(OPTIONS.behind(0))));
            assertEquals(5, writer.steps());
        }
    }

    @Test
    void stepsThatTheCallerKnowsAreNotTold() throws IOException {
        try (LiveWriter writer = writer(5); FileWatcher watcher = watcher(OPTIONS.from(4))) {
            assertEquals(List.of("APPEARED"), look(watcher));
            writer.step();
            assertEquals(List.of("4..5"), look(watcher));
        }
    }

    @Test
    void aStepFarAheadIsWaitedFor() throws IOException {
        try (LiveWriter writer = writer(2); FileWatcher watcher = watcher(OPTIONS.from(4))) {
            assertEquals(List.of("APPEARED"), look(watcher));
            writer.step();
            assertEquals(List.of(), look(watcher));
            writer.step();
            writer.step();
            writer.step();
            assertEquals(List.of("4..5"), look(watcher));
        }
    }

    @Test
    void aFileThatDoesNotExistYetIsWaitedFor() throws IOException {
        FileWatcher watcher = watcher(OPTIONS);
        assertEquals(List.of(), look(watcher));
        Files.createFile(path);
        assertEquals(List.of("UNREADABLE"), look(watcher));
        assertEquals(List.of(), look(watcher));
        Files.delete(path);
        assertEquals(List.of(), look(watcher));
        writer(2).close();
        assertEquals(List.of("APPEARED", "0..1"), look(watcher));
    }

    @Test
    void aStepWhoseValuesAreNotThereIsNotTold() throws IOException {
        try (LiveWriter writer = writer(2); FileWatcher watcher = watcher(OPTIONS.behind(0))) {
            assertEquals(List.of("APPEARED", "0..2"), look(watcher));
            writer.count(3);
            writer.time();
            writer.variable(0);
            assertEquals(List.of(), look(watcher));
            writer.variable(1);
            assertEquals(List.of("2..3"), look(watcher));
        }
    }

    @Test
    void aFileThatIsReplacedIsToldFromItsFirstStepOn() throws IOException {
        writer(4).close();
        FileWatcher watcher = watcher(OPTIONS);
        assertEquals(List.of("APPEARED", "0..3"), look(watcher));
        Path other = folder.resolve("other.e");
        writer(other, 6).close();
        Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
        assertEquals(List.of("REPLACED", "0..5"), look(watcher));
    }

    @Test
    void aRunThatIsBegunAnewInPlaceIsTold() throws IOException {
        writer(4).close();
        FileWatcher watcher = watcher(OPTIONS);
        look(watcher);
        Files.delete(path);
        assertEquals(List.of("VANISHED"), look(watcher));
        assertEquals(List.of(), look(watcher));
        // Whatever inode it gets, it has fewer steps.
        try (LiveWriter writer = writer(2)) {
            List<String> events = look(watcher);
            assertTrue(events.equals(List.of("RECOVERED", "SHRUNK")) || events.equals(List.of("RECOVERED", "REPLACED", "0..1")),
                    events::toString);
            writer.step();
        }
    }

    @Test
    void stepsThatAreTakenAwayAndCountedAnewAreToldAgain() throws IOException {
        try (LiveWriter writer = writer(4); FileWatcher watcher = watcher(OPTIONS)) {
            look(watcher);
            writer.count(1);
            assertEquals(List.of("SHRUNK"), look(watcher));
            writer.count(4);
            assertEquals(List.of("1..3"), look(watcher));
        }
    }

    /// The count may be higher than before when the watcher looks next; other times tell.
    @Test
    void aFasterRunInTheSameFileIsKnownByItsTimes() throws IOException {
        try (LiveWriter writer = writer(4); FileWatcher watcher = watcher(OPTIONS)) {
            assertEquals(List.of("APPEARED", "0..3"), look(watcher));
            try (RandomAccessFile again = new RandomAccessFile(path.toFile(), "rw")) {
                again.seek(new SparseModel(2, LiveWriter.NODES, 0, LiveWriter.VARIABLES).recordStart());
                again.writeDouble(17);
            }
            writer.step();
            assertEquals(List.of("REPLACED", "0..4"), look(watcher));
        }
    }

    @Test
    void aNewHeaderIsToldAndStepsGoOn() throws IOException {
        writer(3).close();
        FileWatcher watcher = watcher(OPTIONS);
        assertEquals(List.of("APPEARED", "0..2"), look(watcher));
        byte[] bytes = Files.readAllBytes(path);
        int name = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("vals_nod_var2");
        bytes[name + 12] = '9';
        Files.write(path, bytes, StandardOpenOption.WRITE);
        assertEquals(List.of("REDEFINED"), look(watcher));
    }

    @Test
    void aCountThatPromisesTooMuchIsNoReasonToTellMore() throws IOException {
        try (LiveWriter writer = writer(2); FileWatcher watcher = watcher(OPTIONS)) {
            look(watcher);
            writer.count(1_000_000);
            assertEquals(List.of(), look(watcher));
            secondsPass(6);
            assertEquals(List.of("1..2"), look(watcher));
        }
    }

    @Test
    void afterClosingNothingIsTold() throws IOException {
        writer(3).close();
        AtomicReference<FileWatcher> itself = new AtomicReference<>();
        FileWatcher watcher = FileWatcher.of(path, OPTIONS, event -> {
            told.add(event.kind().name());
            itself.get().close();
        });
        itself.set(watcher);
        watcher.look();
        watcher.look();

        assertEquals(List.of("APPEARED"), told);
        assertTrue(watcher.isClosed());
    }

    @Test
    void aListenerThatFailsIsToldOfWhatComesNext() throws IOException {
        try (LiveWriter writer = writer(3)) {
            FileWatcher watcher = FileWatcher.of(path, OPTIONS, event -> {
                told.add(event.kind().name());
                throw new IOException("cannot cope");
            });
            watcher.look();
            writer.step();
            watcher.look();

            assertEquals(List.of("APPEARED", "GROWN", "GROWN"), told);
        }
    }

    @Test
    void looksBecomeRarerWhereNothingHappens() throws IOException {
        writer(1).close();
        FileWatcher watcher = watcher(OPTIONS);
        watcher.look();
        secondsPass(10);
        watcher.look();
        assertEquals(Duration.ofSeconds(1), watcher.pause());
        for (int i = 0; i < 20; i++) {
            watcher.look();
        }
        assertEquals(Duration.ofSeconds(2), watcher.pause());
        for (int i = 0; i < 200; i++) {
            watcher.look();
        }
        assertEquals(Duration.ofSeconds(4), watcher.pause());
    }

    @Test
    void anEventOpensTheFileOrSaysThatItHasChangedAgain() throws IOException {
        try (LiveWriter writer = writer(3)) {
            List<FileEvent> events = new ArrayList<>();
            FileWatcher.of(path, OPTIONS, events::add).look();
            try (ExodusFile file = events.getLast().open()) {
                assertEquals(3, file.times().steps());
            }
            writer.count(1);
            IOException changed = assertThrows(IOException.class, events.getLast()::open);
            assertTrue(changed.getMessage().contains("has changed again"), changed.getMessage());
        }
    }

    @Test
    void eventsAreToldInWords() throws IOException {
        writer(4).close();
        List<String> words = new ArrayList<>();
        FileWatcher.of(path, OPTIONS, event -> words.add(event.toString())).look();

        assertEquals(List.of(path + ": is there", path + ": steps 0 to 2 are new"), words);
    }

    @Test
    void aThreadOfItsOwnEndsWithTheWatcher() throws Exception {
        try (LiveWriter writer = writer(1)) {
            CountDownLatch grown = new CountDownLatch(5);
            FileWatcher watcher = FileWatcher.start(path, OPTIONS.every(Duration.ofMillis(1)), event -> {
                if (event.kind() == Kind.GROWN) {
                    assertTrue(Thread.currentThread().isDaemon());
                    grown.countDown();
                }
            });
            while (!grown.await(5, TimeUnit.MILLISECONDS)) {
                writer.step();
            }
            watcher.close();
            watcher.close();

            assertTrue(watcher.awaitEnd(Duration.ofSeconds(10)));
            assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName()
                    .startsWith("exodus watcher of run.e") && thread.isAlive() && waits(thread)));
        }
    }

    /// The latch goes down a moment before the thread is gone.
    private static boolean waits(Thread thread) {
        try {
            return !thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anInterruptEndsTheThread() throws Exception {
        writer(2).close();
        AtomicReference<Thread> thread = new AtomicReference<>();
        CountDownLatch seen = new CountDownLatch(1);
        FileWatcher watcher = FileWatcher.start(path, OPTIONS.every(Duration.ofHours(1)), _ -> {
            thread.set(Thread.currentThread());
            seen.countDown();
        });
        assertTrue(seen.await(10, TimeUnit.SECONDS));
        thread.get().interrupt();

        assertTrue(watcher.awaitEnd(Duration.ofSeconds(10)));
        assertTrue(watcher.isClosed());
    }

    @Test
    void threadsOfTheCallerLookToo() throws Exception {
        try (LiveWriter writer = writer(1); ScheduledExecutorService executor = Executors.newScheduledThreadPool(2)) {
            AtomicInteger steps = new AtomicInteger();
            FileWatcher watcher = FileWatcher.start(path, OPTIONS.every(Duration.ofMillis(1)),
                    event -> steps.set((int) event.endStep()), executor);
            while (steps.get() < 5) {
                writer.step();
                Thread.sleep(2);
            }
            watcher.close();

            assertTrue(watcher.awaitEnd(Duration.ofSeconds(10)));
        }
    }

    @Test
    void timesThatAreTooLongToCountAreForEver() throws IOException, InterruptedException {
        writer(1).close();
        Files.setLastModifiedTime(path, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        Duration ever = java.time.temporal.ChronoUnit.FOREVER.getDuration();
        for (Duration quiet : List.of(Duration.ofNanos(Long.MAX_VALUE), ever)) {
            try (FileWatcher watcher = watcher(OPTIONS.quietFor(quiet).every(ever))) {
                assertEquals(List.of("APPEARED"), look(watcher));
                assertEquals(Duration.ofNanos(Long.MAX_VALUE), watcher.pause());
            }
        }
        FileWatcher ended = FileWatcher.start(path, OPTIONS, _ -> {});
        ended.close();
        assertTrue(ended.awaitEnd(ever));
    }
}
