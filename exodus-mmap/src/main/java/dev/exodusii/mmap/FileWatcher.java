package dev.exodusii.mmap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches a file that another program writes, and tells of new steps when they are complete.
///
/// ```java
/// try (FileWatcher watcher = FileWatcher.start(path, WatchOptions.standard(), event -> {
///     if (event.kind() == FileEvent.Kind.GROWN) {
///         try (ExodusFile file = event.open()) {
///             show(file.nodal("temperature").step(event.endStep() - 1));
///         }
///     }
/// })) {
///     // ...
/// }
/// ```
///
/// **When is a step complete?** netCDF counts steps in the header, and writers based on it write in one of two orders. With
/// a buffer, as is usual, the values of a step are in the file before it is counted, which happens when the program
/// synchronises (`ex_update`, `nc_sync`) or closes the file. Without one (`NC_SHARE`, `EX_SHARE`) a step is counted first,
/// and its time and values follow: whoever looks meanwhile sees fill values, zeros or a part. Both finish a step before
/// they count the next one. So a step is reported when it is counted, the file reaches behind it, and `behind` more steps
/// are counted; or when the file was not written to for `quietFor`. What is reported as new is complete and final, on a
/// file system that shows a program's writes in the order in which they were made, as those of the same machine do. On a
/// network file system the pages of another machine arrive in any order: there a larger `behind` or waiting until the
/// writer has closed the file is the only remedy. A writer without a buffer that rests for longer than `quietFor` in the
/// middle of a step has that step reported too early.
///
/// **How it looks.** It asks for size, time and identity of the file, and reads the first bytes in the ordinary way, anew at
/// each look, which is what makes a network file system ask its server. Only if something is different it maps the file, and
/// lets it go again at once: between two looks nothing is open, and on Windows the writer may do what it likes.
///
/// No event is lost or told twice, however much happens between two looks; what has come and gone between two looks is not
/// seen. All steps of a file that was begun anew are told again, after [FileEvent.Kind#REPLACED] or
/// [FileEvent.Kind#SHRUNK]; that a file was begun anew is known by its identity, size, header, count, and the times of the
/// first and the last step reported.
public final class FileWatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatcher.class);
    private static final int LOOKS_BEFORE_SLOWER = 16;
    private static final int MOST_DOUBLINGS = 20;

    private final WatchOptions options;
    private final WatchedFile file;
    private final FileListener listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object looking = new Object();
    private int quietLooks;

    private FileWatcher(Path path, WatchOptions options, FileListener listener, LongSupplier clock) {
        this.options = options;
        this.file = new WatchedFile(path, options, clock);
        this.listener = listener;
    }

    /// Makes a watcher that looks only when [#look] is called.
    ///
    /// @param path     the file, which need not exist yet
    /// @param options  how to watch
    /// @param listener is told what has become of it, by the thread that looks
    /// @return the watcher
    public static FileWatcher of(Path path, WatchOptions options, FileListener listener) {
        return new FileWatcher(path, options, listener, System::nanoTime);
    }

    /// For tests.
    static FileWatcher of(Path path, WatchOptions options, FileListener listener, LongSupplier clock) {
        return new FileWatcher(path, options, listener, clock);
    }

    /// Begins to watch with a thread of the watcher's own, which does not keep the process alive and ends when the watcher
    /// is closed.
    ///
    /// @param path     the file, which need not exist yet
    /// @param options  how to watch
    /// @param listener is told what has become of it, by that thread
    /// @return the watcher; close it when it is no longer needed
    public static FileWatcher start(Path path, WatchOptions options, FileListener listener) {
        FileWatcher watcher = of(path, options, listener);
        Thread thread = new Thread(watcher::watch, "exodus watcher of " + path.getFileName());
        thread.setDaemon(true);
        thread.start();
        return watcher;
    }

    /// Begins to watch with threads of the caller's.
    ///
    /// @param path     the file, which need not exist yet
    /// @param options  how to watch
    /// @param listener is told what has become of it, by those threads
    /// @param executor who looks; it stays the caller's, and watching ends when it is shut down
    /// @return the watcher; close it when it is no longer needed
    public static FileWatcher start(Path path, WatchOptions options, FileListener listener,
            ScheduledExecutorService executor) {
        FileWatcher watcher = of(path, options, listener);
        watcher.schedule(executor, 0);
        return watcher;
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closed.await(pauseNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            // The listener has interrupted its own thread, or somebody has found it: that ends it, too.
            close();
        } catch (Error e) {
            throw endedBy(e);
        } finally {
            ended.countDown();
        }
    }

    private Error endedBy(Error error) {
        LOG.error("The watching of {} has ended", file.path(), error);
        close();
        return error;
    }

    private void schedule(ScheduledExecutorService executor, long nanos) {
        try {
            executor.schedule(() -> {
                try {
                    look();
                } catch (Error e) {
                    ended.countDown();
                    throw endedBy(e);
                }
                if (isClosed()) {
                    ended.countDown();
                } else {
                    schedule(executor, pauseNanos());
                }
            }, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("No longer watched, since its executor is shut down: {}", file.path());
            closed.countDown();
            ended.countDown();
        }
    }

    /// Looks at the file now, and tells the listener what is new, in the calling thread. Nothing happens after closing.
    ///
    /// A listener that wants to know more than once need not call it; programs without a thread to spare do.
    public void look() {
        synchronized (looking) {
            boolean hasNews = false;
            // One at a time: the listener may close the watcher, and after that nothing is told.
            for (FileEvent event = next(true); event != null; event = next(false)) {
                hasNews = true;
                tell(event);
            }
            quietLooks = hasNews || file.isBeingWritten() ? 0 : quietLooks + 1;
        }
    }

    private @Nullable FileEvent next(boolean isFirst) {
        if (isClosed()) {
            return null;
        }
        if (isFirst) {
            file.look();
        }
        return file.poll();
    }

    private void tell(FileEvent event) {
        try {
            listener.changed(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            LOG.warn("A listener has failed on '{}'; the watching goes on", event, e);
        }
    }

    /// Returns how long to wait until the next look, for programs that call [#look] themselves.
    ///
    /// @return the time: `interval`, and more where nothing has happened for long
    public Duration pause() {
        return Duration.ofNanos(pauseNanos());
    }

    private long pauseNanos() {
        synchronized (looking) {
            int doublings = Math.min(MOST_DOUBLINGS, quietLooks / LOOKS_BEFORE_SLOWER);
            long slowest = options.slowest().toNanos();
            long interval = options.interval().toNanos();
            return interval > slowest >> doublings ? slowest : interval << doublings;
        }
    }

    /// Tells whether the watcher was closed.
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    /// Ends the watching: no event is begun after this. One that is being told just now is finished by its thread, which is
    /// not waited for, so that a listener may close its watcher, and a user interface need not wait for its own listener.
    /// May be called again, and from any thread.
    @Override
    public void close() {
        closed.countDown();
    }

    /// Waits until nothing is told any more and the watcher's thread has ended, after [#close].
    ///
    /// @param time how long to wait at most
    /// @return whether it has ended, in that time; a watcher that was not started has not
    /// @throws InterruptedException when the waiting thread is interrupted
    public boolean awaitEnd(Duration time) throws InterruptedException {
        return ended.await(WatchOptions.countable(time).toNanos(), TimeUnit.NANOSECONDS);
    }
}
