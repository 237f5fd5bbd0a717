package dev.exodusii.parallel;

import dev.exodusii.diagnostic.Faults;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Who does long work, who watches it, and who may stop it.
///
/// This library has no threads of its own: work is done by the calling thread, and beside it by those of an executor
/// that the caller brings. The calling thread always works itself, so that work gets done even where the executor has no
/// thread to spare, and a piece of work may hand out work of its own.
///
/// Results do not depend on the number of threads: what makes up a piece is decided by who hands it out, and results
/// come back in the order of the pieces.
///
/// Immutable and thread-safe.
public final class Workers {

    private static final Workers CALLING_THREAD = new Workers(Runnable::run, 1, _ -> {}, () -> false);

    private final Executor executor;
    private final int threads;
    private final LongConsumer progress;
    private final BooleanSupplier isStopped;

    private Workers(Executor executor, int threads, LongConsumer progress, BooleanSupplier isStopped) {
        this.executor = executor;
        this.threads = threads;
        this.progress = progress;
        this.isStopped = isStopped;
    }

    /// Returns the calling thread alone.
    public static Workers callingThread() {
        return CALLING_THREAD;
    }

    /// Returns the calling thread and those of an executor.
    ///
    /// @param executor where the other threads come from, such as `ForkJoinPool.commonPool()`; it stays the caller's
    /// @param threads  how many threads may work at a time, the calling one among them
    /// @return the workers
    /// @throws IllegalArgumentException when there is to be no thread at all
    public static Workers of(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread must work, not " + threads);
        }
        return new Workers(executor, threads, CALLING_THREAD.progress, CALLING_THREAD.isStopped);
    }

    /// Returns the same workers with somebody to watch them.
    ///
    /// @param bytesDone is told of bytes that have been worked on since it was told last; called from all threads, as
    ///                  often as every few microseconds
    /// @return the workers
    public Workers watchedBy(LongConsumer bytesDone) {
        return new Workers(executor, threads, bytesDone, isStopped);
    }

    /// Returns the same workers with somebody more to stop them. Interrupting the calling thread stops them as well.
    ///
    /// @param stop asked before each piece, from all threads; work ends soon after it first says true
    /// @return the workers
    public Workers stoppedBy(BooleanSupplier stop) {
        BooleanSupplier known = isStopped;
        return new Workers(executor, threads, progress, () -> known.getAsBoolean() || stop.getAsBoolean());
    }

    /// Returns how many threads may work at a time. Handing out a few times as many pieces keeps all of them busy.
    public int threads() {
        return threads;
    }

    /// Tells who watches that bytes have been worked on.
    ///
    /// @param bytes how many since the last call
    public void advance(long bytes) {
        progress.accept(bytes);
    }

    /// Asks whether to go on, in work that is not made of pieces.
    ///
    /// @throws CancellationException when somebody stopped the work or the calling thread was interrupted, which it stays
    public void checkStopped() {
        if (Thread.currentThread().isInterrupted() || isStopped.getAsBoolean()) {
            throw new CancellationException("stopped");
        }
    }

    /// Does all pieces of some work, in any order.
    ///
    /// @param pieces how many pieces there are
    /// @param work   does the piece of an index below that; called from several threads at a time
    /// @throws CancellationException when somebody stopped the work; an interrupted thread stays interrupted
    /// @throws RuntimeException      what a piece failed with; no further piece is begun then
    public void forEach(int pieces, IntConsumer work) {
        Job job = new Job(pieces, work);
        try {
            for (int i = 1; i < Math.min(threads, pieces); i++) {
                executor.execute(job::help);
            }
        } catch (RejectedExecutionException _) {
            // The calling thread does what nobody else wants to do.
        } catch (RuntimeException | Error e) {
            job.fail(e);
        }
        job.finish();
    }

    /// Does all pieces of some work, in any order, and returns what they come to.
    ///
    /// @param pieces how many pieces there are
    /// @param work   does the piece of an index below that; called from several threads at a time
    /// @param <T>    what a piece comes to
    /// @return the results in the order of the pieces
    /// @throws CancellationException when somebody stopped the work; an interrupted thread stays interrupted
    /// @throws RuntimeException      what a piece failed with; no further piece is begun then
    public <T> List<T> map(int pieces, IntFunction<? extends T> work) {
        Object[] results = new Object[pieces];
        forEach(pieces, piece -> results[piece] = work.apply(piece));
        @SuppressWarnings("unchecked") // Only what work returned is in it.
        List<T> typed = (List<T>) Arrays.asList(results);
        return typed;
    }

    private final class Job {

        private final int pieces;
        private final IntConsumer work;
        private final Thread caller = Thread.currentThread();
        private int next;
        private int helping;
        private @Nullable Throwable failure;

        Job(int pieces, IntConsumer work) {
            this.pieces = pieces;
            this.work = work;
        }

        /// What a thread of the executor does. One that comes too late finds nothing to do, and nobody waits for it.
        void help() {
            synchronized (this) {
                if (next >= pieces) {
                    return;
                }
                helping++;
            }
            try {
                workOn();
            } finally {
                synchronized (this) {
                    helping--;
                    notifyAll();
                }
            }
        }

        void finish() {
            workOn();
            Throwable seen = awaitHelpers();
            // Not a switch over types: the JVM makes code for those at run time, which takes longer than most work.
            if (seen instanceof RuntimeException e) {
                throw e;
            }
            if (seen instanceof Error e) {
                throw e;
            }
        }

        private synchronized @Nullable Throwable awaitHelpers() {
            boolean isInterrupted = false;
            while (helping > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    isInterrupted = true;
                    fail(new CancellationException("interrupted"));
                }
            }
            if (isInterrupted) {
                caller.interrupt();
            }
            return failure;
        }

        private void workOn() {
            for (int piece = take(); piece >= 0; piece = take()) {
                try {
                    try {
                        work.accept(piece);
                    } finally {
                        // A fault of what this thread has read is to show here, not in what it does next.
                        Faults.settle();
                    }
                } catch (RuntimeException | Error e) {
                    fail(e);
                }
            }
        }

        private int take() {
            try {
                if (caller.isInterrupted() || isStopped.getAsBoolean()) {
                    fail(new CancellationException("stopped"));
                }
            } catch (RuntimeException | Error e) {
                // What the user's question fails with ends the work, but no helper is left behind in its piece.
                fail(e);
            }
            synchronized (this) {
                return next < pieces ? next++ : -1;
            }
        }

        private synchronized void fail(Throwable reason) {
            // Work that was already complete cannot be stopped any more.
            if (failure == null && (next < pieces || !(reason instanceof CancellationException))) {
                failure = reason;
            }
            next = pieces;
        }
    }
}
