package dev.exodusii.fuzz;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Jazzer calls, again and again, with files that it makes up while it watches which code they reach.
///
/// It needs nothing of Jazzer, so it is compiled with the tests.
public final class FuzzTarget {

    private static final Walk WALK = new Walk();
    private static final ExodusFile OTHER = other();

    private FuzzTarget() {}

    private static ExodusFile other() {
        Path path = Path.of(System.getProperty("exodus.testdata"), "flat.e");
        try {
            return ExodusFile.parse(MemorySegment.ofArray(Files.readAllBytes(path)), Walk.NAME);
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads one file in all ways.
    ///
    /// @param file all of it
    public static void fuzzerTestOneInput(byte[] file) {
        WALK.through(file, OTHER, Walk.Depth.EVERYTHING);
    }
}
