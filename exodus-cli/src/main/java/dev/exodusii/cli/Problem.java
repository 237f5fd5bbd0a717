package dev.exodusii.cli;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Layout;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.ShellWord;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.UnreadableFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Why a file could not be reported on, in the words of the user: what is wrong, and what to do about it.
///
/// @param code    a stable name for programs
/// @param message one sentence: what is wrong with which file
/// @param hint    what to do about it, empty where nothing is known to help
/// @param exit    what to tell the caller
record Problem(String code, String message, String hint, ExitCode exit) {

    private static final String PREFIX = "error: ";
    private static final Text INDENT = Text.of(" ".repeat(PREFIX.length()));
    private static final int NARROWEST = 30;
    private static final long WORTH_MENTIONING = 1_000_000_000;
    private static final int MOST_COMPARED = 1000;

    /// Explains a failure.
    static Problem of(String file, Throwable failure) {
        return switch (failure) {
            case UnreadableFileException unreadable -> ofUnreadable(file, unreadable);
            case NoSuchFileException _ -> new Problem("NO_SUCH_FILE", file + ": there is no such file",
                    similarFiles(file), ExitCode.CANNOT_OPEN);
            case AccessDeniedException _ -> new Problem("PERMISSION_DENIED", file + ": you may not read this file",
                    "look at its permissions: ls -l " + ShellWord.of(file), ExitCode.CANNOT_OPEN);
            case NotAFileException special -> new Problem(special.code(), special.getFile() + ": " + special.getReason(),
                    special.hint(), ExitCode.CANNOT_OPEN);
            case OutputFile.WriteException write -> new Problem("CANNOT_WRITE", String.valueOf(write.getMessage()),
                    write.hint(), ExitCode.WRITE_FAILED);
            case InvalidPathException _ -> new Problem("BAD_FILE_NAME", file + ": this name cannot be used",
                    "names beyond ASCII need a UTF-8 locale: LC_ALL=C.UTF-8 exo ...", ExitCode.CANNOT_OPEN);
            case AbsentException absent -> new Problem(absent.code(), withFile(file, absent), absent.hint(),
                    absent.isSyntax() ? ExitCode.USAGE : ExitCode.ABSENT);
            case UsageException usage -> new Problem("USAGE", String.valueOf(usage.getMessage()), "", ExitCode.USAGE);
            case DamagedDataException damaged -> new Problem("DAMAGED_DATA", withFile(file, damaged), "",
                    ExitCode.DAMAGED);
            case IOException other -> new Problem("CANNOT_OPEN", withFile(file, other), "", ExitCode.CANNOT_OPEN);
            case LostDataException lost -> new Problem("FILE_CHANGED", withFile(file, lost),
                    "is its writer still running? Try again when it is done", ExitCode.DAMAGED);
            // What the JVM throws where mapped bytes are no longer there.
            case InternalError _ -> new Problem("FILE_CHANGED", file + ": the file became shorter while it was read",
                    "is its writer still running? Try again when it is done", ExitCode.DAMAGED);
            default -> new Problem("INTERNAL", file + ": a fault of exo itself: " + failure,
                    "please report it, with what --debug prints", ExitCode.INTERNAL);
        };
    }

    /// Looks beside the file that does not exist for one whose name was meant.
    private static String similarFiles(String file) {
        // What the JVM puts where bytes of a name are no text; it cannot turn it back.
        if (file.indexOf('\uFFFD') >= 0) {
            return "a name that is not UTF-8 cannot be used; give the file another one, or a link";
        }
        Path path = Path.of(file).toAbsolutePath();
        Path folder = path.getParent();
        if (folder == null || path.getFileName() == null) {
            return "";
        }
        try (Stream<Path> beside = Files.list(folder)) {
            List<String> near = NearMatches.of(path.getFileName().toString(),
                    beside.limit(MOST_COMPARED).map(other -> String.valueOf(other.getFileName())).toList());
            return near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "?";
        } catch (IOException noFolder) {
            return "";
        }
    }

    private static Problem ofUnreadable(String file, UnreadableFileException unreadable) {
        String message = String.valueOf(unreadable.getMessage());
        String ending = "; " + unreadable.hint();
        String cause = unreadable.hint().isEmpty() || !message.endsWith(ending) ? message
                : message.substring(0, message.length() - ending.length());
        return new Problem(unreadable.fault().name(), cause, hint(file, unreadable),
                unreadable.fault() == Fault.SHRUNK_MEANWHILE ? ExitCode.DAMAGED : ExitCode.REFUSED);
    }

    private static String hint(String file, UnreadableFileException unreadable) {
        if (unreadable.fault() == Fault.NOT_EXODUS) {
            return "its variables can be listed: exo layout --all " + ShellWord.of(file);
        }
        long size = unreadable.fault() == Fault.NETCDF4_HDF5 ? Path.of(file).toFile().length() : 0;
        return unreadable.hint() + (size < WORTH_MENTIONING ? ""
                : "   (takes another " + Numbers.bytes(size) + " or more)");
    }

    private static String withFile(String file, Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return message.startsWith(file) ? message : file + ": " + message;
    }

    /// Refuses what cannot be mapped before anybody waits for it, such as a pipe.
    static Path requireFile(String file) throws IOException {
        if (file.isEmpty()) {
            throw new NotAFileException("NO_SUCH_FILE", "''", "names no file", "");
        }
        Path path = Path.of(file);
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (Files.isDirectory(path)) {
            throw new NotAFileException("IS_DIRECTORY", file, "is a directory", "name the files in it");
        }
        if (Files.exists(path)) {
            throw new NotAFileException("NOT_A_FILE", file, "is no ordinary file, so it cannot be mapped into memory",
                    "copy what comes from it into a file first");
        }
        // Also when a directory on the way may not be entered: the attempt tells which.
        path.getFileSystem().provider().checkAccess(path);
        return path;
    }

    /// Returns what to print: the cause in one line, and what helps below it.
    List<Text> lines(Page page) {
        int room = page.breakAt() == Integer.MAX_VALUE ? page.breakAt()
                : Math.max(NARROWEST, page.breakAt() - PREFIX.length());
        List<Text> lines = new ArrayList<>();
        for (Text line : Layout.wrap(message, room)) {
            lines.add((lines.isEmpty() ? Text.of(Style.ERROR, PREFIX) : INDENT).plus(line));
        }
        if (!hint.isEmpty()) {
            Layout.wrap(hint, room).forEach(line -> lines.add(INDENT.plus(line)));
        }
        return lines;
    }

    void write(Json json) {
        json.object("error", error -> error.field("code", code).field("message", message).nonEmpty("hint", hint));
    }

    /// Something other than an ordinary file.
    static final class NotAFileException extends FileSystemException {

        private static final long serialVersionUID = 1L;

        private final String code;
        private final String hint;

        NotAFileException(String code, String file, String reason, String hint) {
            super(file, null, reason);
            this.code = code;
            this.hint = hint;
        }

        String code() {
            return code;
        }

        String hint() {
            return hint;
        }
    }
}
