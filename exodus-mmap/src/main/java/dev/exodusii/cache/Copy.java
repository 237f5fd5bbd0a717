package dev.exodusii.cache;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// What was made once for all who ask for it, or the promise of it while one thread makes it.
///
/// @param <T> what is made
final class Copy<T> {

    /// What a copy takes besides its own bytes: key, view, entry. Without it, any number of single values would fit.
    private static final long LEAST = 256;

    private final FutureTask<T> making;
    private final long bytes;
    private volatile @Nullable Thread maker = Thread.currentThread();

    Copy(Derived<T> what) {
        if (what.bytes() < 0) {
            throw new IllegalArgumentException("negative size of " + what);
        }
        this.making = new FutureTask<>(what::make);
        this.bytes = Math.max(LEAST, what.bytes());
    }

    /// Returns what it counts for, from the moment on when somebody begins to make it.
    long bytes() {
        return bytes;
    }

    /// Makes it, successfully or not; see [#get]. Called by the thread that has constructed this object, once.
    void make() {
        making.run();
        maker = null;
    }

    boolean isMade() {
        return making.isDone();
    }

    boolean isFailed() {
        return making.state() == FutureTask.State.FAILED;
    }

    /// Returns what was made, or throws what making it has thrown; waits for it.
    T get() {
        if (maker == Thread.currentThread() && !making.isDone()) {
            throw new IllegalStateException("what is being made asks for itself");
        }
        try {
            return Objects.requireNonNull(making.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException stopped = new CancellationException("interrupted");
            stopped.initCause(e);
            throw stopped;
        } catch (ExecutionException e) {
            // Not a switch over types: the JVM makes code for those at run time.
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
