package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.RangeFile.GrownFile;
import dev.exodusii.mmap.RangeFile.Outcome;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ranges that were saved are used again for the file that they belong to, and for nothing else.
class RangeFileTest {

    @TempDir
    Path folder;

    private Path mesh;
    private Path saved;
    private List<Quantity> quantities;

    @BeforeEach
    void saveAll() throws IOException {
        mesh = folder.resolve("plate.e");
        saved = folder.resolve("elsewhere").resolve("plate.ranges");
        Files.createDirectory(saved.getParent());
        Files.copy(Testdata.FOLDER.resolve("plate.e"), mesh);
        try (ExodusFile file = Exodus.open(mesh)) {
            quantities = Stream.of(EntityKind.NODAL, EntityKind.ELEMENT_BLOCK)
                    .flatMap(kind -> file.variables(kind).names().stream().map(name -> Quantity.of(kind, name))).toList();
            Ranges ranges = Ranges.of(file);
            ranges.compute(quantities, 0, file.times().steps(), Workers.callingThread());
            RangeFile.save(ranges, mesh, saved);
        }
    }

    private Ranges computed(ExodusFile file) {
        Ranges ranges = Ranges.of(file);
        ranges.compute(quantities, 0, file.times().steps(), Workers.callingThread());
        return ranges;
    }

    private Outcome load(Ranges ranges) throws IOException {
        return RangeFile.load(ranges, mesh, saved, GrownFile.KEEP_OLD_STEPS);
    }

    private void expectNothing(Outcome expected) throws IOException {
        try (ExodusFile file = Exodus.open(mesh)) {
            Ranges ranges = Ranges.of(file);
            assertEquals(expected, load(ranges));
            assertEquals(0, ranges.table().size());
        }
    }

    @Test
    void rangesOfTheSameFileAreUsed() throws IOException {
        try (ExodusFile file = Exodus.open(mesh)) {
            Ranges ranges = Ranges.of(file);

            assertEquals(Outcome.LOADED, load(ranges));
            assertEquals(computed(file).table(), ranges.table());
            assertEquals(0, ranges.bytesToRead(quantities));
        }
    }

    @Test
    void nothingButTheFileThatWasAskedForIsWritten() throws IOException {
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertEquals(List.of(saved, mesh), files.sorted().toList());
        }
    }

    @Test
    void withoutAFileNothingIsUsed() throws IOException {
        Files.delete(saved);
        expectNothing(Outcome.ABSENT);
    }

    @Test
    void rangesOfAFileThatWasWrittenSinceAreStale() throws IOException {
        Files.setLastModifiedTime(mesh, FileTime.fromMillis(Files.getLastModifiedTime(mesh).toMillis() + 1));
        expectNothing(Outcome.STALE);
    }

    @Test
    void rangesOfAnotherFileAreStale() throws IOException {
        FileTime time = Files.getLastModifiedTime(mesh);
        byte[] bytes = Files.readAllBytes(mesh);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("title") + 16] ^= 1;
        Files.write(mesh, bytes);
        Files.setLastModifiedTime(mesh, time);
        expectNothing(Outcome.STALE);
    }

    private void addStep(double firstTime) throws IOException {
        Layout layout;
        try (ExodusFile file = Exodus.open(mesh)) {
            layout = file.container().layout();
        }
        byte[] bytes = Files.readAllBytes(mesh);
        int end = (int) (layout.recordStart() + layout.records() * layout.recordStride());
        byte[] longer = Arrays.copyOf(Arrays.copyOf(bytes, end), end + (int) layout.recordStride());
        System.arraycopy(bytes, end - (int) layout.recordStride(), longer, end, (int) layout.recordStride());
        ByteBuffer.wrap(longer).putInt(4, (int) layout.records() + 1).putDouble(end, 1e6)
                .putDouble((int) layout.recordStart(), firstTime);
        Files.write(mesh, longer);
    }

    private double firstTime() throws IOException {
        try (ExodusFile file = Exodus.open(mesh)) {
            return file.times().time(0);
        }
    }

    @Test
    void whenStepsWereAddedThoseBeforeTheLastAreUsed() throws IOException {
        addStep(firstTime());
        try (ExodusFile file = Exodus.open(mesh)) {
            Ranges ranges = Ranges.of(file);

            assertEquals(Outcome.LOADED_OLD_STEPS, load(ranges));
            assertEquals(file.times().steps() - 2, ranges.knownSteps(quantities.getFirst()));
            assertEquals(computed(file).table().before(file.times().steps() - 2), ranges.table());
        }
    }

    @Test
    void whenStepsWereAddedNothingIsUsedIfSoWanted() throws IOException {
        addStep(firstTime());
        try (ExodusFile file = Exodus.open(mesh)) {
            assertEquals(Outcome.STALE, RangeFile.load(Ranges.of(file), mesh, saved, GrownFile.FORGET_ALL));
        }
    }

    @Test
    void whenAnOldStepHasAnotherTimeNothingIsUsed() throws IOException {
        addStep(firstTime() - 1);
        expectNothing(Outcome.STALE);
    }

    @Test
    void aChangeOfAnyByteIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(saved);
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(saved, damaged);
            expectNothing(at >= 8 && at < 12 ? Outcome.OTHER_VERSION : Outcome.DAMAGED);
        }
    }

    @Test
    void aFileThatWasCutShortIsDamaged() throws IOException {
        byte[] bytes = Files.readAllBytes(saved);
        for (int length : new int[] {0, 7, 8, 12, 60, bytes.length / 2, bytes.length - 1}) {
            Files.write(saved, Arrays.copyOf(bytes, length));
            expectNothing(Outcome.DAMAGED);
        }
    }

    /// With a checksum that fits, as somebody with bad intent would make it.
    @Test
    void numbersThatMakeNoSenseAreDamageEvenWithARightChecksum() throws Exception {
        byte[] bytes = Files.readAllBytes(saved);
        byte[] content = Arrays.copyOf(bytes, bytes.length - 32);
        for (int at = 12; at + 4 <= content.length; at += 2) {
            byte[] hostile = content.clone();
            ByteBuffer.wrap(hostile).putInt(at, at % 4 == 0 ? Integer.MAX_VALUE : -1);
            Files.write(saved, hostile);
            Files.write(saved, MessageDigest.getInstance("SHA-256").digest(hostile),
                    StandardOpenOption.APPEND);
            try (ExodusFile file = Exodus.open(mesh)) {
                Outcome outcome = load(Ranges.of(file));
                assertTrue(List.of(Outcome.DAMAGED, Outcome.STALE, Outcome.LOADED).contains(outcome), outcome.name());
            }
        }
    }

    @Test
    void anotherVersionIsToldFromDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(saved);
        bytes[11] = 2;
        Files.write(saved, bytes);
        expectNothing(Outcome.OTHER_VERSION);
    }

    @Test
    void rangesOfAFileThatWasCutShortAreNotSaved() throws IOException {
        Files.delete(saved);
        try (ExodusFile file = Exodus.open(Testdata.FOLDER.resolve("plate.e"))) {
            Ranges ranges = computed(file);
            Files.write(mesh, new byte[100]);

            assertThrows(IOException.class, () -> RangeFile.save(ranges, mesh, saved));
            assertTrue(Files.notExists(saved));
        }
    }
}
