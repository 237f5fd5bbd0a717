package dev.exodusii.mmap;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/// What the file system tells of a file: which one it is, and when it was written last.
///
/// @param key      which file it is, whatever its name: device and inode where the system has them, elsewhere, as on
///                 Windows, the time when it was made
/// @param bytes    its size
/// @param modified when it was written last, in nanoseconds since 1970
/// @param taken    when this was found out, in nanoseconds since 1970
record FileStamp(Object key, long bytes, long modified, long taken) {

    /// File systems keep the time of the last change no finer than some milliseconds, some of them a second or two: for so
    /// long after a change, another one may leave no trace.
    private static final long COARSEST_NANOS = 3_000_000_000L;

    /// Looks at a file.
    ///
    /// @throws NoSuchFileException when there is none
    /// @throws IOException when it cannot be looked at, or is a directory
    static FileStamp of(Path path) throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            NoSuchFileException told = new NoSuchFileException(path.toString(), null, "no such file");
            told.initCause(e);
            throw told;
        }
        if (now.isDirectory()) {
            throw new FileSystemException(path.toString(), null, "is a directory, not a file");
        }
        Object key = now.fileKey();
        return new FileStamp(key == null ? now.creationTime() : key, now.size(),
                now.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    }

    boolean isOfSameFileAs(FileStamp other) {
        return key.equals(other.key);
    }

    /// Tells whether nothing seems to have been written between two looks.
    boolean isSameAs(FileStamp other) {
        return isOfSameFileAs(other) && bytes == other.bytes && modified == other.modified;
    }

    /// Tells whether a change after this look is certain to show in the next one.
    boolean isConclusive() {
        return taken - modified > COARSEST_NANOS;
    }
}
