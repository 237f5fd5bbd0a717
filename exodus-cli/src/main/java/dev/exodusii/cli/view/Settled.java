package dev.exodusii.cli.view;

import dev.exodusii.mmap.FileEvent;
import dev.exodusii.mmap.FileWatcher;
import dev.exodusii.mmap.WatchOptions;
import java.nio.file.Path;

/// Which steps of a file may still be being written: a writer without a buffer counts a step first and writes its values
/// afterwards. [FileWatcher] tells when a step is complete; where a writer rests for long in the middle of one, it is wrong,
/// and what was seen of that step stays until another step is looked at.
///
/// It does not tell when there is another file to show; that is asked of the file that is open. The watcher compares with
/// what it saw itself, perhaps later than the file was opened; it is silent of a step until that is complete, while the
/// viewer shows it before, with a word of warning; and it knows no steps but those that the header counts.
///
/// [#look] is for one thread, the rest for any.
final class Settled implements AutoCloseable {

    /// Before the first look, nothing is doubted.
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final FileWatcher watcher;
    private volatile long complete = UNKNOWN;
    private long announced;

    Settled(Path path, WatchOptions options) {
        this.watcher = FileWatcher.of(path, options, this::take);
    }

    private void take(FileEvent event) {
        switch (event.kind()) {
            case VANISHED, UNREADABLE -> {
                // What was complete is still seen, through the file that is open.
            }
            default -> {
                complete = event.endStep();
                announced = event.announced();
            }
        }
    }

    /// Looks at the file.
    ///
    /// @return whether something that was taken for complete is not, or the other way round
    boolean look() {
        long before = complete;
        watcher.look();
        return complete != before && (before != UNKNOWN || complete < announced);
    }

    /// Returns the first step whose values may still change; beyond all steps where there is none.
    long complete() {
        return complete;
    }

    @Override
    public void close() {
        watcher.close();
    }
}
