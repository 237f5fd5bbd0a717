package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.netcdf.FileChange;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.RecordCount;
import dev.exodusii.netcdf.Refreshed;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What has become of an open file.
@DisabledOnOs(OS.WINDOWS)
class RefreshTest {

    @TempDir
    Path folder;

    private Path plate(int steps) throws IOException {
        Path path = Files.copy(Testdata.FOLDER.resolve("plate.e"), folder.resolve("run.e"));
        count(path, steps);
        return path;
    }

    private static void count(Path path, int steps) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, steps), 4);
        }
    }

    @Test
    void nothingIsReturnedWhereNothingHasChanged() throws IOException {
        try (ExodusFile file = Exodus.open(plate(3))) {
            assertEquals(FileChange.NONE, file.refresh().change());
            assertFalse(file.refresh().hasChanged());
        }
    }

    @Test
    void aFileThatNobodyHasTouchedForLongIsNotOpenedAgain() throws IOException {
        Path path = plate(3);
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        MappedFile source = MappedFile.open(path);
        assertTrue(source.isUnchanged());
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() - 59_000));
        assertFalse(source.isUnchanged());
        source.close();
    }

    @Test
    void newStepsAreInTheNewFileAndTheOldOneStaysAsItWas() throws IOException {
        Path path = plate(3);
        try (ExodusFile file = Exodus.open(path)) {
            RealView history = file.nodal("temperature").history(5);
            double[] before = history.toArray();
            count(path, 5);
            Refreshed<ExodusFile> now = file.refresh();
            try (ExodusFile longer = now.file().orElseThrow()) {
                assertEquals(FileChange.GROWN, now.change());
                assertEquals(5, longer.times().steps());
                assertEquals(3, file.times().steps());
                ViewAssertions.assertReals(history, before);
                ViewAssertions.assertReals(longer.nodal("temperature").history(5).slice(0, 3), before);
            }
        }
    }

    @Test
    void oldAndNewAreClosedOnTheirOwn() throws IOException {
        Path path = plate(3);
        ExodusFile file = Exodus.open(path);
        count(path, 5);
        try (ExodusFile longer = file.refresh().file().orElseThrow()) {
            RealView step = longer.nodal("temperature").step(4);
            file.close();
            assertEquals(26, step.toArray().length);
            assertEquals(FileChange.NONE, longer.refresh().change());
        }
        IllegalStateException closed = assertThrows(IllegalStateException.class, file::refresh);
        assertTrue(closed.getMessage().endsWith("run.e is closed"), closed.getMessage());
    }

    @Test
    void aStepThatIsOnlyBegunIsNoChange() throws IOException {
        Path path = plate(5);
        try (ExodusFile file = Exodus.open(path)) {
            Files.write(path, new byte[1000], StandardOpenOption.APPEND);
            count(path, 6);
            assertEquals(FileChange.NONE, file.refresh().change());
        }
    }

    @Test
    void aFileThatWasCutShortAndIsFilledUpHasGrown() throws IOException {
        byte[] whole = Files.readAllBytes(Testdata.FOLDER.resolve("plate.e"));
        Path path = folder.resolve("copied.e");
        Files.write(path, java.util.Arrays.copyOf(whole, 12_000));
        try (ExodusFile file = Exodus.open(path)) {
            Files.write(path, whole);
            Refreshed<ExodusFile> now = file.refresh();
            assertEquals(FileChange.GROWN, now.change());
            assertEquals(5, now.file().orElseThrow().times().steps());
            now.file().orElseThrow().close();
        }
    }

    @Test
    void anotherFileOfTheSameNameIsNamedSo() throws IOException {
        Path path = plate(3);
        try (ExodusFile file = Exodus.open(path)) {
            double sum = file.nodal("temperature").step(1).sum();
            Path other = Files.copy(Testdata.FOLDER.resolve("flat.e"), folder.resolve("other.e"));
            Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
            Refreshed<ExodusFile> now = file.refresh();
            assertEquals(FileChange.REPLACED, now.change());
            assertEquals(sum, file.nodal("temperature").step(1).sum());
            now.file().orElseThrow().close();
        }
    }

    @Test
    void anotherHeaderIsNamedSo() throws IOException {
        Path path = plate(3);
        try (ExodusFile file = Exodus.open(path)) {
            byte[] bytes = Files.readAllBytes(path);
            int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("vals_nod_var4");
            bytes[name + 12] = '9';
            Files.write(path, bytes, StandardOpenOption.WRITE);
            Refreshed<ExodusFile> now = file.refresh();
            assertEquals(FileChange.REDEFINED, now.change());
            now.file().orElseThrow().close();
        }
    }

    /// Some writers note at each step how far they are.
    @Test
    void anotherValueOfAnAttributeIsNoOtherHeader() throws IOException {
        Path path = plate(3);
        try (ExodusFile file = Exodus.open(path)) {
            byte[] bytes = Files.readAllBytes(path);
            int title = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Clamped plate");
            bytes[title] = 'G';
            Files.write(path, bytes, StandardOpenOption.WRITE);
            assertEquals(FileChange.NONE, file.refresh().change());
        }
    }

    @Test
    void fewerStepsAreNamedSo() throws IOException {
        Path path = plate(5);
        try (ExodusFile file = Exodus.open(path)) {
            count(path, 2);
            Refreshed<ExodusFile> now = file.refresh();
            assertEquals(FileChange.SHRUNK, now.change());
            assertEquals(2, now.file().orElseThrow().times().steps());
            now.file().orElseThrow().close();
        }
    }

    @Test
    void aFileThatIsBeingBegunAnewIsRefusedForNow() throws IOException {
        Path path = plate(5);
        try (ExodusFile file = Exodus.open(path)) {
            Files.write(path, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
            assertEquals(Fault.EMPTY_FILE, assertThrows(ExodusFormatException.class, file::refresh).fault());
        }
    }

    @Test
    void aFileThatIsGoneIsMissing() throws IOException {
        Path path = plate(5);
        try (ExodusFile file = Exodus.open(path)) {
            Files.delete(path);
            assertThrows(NoSuchFileException.class, file::refresh);
            assertEquals(26, file.nodal("temperature").step(4).toArray().length);
        }
    }

    @Test
    void stepsThatNobodyCountedStayWished() throws IOException {
        Path path = plate(3);
        try (ExodusFile file = Exodus.open(path, RecordCount.FROM_FILE_SIZE)) {
            assertEquals(5, file.times().steps());
            count(path, 4);
            assertEquals(FileChange.NONE, file.refresh().change());
        }
        try (NetcdfFile file = Netcdf.open(path, RecordCount.FROM_FILE_SIZE)) {
            assertEquals(5, file.layout().records());
            assertEquals(4, file.layout().recordsDeclared());
        }
    }
}
