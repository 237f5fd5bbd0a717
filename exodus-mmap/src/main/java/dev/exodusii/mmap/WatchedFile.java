package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeAxis;
import dev.exodusii.mmap.FileEvent.Kind;
import dev.exodusii.netcdf.FileChange;
import dev.exodusii.netcdf.NetcdfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What is known of a file that is watched, and what follows from a new look at it. For one thread at a time.
final class WatchedFile {

    /// Format and number of records, in each of the three versions.
    private static final int START_BYTES = 12;
    private static final long SKEW_NANOS = 10_000_000_000L;

    /// What shows that something was written.
    private record Glance(FileStamp stamp, byte[] start) {

        boolean isSameAs(Glance other) {
            return stamp.isSameAs(other.stamp) && Arrays.equals(start, other.start);
        }
    }

    private final Path path;
    private final WatchOptions options;
    private final LongSupplier clock;
    private final Queue<FileEvent> events = new ArrayDeque<>();

    private @Nullable Glance last;
    /// When the last change was seen.
    private long changedAt;
    /// The file as it was when it was opened last, closed: only its structure is looked at.
    private @Nullable NetcdfFile known;
    private @Nullable FileStamp knownStamp;
    private long announced;
    /// Steps below are known to the listener.
    private long reported;
    /// The times of the first and of the last step reported, by which a file that was begun anew is known.
    private Optional<Long> firstTime = Optional.empty();
    private Optional<Long> lastTime = Optional.empty();
    private Optional<Kind> trouble = Optional.empty();
    private boolean isToBeOpened;

    WatchedFile(Path path, WatchOptions options, LongSupplier clock) {
        this.path = path;
        this.options = options;
        this.clock = clock;
        this.reported = options.firstStep();
        this.changedAt = clock.getAsLong();
    }

    Path path() {
        return path;
    }

    /// Takes the next event that follows from what was seen.
    @Nullable FileEvent poll() {
        return events.poll();
    }

    /// Tells whether there is something that only time will tell: a step that is counted and not reported yet.
    boolean isBeingWritten() {
        return trouble.isEmpty() && known != null && announced > reported;
    }

    void look() {
        try {
            Glance now = glance();
            Glance before = last;
            boolean isChanged = before == null || !now.isSameAs(before);
            if (isChanged) {
                last = now;
                changedAt = clock.getAsLong();
                isToBeOpened = true;
            }
            if (isToBeOpened || trouble.isPresent() || isBeingWritten() && isQuiet()) {
                open();
                isToBeOpened = false;
            }
        } catch (NoSuchFileException e) {
            last = null;
            if (known != null) {
                meet(Kind.VANISHED, e);
            }
        } catch (IOException e) {
            meet(Kind.UNREADABLE, e);
        } catch (RuntimeException e) {
            // Mostly that it becomes shorter just now; whatever it is, the next look may find a sound file.
            meet(Kind.UNREADABLE, new IOException(path + ": cannot be read (" + e + ")", e));
        }
    }

    /// At the first look, only the file itself can tell; its server's clock may be a little off.
    private boolean isQuiet() {
        long quiet = options.quietFor().toNanos();
        Glance now = last;
        return clock.getAsLong() - changedAt >= quiet
                || known == null && now != null && now.stamp.taken() - now.stamp.modified() - SKEW_NANOS >= quiet;
    }

    /// A writer may have counted a step between the last glance and the opening: then it may still be at work on it.
    private boolean isAsSeenLast() throws IOException {
        Glance before = last;
        return before != null && glance().isSameAs(before);
    }

    /// Reads the count first: what the size says after that is not older.
    private Glance glance() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(START_BYTES);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            while (start.hasRemaining() && channel.read(start, start.position()) > 0) {
                // As many bytes as there are.
            }
        }
        return new Glance(FileStamp.of(path), Arrays.copyOf(start.array(), start.position()));
    }

    private void meet(Kind kind, IOException problem) {
        isToBeOpened = true;
        if (!trouble.equals(Optional.of(kind))) {
            trouble = Optional.of(kind);
            events.add(FileEvent.problem(kind, path, reported, problem));
        }
    }

    private void open() throws IOException {
        MappedFile source = MappedFile.open(path);
        try (ExodusFile file = ExodusFile.open(source)) {
            TimeAxis times = file.times();
            boolean isQuiet = isQuiet() && isAsSeenLast();
            long complete = isQuiet ? times.steps() : Math.max(0, times.steps() - options.behind());
            compare(file, source.stamp());
            if (complete > reported) {
                // Read before anything is told: a file that shrinks meanwhile is told of next time.
                Optional<Long> first = timeOf(times, 0);
                Optional<Long> end = timeOf(times, complete - 1);
                events.add(new FileEvent(Kind.GROWN, path, reported, complete, times.steps(), Optional.empty()));
                reported = complete;
                firstTime = first;
                lastTime = end;
            }
        }
    }

    /// Finds out what has become of the file since it was opened last.
    private void compare(ExodusFile file, FileStamp stamp) {
        NetcdfFile before = known;
        FileStamp beforeStamp = knownStamp;
        long steps = file.times().steps();
        Optional<Kind> kind = Optional.empty();
        if (before == null || beforeStamp == null) {
            kind = Optional.of(Kind.APPEARED);
        } else {
            FileChange change = FileChange.between(before, file.container(), stamp.isOfSameFileAs(beforeStamp));
            boolean isOther = change == FileChange.REPLACED || reported > 0 && steps >= reported && hasOtherTimes(file);
            if (isOther) {
                kind = Optional.of(Kind.REPLACED);
                reported = 0;
            } else if (steps < reported && announced >= reported) {
                kind = Optional.of(Kind.SHRUNK);
                reported = steps;
                lastTime = timeOf(file.times(), steps - 1);
            } else if (change == FileChange.REDEFINED) {
                kind = Optional.of(Kind.REDEFINED);
            }
        }
        if (trouble.isPresent() && before != null) {
            events.add(FileEvent.of(Kind.RECOVERED, path, Math.min(reported, steps), steps));
        }
        trouble = Optional.empty();
        known = file.container();
        knownStamp = stamp;
        announced = steps;
        kind.ifPresent(it -> events.add(FileEvent.of(it, path, reported, steps)));
    }

    private boolean hasOtherTimes(ExodusFile file) {
        return firstTime.isPresent() && !timeOf(file.times(), 0).equals(firstTime)
                || lastTime.isPresent() && !timeOf(file.times(), reported - 1).equals(lastTime);
    }

    /// The bits of a time, for comparing.
    private static Optional<Long> timeOf(TimeAxis times, long step) {
        return times.stored().filter(all -> step >= 0 && step < all.size())
                .map(all -> Double.doubleToRawLongBits(all.slice(step, 1).toArray()[0]));
    }
}
