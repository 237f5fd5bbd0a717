package dev.exodusii.geometry;

import dev.exodusii.parallel.Workers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made by the first thread that wants it; the others wait. If making it fails, the next one tries again.
///
/// @param <T> what is made
final class Once<T> {

    private static final long GLANCE_MILLIS = 20;

    private final Workers workers;
    private final Supplier<T> maker;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable T made;

    /// @param workers who may be stopped while waiting
    Once(Workers workers, Supplier<T> maker) {
        this.workers = workers;
        this.maker = maker;
    }

    /// Returns what was made, null when nothing was.
    @Nullable T known() {
        return made;
    }

    T get() {
        T there = made;
        return there != null ? there : make();
    }

    private T make() {
        await();
        try {
            T there = made;
            if (there == null) {
                there = maker.get();
                made = there;
            }
            return there;
        } finally {
            lock.unlock();
        }
    }

    private void await() {
        while (true) {
            workers.checkStopped();
            try {
                if (lock.tryLock(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
