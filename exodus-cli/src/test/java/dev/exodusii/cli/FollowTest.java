package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.cli.text.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `exo follow`: a file that grows, as the plate does when its steps are counted one after another.
@Timeout(60)
class FollowTest {

    private static final String HEADING = "step\ttime\tnodal/temperature min\tnodal/temperature max\n";

    @TempDir
    private Path folder;

    /// Sets how many of the plate's five steps its header counts.
    private static void count(Path path, int steps) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, steps), 4);
        }
    }

    private Path plate(int steps) throws IOException {
        Path path = Run.copy("plate.e", folder);
        count(path, steps);
        return path;
    }

    /// A run whose output can be looked at meanwhile: how fast this machine is must not matter.
    private record Running(CompletableFuture<Integer> exit, ByteArrayOutputStream out, ByteArrayOutputStream err) {

        void await(String printed) throws InterruptedException {
            while (!text(out).contains(printed)) {
                Thread.sleep(5);
            }
        }

        Run end() throws Exception {
            int number = exit.get(50, TimeUnit.SECONDS);
            return new Run(number, text(out), text(err));
        }

        private static String text(ByteArrayOutputStream bytes) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static Running begin(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal pipe = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Optional.empty(), Map.of());
        return new Running(CompletableFuture.supplyAsync(() -> Exo.run(pipe, words)), out, err);
    }

    @Test
    void eachStepIsALineForPrograms() throws Exception {
        Run run = Run.exo("follow", plate(5).toString(), "nodal/temperature", "--settle", "0", "--until", "5");
        assertAll(() -> assertEquals(0, run.exit()), () -> assertEquals("", run.err()),
                () -> assertTrue(run.out().startsWith(HEADING + "0\t0\t294.1254\t296.0643\n"), run::out),
                () -> assertEquals(6, run.out().lines().count()));
    }

    @Test
    void rangesAreThoseOfStats() throws Exception {
        String path = plate(5).toString();
        String follow = Run.exo("follow", path, "elem/stress_yy", "--settle", "0", "--until", "5").out();
        String stats = Run.exo("stats", path, "elem/stress_yy", "--per-step").out();
        assertEquals(stats.lines().skip(1).map(line -> line.split("\t", -1)).map(cells -> cells[0] + "\t" + cells[1] + "\t"
                + cells[2] + "\t" + cells[4]).toList(), follow.lines().skip(1).toList());
    }

    @Test
    void stepsOfALiveFileComeAsTheyAreCounted() throws Exception {
        Path path = plate(1);
        Running running = begin("follow", path.toString(), "--interval", "0.01", "--until", "4");
        for (int steps = 2; steps <= 5; steps++) {
            count(path, steps);
            running.await("\n" + (steps - 2) + "\t");
        }
        Run run = running.end();
        assertAll(() -> assertEquals(0, run.exit()),
                () -> assertEquals("step\ttime\n0\t0\n1\t0.25\n2\t0.5\n3\t1\n", run.out()));
    }

    @Test
    void jsonHasAnObjectForEachStepAndEachEvent() throws Exception {
        Path path = plate(5);
        Path other = Files.copy(path, folder.resolve("other.e"));
        Running running = begin("follow", path.toString(), "nodal/temperature", "--json", "--interval",
                "0.01", "--settle", "0", "--quiet-for", "3");
        running.await("{\"step\":4,");
        Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
        Run run = running.end();
        assertAll(() -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().startsWith("{\"step\":0,\"time\":0,\"ranges\":[{\"variable\":\"nodal/temperature\","
                        + "\"min\":294.1254,\"max\":296.0643,\"nan\":0,\"inf\":0}]}\n"), run::out),
                () -> assertTrue(run.out().contains("\n{\"event\":\"replaced\",\"steps\":0}\n{\"step\":0,"), run::out),
                () -> assertEquals(11, run.out().lines().count()),
                () -> assertEquals("note: " + path + ": was replaced or begun anew\n", run.err()));
    }

    @Test
    void aFileIsWaitedForWhereThatIsWished() throws Exception {
        Path path = folder.resolve("plate.e");
        Running running = begin("follow", "--wait", path.toString(), "--interval", "0.01", "--settle", "0",
                "--until", "5");
        Files.copy(Path.of(Run.testdata("plate.e")), folder.resolve("new.e"));
        Files.move(folder.resolve("new.e"), path);
        assertEquals("step\ttime\n0\t0\n1\t0.25\n2\t0.5\n3\t1\n4\t2\n", running.end().out());
    }

    @Test
    void withoutWaitingAFileMustExist() {
        Run run = Run.exo("follow", folder.resolve("none.e").toString());
        assertAll(() -> assertEquals(5, run.exit()), () -> assertTrue(run.err().contains("there is no such file"), run::err));
    }

    @Test
    void whatIsNoExodusFileIsToldAtOnce() {
        assertEquals(4, Run.exo("follow", Run.testdata("broken/text.e"), "--timeout", "20").exit());
    }

    @Test
    void aVariableThatDoesNotExistIsToldAtOnce() throws Exception {
        Run run = Run.exo("follow", plate(5).toString(), "nodal/temprature");
        assertAll(() -> assertEquals(6, run.exit()), () -> assertTrue(run.err().contains("did you mean 'temperature'"), run::err));
    }

    @Test
    void itMayBeginLater() throws Exception {
        String path = plate(5).toString();
        assertEquals("step\ttime\n3\t1\n4\t2\n",
                Run.exo("follow", path, "--settle", "0", "--from", "3", "--until", "5").out());
        assertEquals("step\ttime\n4\t2\n",
                Run.exo("follow", path, "--settle", "0", "--from", "last", "--until", "5").out());
        assertEquals("", Run.exo("follow", path, "--settle", "0", "--from", "now", "--quiet-for", "0.1").out());
        Run there = Run.exo("follow", path, "--settle", "0", "--from", "now", "--until", "5", "--timeout", "20");
        assertEquals("0 ", there.exit() + " " + there.out());
    }

    @Test
    void itEndsWhereNothingComes() throws Exception {
        Run run = Run.exo("follow", plate(3).toString(), "--quiet-for", "0.2", "--interval", "0.01", "--settle", "60");
        assertAll(() -> assertEquals(0, run.exit()), () -> assertEquals("step\ttime\n0\t0\n1\t0.25\n", run.out()));
    }

    @Test
    void whoEndsWhereNothingComesHasTheLastStepBeforeThat() throws Exception {
        Run run = Run.exo("follow", plate(3).toString(), "--quiet-for", "0.2", "--interval", "0.01");
        assertAll(() -> assertEquals(0, run.exit()), () -> assertEquals("step\ttime\n0\t0\n1\t0.25\n2\t0.5\n", run.out()));
    }

    @Test
    void aGoalThatIsMissedIsAFailure() throws Exception {
        Path path = plate(3);
        Run run = Run.exo("follow", path.toString(), "--settle", "0", "--until", "4", "--timeout", "0.2", "--interval", "0.05");
        assertAll(() -> assertEquals(6, run.exit()),
                () -> assertEquals("error: " + path + ": there are 3 steps, not 4, after all that time\n", run.err()));
    }

    @Test
    void aRunThatIsBegunAnewIsFollowedOn() throws Exception {
        Path path = plate(3);
        Running running = begin("follow", path.toString(), "--settle", "0", "--interval", "0.01", "--until",
                "5");
        running.await("\n2\t0.5\n");
        count(path, 1);
        while (running.err().size() == 0) {
            Thread.sleep(5);
        }
        count(path, 5);
        Run run = running.end();
        assertAll(() -> assertEquals("step\ttime\n0\t0\n1\t0.25\n2\t0.5\n1\t0.25\n2\t0.5\n3\t1\n4\t2\n", run.out()),
                () -> assertEquals("note: " + path + ": has fewer steps than before\n", run.err()));
    }

    @Test
    void onATerminalOneLineShowsTheNewestStep() throws Exception {
        Run run = Run.onTerminal(24, 60, "follow", plate(5).toString(), "nodal/temperature", "--settle", "0", "--until", "5");
        assertAll(() -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().startsWith("\rstep 4  time 2  nodal/temperature 310.575 .. 345.212\u001b[K"), run::out),
                () -> assertTrue(run.out().endsWith("\u001b[K\n"), run::out),
                () -> assertEquals(1, run.out().chars().filter(letter -> letter == '\n').count()));
    }

    @Test
    void nonsenseIsRefused() throws Exception {
        String path = plate(5).toString();
        for (String[] words : new String[][] {{"--interval", "0"}, {"--interval", "x"}, {"--quiet-for", "-1"},
            {"--from", "soon"}, {"--until", "x"}, {"--timeout", "NaN"}}) {
            Run run = Run.exo("follow", path, "--timeout", "0", words[0], words[1]);
            assertEquals(2, run.exit(), words[0] + " " + words[1]);
        }
    }

    @Test
    void stepsThatNobodyCountedAreReadWhereThatIsWished() throws Exception {
        String path = plate(3).toString();
        Run run = Run.exo("cat", path, "time", "--uncounted-steps");
        assertAll(() -> assertEquals("step\ttime\n0\t0\n1\t0.25\n2\t0.5\n3\t1\n4\t2\n", run.out()),
                () -> assertEquals(3, run.exit()),
                () -> assertTrue(run.err().contains("the last 2 are shown as well, and may be unfinished"), run::err));
    }
}
