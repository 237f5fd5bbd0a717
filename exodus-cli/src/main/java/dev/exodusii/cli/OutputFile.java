package dev.exodusii.cli;

import dev.exodusii.cli.text.Progress;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A file that appears under its name only when it is complete: until then it has another name beside it, and is
/// deleted where writing fails or is interrupted.
final class OutputFile implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final OutputStream stream;
    private final Thread onExit;
    private boolean isComplete;

    private OutputFile(Path target, Path temporary, OutputStream stream) {
        this.target = target;
        this.temporary = temporary;
        this.stream = stream;
        this.onExit = new Thread(() -> delete(temporary));
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /// Begins to write a file.
    ///
    /// @param name   the name that the user wants
    /// @param inputs the files that are read, which must stay what they are
    /// @return the file
    /// @throws WriteException when it cannot be written
    static OutputFile create(String name, List<String> inputs) throws WriteException {
        Path target = Path.of(name).toAbsolutePath();
        try {
            for (String input : inputs) {
                if (Files.exists(target) && Files.exists(Path.of(input)) && Files.isSameFile(target, Path.of(input))) {
                    throw new WriteException(name, "is a file that is being read", "choose another name");
                }
            }
            if (Files.isDirectory(target)) {
                throw new WriteException(name, "is a directory", "name a file in it");
            }
            // Renaming onto a device, as an administrator may, would remove it.
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                throw new WriteException(name, "is no ordinary file", "name a file; it is written as a whole or not"
                        + " at all");
            }
            Path folder = target.getParent();
            Path temporary = Files.createTempFile(folder == null ? Path.of(".") : folder, ".exo-", ".part");
            return new OutputFile(target, temporary, new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER));
        } catch (IOException e) {
            throw WriteException.of(name, e);
        }
    }

    /// Makes sure that a file may be written that somebody else writes.
    ///
    /// @param name    the name that the user wants
    /// @param inputs  the files that are read, which must stay what they are
    /// @param isForce whether a file of that name is replaced
    /// @throws WriteException when it may not
    static void requireFree(String name, List<String> inputs, boolean isForce) throws IOException {
        Path path = Path.of(name);
        if (name.isEmpty() || Files.isDirectory(path)) {
            throw new WriteException(name, name.isEmpty() ? "names no file" : "is a directory", "name a file in it");
        }
        for (String input : inputs) {
            if (Files.exists(path) && Files.isSameFile(path, Path.of(input))) {
                throw new WriteException(name, "is the file that is read", "choose another name");
            }
        }
        if (Files.exists(path) && !isForce) {
            throw new WriteException(name, "exists already", "choose another name, or replace it with --force");
        }
    }

    OutputStream stream() {
        return stream;
    }

    /// Returns the stream, and lets somebody watch how much is written to it.
    ///
    /// @param progress is told of the bytes
    OutputStream stream(Progress progress) {
        return new FilterOutputStream(stream) {

            @Override
            public void write(int b) throws IOException {
                out.write(b);
                progress.advance(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                progress.advance(length);
            }
        };
    }

    /// Gives the file its name.
    ///
    /// @throws WriteException when that fails; nothing is left behind then
    void complete() throws WriteException {
        try {
            stream.close();
            // Files of this kind are made for the user alone; what a user writes is for whom the user's mask says.
            Path model = Files.createFile(temporary.resolveSibling(temporary.getFileName() + ".mode"));
            try {
                if (Files.getFileStore(model).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(model));
                }
            } finally {
                Files.delete(model);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            isComplete = true;
        } catch (IOException e) {
            throw WriteException.of(target.toString(), e);
        }
    }

    /// Removes what is incomplete.
    @Override
    public void close() {
        if (!isComplete) {
            try {
                stream.close();
            } catch (IOException _) {
                // What was written is thrown away in any case.
            }
            delete(temporary);
        }
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException _) {
            // The process is ending already.
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException _) {
            // Nobody is left to tell.
        }
    }

    /// A result that cannot be written.
    static final class WriteException extends IOException {

        private static final long serialVersionUID = 1L;

        private final String hint;

        WriteException(String name, String reason, String hint) {
            super(name + ": " + reason);
            this.hint = hint;
        }

        /// Explains that a file cannot be as the user wants it.
        static WriteException impossible(String target, RuntimeException cause) {
            String message = String.valueOf(cause.getMessage()).replace("longIntegers", "--int64");
            WriteException explained = new WriteException(target, message.startsWith(target + ": ")
                    ? message.substring(target.length() + 2) : message, "nothing was written");
            explained.initCause(cause);
            return explained;
        }

        static WriteException of(String name, IOException e) {
            return switch (e) {
                case WriteException already -> already;
                case AccessDeniedException _ -> new WriteException(name, "you may not write there",
                        "choose another folder");
                case NoSuchFileException _ -> new WriteException(name, "its folder does not exist",
                        "make the folder first");
                default -> new WriteException(name, reason(name, String.valueOf(e.getMessage())), "");
            };
        }

        /// Some messages name the file already, or say that it cannot be written.
        private static String reason(String name, String message) {
            String bare = message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
            return bare.contains("cannot be written") ? bare : "cannot be written: " + bare;
        }

        String hint() {
            return hint;
        }
    }
}
