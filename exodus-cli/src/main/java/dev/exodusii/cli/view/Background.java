package dev.exodusii.cli.view;

import java.awt.EventQueue;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;

/// One thread that does all the work of a viewer that takes time. Of the work in a lane only what was asked for last is
/// begun: who drags the mouse does not wait for the pictures of places that he has left.
final class Background implements AutoCloseable {

    /// What may replace what. In this order they are begun.
    enum Lane { PICK, FRAME, FINE, SAVE }

    private final Map<Lane, Runnable> newest = new EnumMap<>(Lane.class);
    private final Queue<Runnable> inOrder = new ArrayDeque<>();
    private final Consumer<Throwable> failed;
    private final Thread thread;
    private boolean isClosed;

    /// @param name   of the thread
    /// @param failed is told, by the thread, what a piece of work ended with; not after the end
    Background(String name, Consumer<Throwable> failed) {
        this.failed = failed;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /// Makes sure that nobody waits for a disk in the thread that serves the user.
    static void requireNotEventThread() {
        if (EventQueue.isDispatchThread()) {
            throw new IllegalStateException("the thread that serves the user does not read files");
        }
    }

    /// Has something done after all that was given before, and before any lane.
    ///
    /// @return whether it will be done: not after the end
    synchronized boolean inOrder(Runnable work) {
        if (!isClosed) {
            inOrder.add(work);
            notifyAll();
        }
        return !isClosed;
    }

    /// Has something done instead of what waits in the same lane.
    synchronized void newest(Lane lane, Runnable work) {
        if (!isClosed) {
            newest.put(lane, work);
            notifyAll();
        }
    }

    /// Forgets what waits in a lane.
    synchronized void forget(Lane lane) {
        newest.remove(lane);
    }

    private synchronized Runnable next() throws InterruptedException {
        while (true) {
            if (!inOrder.isEmpty()) {
                return inOrder.remove();
            }
            if (isClosed) {
                throw new InterruptedException("closed");
            }
            for (Lane lane : Lane.values()) {
                Runnable work = newest.remove(lane);
                if (work != null) {
                    return work;
                }
            }
            try {
                wait();
            } catch (InterruptedException e) {
                if (!isClosed) {
                    throw e;
                }
                // What is to be done last is still to be done.
            }
        }
    }

    private synchronized boolean isWanted() {
        return !isClosed;
    }

    private void work() {
        try {
            while (true) {
                Runnable work = next();
                try {
                    work.run();
                } catch (RuntimeException | Error failure) {
                    if (isWanted()) {
                        failed.accept(failure);
                    }
                }
            }
        } catch (InterruptedException _) {
            // Closed.
        }
    }

    /// Ends the thread soon: what waits in a lane is forgotten, what is being done is told to stop by an interrupt. What was
    /// given to be done in order is done, since it may have a file to close. Returns at once.
    ///
    /// @param last is done by the thread as its last work, such as closing files
    synchronized void close(Runnable last) {
        if (!isClosed) {
            newest.clear();
            inOrder.add(() -> {
                // It was for the work before.
                Thread.interrupted();
                last.run();
            });
            isClosed = true;
            thread.interrupt();
            notifyAll();
        }
    }

    @Override
    public void close() {
        close(() -> {});
    }

    /// Waits until the thread has ended.
    ///
    /// @return whether it has, in that time
    boolean awaitEnd(long milliseconds) throws InterruptedException {
        thread.join(milliseconds);
        return !thread.isAlive();
    }
}
