package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Files appear when they are complete, grow only at their end, and are never left half done.
class NetcdfOutputTest {

    private static final FileDefinition DEFINITION = FileDefinition.builder().recordDimension("t").dimension("n", 3)
            .attribute(AttributeDefinition.text("title", "first"))
            .variable("x", ElementType.DOUBLE, List.of("n")).variable("v", ElementType.FLOAT, List.of("t", "n"))
            .variable("b", ElementType.BYTE, List.of("t", "n")).build();

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("made.e");
    }

    private static void mesh(NetcdfWriter writer, double first) throws IOException {
        writer.put(writer.variable("x"), Values.of(first, 2.0, 3.0));
    }

    private static void step(NetcdfWriter writer, long step) throws IOException {
        writer.put(writer.variable("v"), step, Values.of(step + 0.5, 1, 2));
        writer.put(writer.variable("b"), step, Values.of(step, 1, 2));
    }

    private void make(int steps) throws IOException {
        try (NetcdfWriter writer = NetcdfOutput.create(path, DEFINITION)) {
            mesh(writer, 1);
            for (int i = 0; i < steps; i++) {
                step(writer, i);
            }
            writer.announce(steps);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertFails(String message, Executable action) {
        assertEquals(message, String.valueOf(assertThrows(IOException.class, action).getMessage()));
    }

    @Test
    void aFileAppearsUnderItsNameWhenItsMeshIsComplete() throws IOException {
        try (NetcdfWriter writer = NetcdfOutput.create(path, DEFINITION)) {
            mesh(writer, 1);
            assertFalse(Files.exists(path));
            writer.commit();
            assertEquals(List.of("made.e"), names());
            step(writer, 0);
            writer.announce(1);
            try (NetcdfFile file = Netcdf.open(path)) {
                assertEquals(1, file.layout().records());
            }
        }
    }

    @Test
    void aFileThatWasNeverCompleteLeavesNothing() throws IOException {
        for (WriteOption[] options : new WriteOption[][] {{}, {WriteOption.IN_PLACE}, {WriteOption.DURABLE}}) {
            try (NetcdfWriter writer = NetcdfOutput.create(path, DEFINITION, options)) {
                mesh(writer, 1);
                assertEquals(1, names().size());
            }
            assertEquals(List.of(), names());
        }
    }

    @Test
    void inPlaceItIsNoNetcdfFileBeforeItsMeshIsComplete() throws IOException {
        try (NetcdfWriter writer = NetcdfOutput.create(path, DEFINITION, WriteOption.IN_PLACE)) {
            mesh(writer, 1);
            assertEquals(List.of("made.e"), names());
            assertThrows(UnreadableFileException.class, () -> Netcdf.open(path));
            writer.commit();
            try (NetcdfFile file = Netcdf.open(path)) {
                assertEquals(List.of(), file.findings());
            }
        }
    }

    @Test
    void aFileThatExistsStaysUnlessItIsToBeReplaced() throws IOException {
        Files.writeString(path, "precious");
        assertThrows(FileAlreadyExistsException.class, () -> NetcdfOutput.create(path, DEFINITION));
        assertThrows(FileAlreadyExistsException.class,
                () -> NetcdfOutput.create(path, DEFINITION, WriteOption.IN_PLACE));
        assertEquals("precious", Files.readString(path));
        assertEquals(List.of("made.e"), names());
    }

    @Test
    void aFileThatAppearsMeanwhileStays() throws IOException {
        try (NetcdfWriter writer = NetcdfOutput.create(path, DEFINITION)) {
            mesh(writer, 1);
            Files.writeString(path, "precious");
            assertThrows(FileAlreadyExistsException.class, writer::commit);
        }
        assertEquals("precious", Files.readString(path));
        assertEquals(List.of("made.e"), names());
    }

    @Test
    void whoReadsAFileThatIsReplacedKeepsIt() throws IOException {
        for (WriteOption place : List.of(WriteOption.REPLACE, WriteOption.IN_PLACE)) {
            Files.deleteIfExists(path);
            make(2);
            try (NetcdfFile old = Netcdf.open(path)) {
                try (NetcdfWriter writer = NetcdfOutput.create(path, DEFINITION, WriteOption.REPLACE, place)) {
                    // From the very file that is replaced.
                    writer.put(writer.variable("x"), Values.of(old.requireVariable("x").view()));
                    writer.commit();
                }
                assertEquals(1.5, old.requireVariable("v").view().realMatrix().get(1, 0));
            }
            try (NetcdfFile file = Netcdf.open(path)) {
                assertEquals(0, file.layout().records());
                assertEquals(3.0, file.requireVariable("x").view().reals().get(2));
            }
        }
    }

    @Test
    void aFileIsForWhomTheUsersMaskSaysAndStaysSoWhenItIsReplaced() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        make(0);
        Path plain = Files.createFile(folder.resolve("plain"));
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        try (NetcdfWriter writer = NetcdfOutput.create(path, DEFINITION, WriteOption.REPLACE)) {
            mesh(writer, 1);
            writer.commit();
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void aLinkStaysALinkWhenItsFileIsReplaced() throws IOException {
        make(0);
        Path link = Files.createSymbolicLink(folder.resolve("link.e"), path.getFileName());
        try (NetcdfWriter writer = NetcdfOutput.create(link, DEFINITION, WriteOption.REPLACE)) {
            mesh(writer, 7);
            writer.commit();
        }
        assertTrue(Files.isSymbolicLink(link));
        try (NetcdfFile file = Netcdf.open(path)) {
            assertEquals(7, file.requireVariable("x").view().reals().get(0));
        }
    }

    @Test
    void placesThatCannotBeWrittenAreNamed() throws IOException {
        assertFails(folder + ": is a directory, not a file", () -> NetcdfOutput.create(folder, DEFINITION));
        Path lost = folder.resolve("no/such/made.e");
        assertFails(lost + ": cannot be written: there is no folder " + lost.getParent(),
                () -> NetcdfOutput.create(lost, DEFINITION));
        assertThrows(NoSuchFileException.class, () -> NetcdfOutput.append(path));
    }

    @Test
    void recordsAreAppended() throws IOException {
        make(2);
        byte[] before = Files.readAllBytes(path);
        try (NetcdfWriter writer = NetcdfOutput.append(path, WriteOption.DURABLE)) {
            assertEquals(2, writer.records());
            step(writer, 2);
            writer.announce(3);
        }
        byte[] after = Files.readAllBytes(path);
        assertEquals(3, after[7]);
        after[7] = 2;
        assertArrayEquals(before, Arrays.copyOf(after, before.length));
        try (NetcdfFile file = Netcdf.open(path)) {
            assertEquals(2.5, file.requireVariable("v").view().realMatrix().get(2, 0));
        }
    }

    @Test
    void appendingNothingChangesNothing() throws IOException {
        make(2);
        byte[] before = Files.readAllBytes(path);
        try (NetcdfWriter writer = NetcdfOutput.append(path)) {
            step(writer, 2);
        }
        assertArrayEquals(before, Files.readAllBytes(path));
    }

    @Test
    void twoWritersDoNotShareAFile() throws IOException {
        make(1);
        try (NetcdfWriter _ = NetcdfOutput.append(path)) {
            assertFails(path + ": is being written by this program already", () -> NetcdfOutput.append(path));
        }
        NetcdfOutput.append(path).close();
    }

    @Test
    void aDamagedFileIsNotAppendedTo() throws IOException {
        make(2);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(file.length() - 5);
        }
        byte[] before = Files.readAllBytes(path);
        assertFails(path + ": ends before its data do; write a sound copy with 'exo repair' and add to that",
                () -> NetcdfOutput.append(path));
        assertArrayEquals(before, Files.readAllBytes(path));
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(4);
            file.writeInt(-1);
        }
        assertFails(path + ": does not say how many records it has; write a sound copy with 'exo repair' and add to that",
                () -> NetcdfOutput.append(path));
    }

    @Test
    void recordsThatNobodyCountedAreOverwrittenOnlyOnRequest() throws IOException {
        make(2);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(4);
            file.writeInt(1);
        }
        assertFails(path + ": may hold 1 records more than its header counts; write a copy that has them with 'exo repair',"
                + " or have them overwritten", () -> NetcdfOutput.append(path));
        try (NetcdfWriter writer = NetcdfOutput.append(path, WriteOption.OVERWRITE_UNCOUNTED)) {
            assertEquals(1, writer.records());
        }
    }

    @Test
    void attributesAndVariablesAreAddedByRewriting() throws IOException {
        make(2);
        try (NetcdfWriter writer = NetcdfOutput.rewrite(path, builder -> builder
                .attribute(AttributeDefinition.text("title", "a longer title"))
                .variable("y", ElementType.INT, List.of("n")).variable("w", ElementType.DOUBLE, List.of("t")))) {
            writer.put(writer.variable("y"), Values.of(4, 5, 6));
            writer.put(writer.variable("w"), 0, Values.of(10));
            writer.put(writer.variable("w"), 1, Values.of(11));
            try (NetcdfFile file = Netcdf.open(path)) {
                assertTrue(file.variable("y").isEmpty(), "until it is announced the file is the old one");
            }
            writer.announce(2);
        }
        assertEquals(List.of("made.e"), names());
        try (NetcdfFile file = Netcdf.open(path)) {
            assertEquals(List.of(), file.findings());
            assertEquals("a longer title", file.attribute("title").orElseThrow().text().orElseThrow());
            assertArrayEquals(new long[] {4, 5, 6}, file.requireVariable("y").view().integers().toArray());
            assertArrayEquals(new double[] {10, 11}, file.requireVariable("w").view().reals().toArray());
            assertArrayEquals(new double[] {0.5, 1, 2, 1.5, 1, 2},
                    file.requireVariable("v").view().realMatrix().toArray());
            assertArrayEquals(new double[] {1, 2, 3}, file.requireVariable("x").view().reals().toArray());
        }
    }

    @Test
    void aRewriteThatIsGivenUpLeavesTheFile() throws IOException {
        make(2);
        byte[] before = Files.readAllBytes(path);
        try (NetcdfWriter writer = NetcdfOutput.rewrite(path,
                builder -> builder.variable("y", ElementType.INT, List.of("n")))) {
            assertThrows(IllegalStateException.class, () -> writer.announce(2), "y has no values");
        }
        assertThrows(IllegalArgumentException.class, () -> NetcdfOutput.rewrite(path,
                builder -> builder.variable("x", ElementType.INT, List.of("n"))));
        assertArrayEquals(before, Files.readAllBytes(path));
        assertEquals(List.of("made.e"), names());
    }

    /// The largest file that the shell allows stands for the end of the disk: the system refuses to write.
    @Test
    void whereTheDiskEndsTheFileHasWhatWasAnnounced() throws IOException, InterruptedException {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "skipped: there is no " + shell);
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(shell.toString(), "-c", "ulimit -f 6000; exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
                KillTest.classPath(), KilledWriter.class.getName(), path.toString(), "new").redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String said = Files.readString(log);
        assertTrue(said.contains(path + ": bytes ") && said.contains(" cannot be written (")
                && said.contains("the file is as it was, with the records that were announced"), said);
        List<String> announced = said.lines().filter(line -> line.startsWith("announced")).toList();
        try (NetcdfFile file = Netcdf.open(path)) {
            assertFalse(file.layout().isTruncated());
            assertEquals(announced.getLast(), "announced " + file.layout().records());
            assertTrue(file.layout().records() > 2);
        }
    }

    @Test
    void aFileThatIsBeingWrittenIsNotReplaced() throws IOException {
        make(1);
        String refusal = path + ": is being written by this program already";
        try (NetcdfWriter writer = NetcdfOutput.append(path)) {
            assertFails(refusal, () -> NetcdfOutput.rewrite(path, _ -> {}));
            assertFails(refusal, () -> NetcdfOutput.create(path, DEFINITION, WriteOption.REPLACE));
            assertFails(refusal, () -> NetcdfOutput.create(path, DEFINITION, WriteOption.REPLACE, WriteOption.IN_PLACE));
            step(writer, 1);
            writer.announce(2);
        }
        assertEquals(List.of("made.e"), names());
        try (NetcdfWriter writer = NetcdfOutput.rewrite(path, _ -> {})) {
            assertFails(refusal, () -> NetcdfOutput.append(path));
            writer.announce(2);
        }
        NetcdfOutput.append(path).close();
    }
}
