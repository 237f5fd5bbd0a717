package dev.exodusii.mmap;

import dev.exodusii.statistics.FileIdentity;
import dev.exodusii.statistics.RangeCodec;
import dev.exodusii.statistics.RangeTable;
import dev.exodusii.statistics.Ranges;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/// Ranges of variables kept in a small file, so that the next program need not read all steps again.
///
/// Nothing is read or written but what the caller asks for; the path is the caller's choice. Ranges are used only when
/// they belong to the file as it is: see [FileIdentity]. A program that rewrites values in place and sets the time of the
/// file back, or writes them while ranges of the same file are computed, is beyond what can be noticed.
public final class RangeFile {

    /// More than this is no file of ours: 64 bytes for each step of each variable.
    private static final long MOST_BYTES = 1 << 28;

    private RangeFile() {}

    /// What became of ranges that were to be loaded.
    public enum Outcome {
        /// All of them are used.
        LOADED,
        /// Steps were added to the file since; those of the old steps but the last are used.
        LOADED_OLD_STEPS,
        /// There is no such file.
        ABSENT,
        /// They belong to another file, or to this one before it changed. Nothing is used.
        STALE,
        /// Another version of this library wrote them. Nothing is used.
        OTHER_VERSION,
        /// They are not what they were when they were written. Nothing is used.
        DAMAGED
    }

    /// Whether ranges of old steps are used when a file has grown.
    public enum GrownFile {
        /// They are used, for the reasons that [FileIdentity] gives.
        KEEP_OLD_STEPS,
        /// They are not.
        FORGET_ALL
    }

    /// Writes all ranges that are known, under a temporary name beside the destination first: there is never half a file.
    ///
    /// @param ranges     the ranges; their file is open
    /// @param exodusFile where that file is
    /// @param rangeFile  where they go; what is there is replaced
    /// @throws IOException when the Exodus file is gone or shorter than it was when it was opened, or the ranges cannot be
    ///                     written
    public static void save(Ranges ranges, Path exodusFile, Path rangeFile) throws IOException {
        FileIdentity identity = FileIdentity.of(ranges.file(), modified(exodusFile));
        if (Files.size(exodusFile) < identity.bytes()) {
            throw new IOException(exodusFile + ": was cut short or replaced after it was opened");
        }
        byte[] bytes = RangeCodec.encode(identity, ranges.table());
        Path folder = rangeFile.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, ".ranges", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            replace(temporary, rangeFile);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void replace(Path temporary, Path rangeFile) throws IOException {
        try {
            Files.move(temporary, rangeFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, rangeFile, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Adds ranges that were saved to those that are known, if they belong to the file as it is.
    ///
    /// @param ranges     gets them; its file is open
    /// @param exodusFile where that file is
    /// @param rangeFile  where they were saved
    /// @param grown      what to do when steps were added to the file since
    /// @return what became of them
    /// @throws IOException when a file is there but cannot be read
    public static Outcome load(Ranges ranges, Path exodusFile, Path rangeFile, GrownFile grown) throws IOException {
        RangeCodec.Decoded decoded;
        try {
            if (Files.size(rangeFile) > MOST_BYTES) {
                return Outcome.DAMAGED;
            }
            decoded = RangeCodec.decode(Files.readAllBytes(rangeFile));
        } catch (NoSuchFileException absent) {
            return Outcome.ABSENT;
        }
        if (decoded.identity().isEmpty() || decoded.table().isEmpty()) {
            return decoded.reading() == RangeCodec.Reading.OTHER_VERSION ? Outcome.OTHER_VERSION : Outcome.DAMAGED;
        }
        FileIdentity now = FileIdentity.of(ranges.file(), modified(exodusFile));
        FileIdentity then = decoded.identity().get();
        RangeTable table = decoded.table().get();
        if (now.equals(then) && Files.size(exodusFile) == now.bytes()) {
            ranges.add(table);
            return Outcome.LOADED;
        }
        if (grown == GrownFile.KEEP_OLD_STEPS && now.isGrownFrom(then, ranges.file())) {
            ranges.add(table.before(then.steps() - 1));
            return Outcome.LOADED_OLD_STEPS;
        }
        return Outcome.STALE;
    }

    private static long modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS);
    }
}
