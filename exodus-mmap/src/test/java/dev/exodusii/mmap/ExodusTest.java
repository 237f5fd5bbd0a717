package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.UnsupportedFormatException;
import dev.exodusii.netcdf.NetcdfFile;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opening files, good and bad.
class ExodusTest {

    @TempDir
    Path folder;

    @Test
    void aFileKeepsTheNameThatItWasOpenedBy() throws IOException {
        Path path = folder.resolve("named.e");
        new SparseModel(2, 10, 1, 1).write(path, List.of());

        try (ExodusFile file = Exodus.open(path)) {
            assertEquals(path.toString(), file.name());
        }
    }

    @Test
    void aMissingFileIsNamed() {
        NoSuchFileException missing = assertThrows(NoSuchFileException.class,
                () -> Exodus.open(folder.resolve("missing.e")));

        assertTrue(missing.getMessage().endsWith("missing.e: no such file"), missing.getMessage());
    }

    @Test
    void aDirectoryIsRefusedAsOne() {
        FileSystemException directory = assertThrows(FileSystemException.class, () -> Exodus.open(folder));

        assertTrue(directory.getMessage().contains("is a directory"), directory.getMessage());
    }

    @Test
    void anEmptyFileIsRefusedAsEmpty() throws IOException {
        Path path = Files.createFile(folder.resolve("empty.e"));

        ExodusFormatException empty = assertThrows(ExodusFormatException.class, () -> Exodus.open(path));

        assertEquals(Fault.EMPTY_FILE, empty.fault());
    }

    @Test
    void aRefusedFileIsNotKeptMapped() throws IOException {
        Path path = Files.writeString(folder.resolve("refused.e"), "version https://git-lfs.github.com/spec/v1\n");

        assertThrows(UnsupportedFormatException.class, () -> Exodus.open(path));

        Path maps = Path.of("/proc/self/maps");
        assertTrue(!Files.isReadable(maps)
                || Files.readAllLines(maps).stream().noneMatch(line -> line.endsWith("refused.e")));
    }

    @Test
    void plainNetcdfIsNoExodusButReadable() throws IOException {
        Path path = Files.write(folder.resolve("plain.nc"), new byte[] {
            'C', 'D', 'F', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        UnsupportedFormatException refused = assertThrows(UnsupportedFormatException.class, () -> Exodus.open(path));

        assertEquals(Fault.NOT_EXODUS, refused.fault());
        try (NetcdfFile file = Netcdf.open(path)) {
            assertEquals(List.of(), file.variables());
        }
    }

    @Test
    void anInterruptedThreadOpensNothing() {
        Path path = folder.resolve("interrupted.e");
        new SparseModel(2, 10, 1, 1).write(path, List.of());
        Thread.currentThread().interrupt();
        try {
            assertThrows(ClosedByInterruptException.class, () -> Exodus.open(path));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
