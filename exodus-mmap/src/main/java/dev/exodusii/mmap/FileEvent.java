package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.FileChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// What a [FileWatcher] has noticed.
///
/// @param kind      what has happened
/// @param path      the file that is watched
/// @param firstStep the first 0-based step that is new, for [Kind#GROWN]; else the number of steps reported before that
///                  still hold
/// @param endStep   the step behind the last that is new: all below it are complete and will not change any more
/// @param announced the number of steps that the file counts, of which the last may still be being written
/// @param problem   why the file cannot be read at present, for [Kind#UNREADABLE] and [Kind#VANISHED]
public record FileEvent(Kind kind, Path path, long firstStep, long endStep, long announced,
        Optional<IOException> problem) {

    /// What can happen to a file. Each is reported once for as long as it lasts.
    public enum Kind {
        /// The file is there and can be read: the first event of each watcher, unless it cannot be read at first.
        APPEARED,
        /// Steps from `firstStep` up to `endStep` are new, in full and final.
        GROWN,
        /// The header is another one, and data may have moved: names, variables and ids have to be read again. The steps
        /// that were reported are still there; see [FileChange#REDEFINED].
        REDEFINED,
        /// Another file is at its place, or the same one was begun anew: nothing that was reported holds any more. Its steps
        /// are reported from 0 on.
        REPLACED,
        /// There are fewer steps than were reported; those below `firstStep` remain.
        SHRUNK,
        /// There is no file any more.
        VANISHED,
        /// The file cannot be read, as while its writer begins anew. It is looked at again.
        UNREADABLE,
        /// It can be read again after it could not. If it is not what it was, an event that says so follows.
        RECOVERED
    }

    static FileEvent of(Kind kind, Path path, long steps, long announced) {
        return new FileEvent(kind, path, steps, steps, announced, Optional.empty());
    }

    static FileEvent problem(Kind kind, Path path, long steps, IOException problem) {
        return new FileEvent(kind, path, steps, steps, 0, Optional.of(problem));
    }

    /// Opens the file as it is now, independently of the watcher; the caller closes it.
    ///
    /// @return the file, with all steps that this event tells of and perhaps more
    /// @throws IOException when it cannot be opened, or has fewer steps than this event tells of: a later event tells why
    public ExodusFile open() throws IOException {
        ExodusFile file = Exodus.open(path);
        if (file.times().steps() < endStep) {
            file.close();
            throw new IOException(path + ": has changed again since it was looked at, and has fewer than " + endStep
                    + " steps now");
        }
        return file;
    }

    /// Returns what has happened in words, such as `run.e: steps 10 to 12 are new`.
    @Override
    public String toString() {
        String last = endStep == firstStep + 1 ? "step " + firstStep + " is new"
                : "steps " + firstStep + " to " + (endStep - 1) + " are new";
        return path + ": " + switch (kind) {
            case APPEARED -> "is there";
            case GROWN -> last;
            case REDEFINED -> "its header has changed";
            case REPLACED -> "was replaced or begun anew";
            case SHRUNK -> "has fewer steps than before";
            case VANISHED -> "is gone";
            case UNREADABLE -> "cannot be read at present";
            case RECOVERED -> "can be read again";
        };
    }
}
