package dev.exodusii.cli.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Writes a file as a whole or not at all: under another name beside it, which becomes the right one when all is
/// written. What fails or is interrupted (Ctrl-C) leaves nothing behind, and an older file as it was.
public final class NewFile {

    private NewFile() {}

    /// Writes what a file shall contain.
    @FunctionalInterface
    public interface Content {
        /// Writes all of it.
        ///
        /// @param out where it goes, buffered
        /// @throws IOException when it cannot be written
        void write(OutputStream out) throws IOException;
    }

    /// Writes a file.
    ///
    /// @param target  its name; a file of that name is replaced
    /// @param sources files that are being read, which must not be written on
    /// @param content what it shall contain
    /// @throws WriteFailedException when it cannot be written, or is one of the sources
    public static void write(Path target, List<Path> sources, Content content) throws WriteFailedException {
        Path beside = null;
        Thread hook = null;
        try {
            for (Path source : sources) {
                if (Files.exists(target) && Files.exists(source) && Files.isSameFile(target, source)) {
                    throw new WriteFailedException(target, "is the file that is being read; choose another name");
                }
            }
            if (Files.isDirectory(target)) {
                throw new WriteFailedException(target, "is a directory; name a file in it");
            }
            // Through a link, so that it stays one.
            Path real = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            Path part = real.resolveSibling(real.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            beside = part;
            hook = Thread.ofPlatform().unstarted(() -> delete(part));
            Runtime.getRuntime().addShutdownHook(hook);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE), 1 << 16)) {
                content.write(out);
            }
            move(part, real);
        } catch (WriteFailedException e) {
            throw e;
        } catch (IOException e) {
            throw new WriteFailedException(target, reason(e), e);
        } finally {
            if (beside != null) {
                delete(beside);
            }
            if (hook != null) {
                unhook(hook);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The failure that is reported is the one that led here.
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends: the hook is at work.
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "cannot be written: there is no such folder";
            case AccessDeniedException _ -> "cannot be written: you may not write there";
            case FileSystemException special when special.getReason() != null -> "cannot be written: "
                    + special.getReason();
            default -> "cannot be written: " + e.getMessage();
        };
    }
}
