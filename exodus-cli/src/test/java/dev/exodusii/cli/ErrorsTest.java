package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsTest {

    @TempDir
    private Path folder;

    private Run info(Path file) {
        return Run.exo("info", file.toString());
    }

    private Run info(String content) {
        return info(Broken.file("x.e", content.getBytes(StandardCharsets.ISO_8859_1), folder));
    }

    private void assertError(int exit, String cause, String help, Run run) {
        String expected = "error: " + folder + "/" + cause + "\n" + (help.isEmpty() ? "" : "       " + help + "\n");
        assertAll(() -> assertEquals(expected, run.err()), () -> assertEquals("", run.out()),
                () -> assertEquals(exit, run.exit()));
    }

    @Test
    void missingFile() {
        assertError(5, "nothing.e: there is no such file", "", info(folder.resolve("nothing.e")));
    }

    @Test
    void missingFileWithANeighbour() {
        Run.copy("plate.e", folder);
        assertError(5, "plait.e: there is no such file", "did you mean plate.e?", info(folder.resolve("plait.e")));
    }

    @Test
    void directory() throws IOException {
        assertError(5, "results: is a directory", "name the files in it",
                info(Files.createDirectory(folder.resolve("results"))));
    }

    @Test
    void fileThatMayNotBeRead() {
        Problem problem = Problem.of("a.e", new AccessDeniedException("a.e"));
        assertEquals("a.e: you may not read this file", problem.message());
        assertEquals(ExitCode.CANNOT_OPEN, problem.exit());
    }

    @Test
    void emptyFile() {
        assertError(4, "x.e: the file is empty", "its writer may have died before it wrote anything", info(""));
    }

    @Test
    void hdf5GetsTheCommandThatConvertsIt() {
        Path file = Broken.file("model.nc4", "\u0089HDF\r\n\u001a\n and so on".getBytes(StandardCharsets.ISO_8859_1),
                folder);
        Run run = info(file);
        assertEquals(4, run.exit());
        assertTrue(run.err().endsWith("\n       convert it: nccopy -k cdf5 " + file + " " + folder + "/model.e\n"),
                run::err);
    }

    @Test
    void gitLfsPointer() {
        assertError(4, "x.e: a git-LFS pointer, not the file that it stands for", "fetch the file: git lfs pull",
                info("version https://git-lfs.github.com/spec/v1\noid sha256:0\n"));
    }

    @Test
    void textFile() {
        Run run = info("one line\nand another\n");
        assertError(4, "x.e: a text file, beginning with 'one line'", "", run);
    }

    @Test
    void headerThatIsCutOff() {
        Run run = info(Broken.cut("plate.e", 300, folder));
        assertEquals(4, run.exit());
        assertTrue(run.err().endsWith("\n       the file is cut short or damaged: get a fresh copy\n"), run::err);
    }

    @Test
    void netcdfWithoutExodusCanStillBeSummed() {
        Path file = Broken.file("plain.nc", Arrays.copyOf(new byte[] {'C', 'D', 'F', 1}, 32), folder);
        assertError(4, "plain.nc: is a CDF-1 netCDF file, but nothing in it is Exodus",
                "its variables can be listed: exo layout --all " + file, info(file));
        assertEquals(0, Run.exo("checksum", file.toString()).exit());
    }

    @Test
    void worstFileDecidesTheExitCode() {
        String good = Run.testdata("plate.e");
        String cut = Broken.cut("plate.e", 22_000, folder).toString();
        String text = Broken.file("text.e", new byte[] {'h', 'i'}, folder).toString();
        String missing = folder.resolve("nothing.e").toString();
        assertAll(() -> assertEquals(3, Run.exo("info", good, cut, good).exit()),
                () -> assertEquals(4, Run.exo("info", cut, text, good).exit()),
                () -> assertEquals(5, Run.exo("info", missing, text, cut).exit()));
    }

    @Test
    void fileThatCannotBeReadDoesNotStopTheRest() {
        Run run = Run.exo("info", folder.resolve("nothing.e").toString(), Run.testdata("one-node.e"));
        assertTrue(run.out().contains("  mesh    3-D  1 node  1 element"), run::out);
    }

    @Test
    void stackTraceIsForDebuggingOnly() {
        String missing = folder.resolve("nothing.e").toString();
        assertFalse(Run.exo("info", missing).err().contains("\tat "));
        assertTrue(Run.exo("info", "--debug", missing).err().contains("NoSuchFileException"));
    }

    @Test
    void escapeSequencesInNamesOfFilesDoNotReachTheTerminal() {
        Run run = info(folder.resolve("\u001b[31mred\u202e.e"));
        assertTrue(run.err().contains("/\\u001b[31mred\\u202e.e: there is no such file"), run::err);
    }

    @Test
    void escapeSequencesInFilesDoNotReachTheTerminal() {
        Path file = Broken.withText("plate.e", "Clamped plate", "\u001b]0;x\u0007\u009b1m", folder);
        assertTrue(info(file).out().contains("  title   \\u001b]0;x\\u0007\\u009b1m\n"), () -> info(file).out());
        String json = Run.exo("info", "--json", file.toString()).out();
        assertTrue(json.contains("\"title\":\"\\u001B]0;x\\u0007\\u009B1m\""), json);
    }

    @Test
    void linesOfInfoRecordsAreEscapedToo() {
        Path file = Broken.withText("plate.e", "material", "\u001b[2J", folder);
        assertFalse(Run.exo("info", "--all", file.toString()).out().contains("\u001b"));
    }
}
