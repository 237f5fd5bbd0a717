package dev.exodusii.cli.text;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/// A line on the terminal that says how far long work is, and goes away when the work is done. Nothing is shown of work
/// that takes less than a second, nor where nobody watches.
public final class Progress implements AutoCloseable {

    private static final long NANOS = 1_000_000_000;
    private static final long EVERY = NANOS / 5;
    private static final int BAR = 24;
    private static final String RETURN = "\r";
    private static final String ERASE = "\u001b[K";

    private final PrintStream err;
    private final boolean isWatched;
    private final String what;
    private final long total;
    private final long begun;
    private final LongAdder done = new LongAdder();
    private final AtomicLong next;
    /// Takes the line away where somebody ends the process, so that the shell's prompt has a line of its own.
    private final Thread onExit = new Thread(this::stop);
    private boolean isHooked;
    private boolean isShown;

    /// Begins to watch work.
    ///
    /// @param terminal  whose stderr the line goes to
    /// @param isWatched whether it goes there at all
    /// @param what      what is being done, in a word or two
    /// @param total     how many bytes there are to be worked on, 0 where that is not known
    public Progress(Terminal terminal, boolean isWatched, String what, long total) {
        this.err = terminal.err();
        this.isWatched = isWatched;
        this.what = what;
        this.total = total;
        this.begun = System.nanoTime();
        this.next = new AtomicLong(begun + NANOS);
    }

    /// Counts bytes that have been worked on; may be called from any thread and often.
    ///
    /// @param bytes how many since the last call
    public void advance(long bytes) {
        if (!isWatched) {
            return;
        }
        done.add(bytes);
        long now = System.nanoTime();
        long due = next.get();
        if (now >= due && next.compareAndSet(due, now + EVERY)) {
            show(now);
        }
    }

    private synchronized void show(long now) {
        if (next.get() == Long.MAX_VALUE) {
            return;
        }
        if (!isHooked) {
            try {
                Runtime.getRuntime().addShutdownHook(onExit);
            } catch (IllegalStateException ending) {
                return;
            }
            isHooked = true;
        }
        isShown = true;
        err.print(RETURN + line(what, done.sum(), total, now - begun) + ERASE);
        err.flush();
    }

    /// Puts the line into words.
    ///
    /// @param what  what is being done
    /// @param done  the bytes that have been worked on
    /// @param total the bytes that there are, 0 where that is not known
    /// @param nanos how long it has taken
    /// @return such as `reading  [#####-----]  50 %  1.6 of 3.3 GB  2.1 GB/s  1 s left`
    static String line(String what, long done, long total, long nanos) {
        double rate = (double) done * NANOS / Math.max(1, nanos);
        if (total <= 0) {
            return what + "  " + Numbers.bytes(done) + "  " + Numbers.bytes((long) rate) + "/s  " + time(nanos / NANOS);
        }
        double share = Math.clamp((double) done / total, 0, 1);
        int full = (int) (share * BAR);
        long left = rate > 0 ? Math.round(Math.max(0, total - done) / rate) : 0;
        return what + "  [" + "#".repeat(full) + "-".repeat(BAR - full) + "]  " + (int) (share * 100) + " %  "
                + Numbers.bytes(done) + "  " + Numbers.bytes((long) rate) + "/s  " + time(left) + " left";
    }

    private static String time(long seconds) {
        return seconds < 60 ? seconds + " s" : seconds < 3600 ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    /// Takes the line away for good.
    @Override
    public void close() {
        stop();
        if (isHooked) {
            try {
                Runtime.getRuntime().removeShutdownHook(onExit);
            } catch (IllegalStateException ending) {
                // The process is ending already.
            }
        }
    }

    private synchronized void stop() {
        next.set(Long.MAX_VALUE);
        hide();
    }

    /// Takes the line away, so that something else can be printed; it may come back.
    public synchronized void hide() {
        if (isShown) {
            err.print(RETURN + ERASE);
            err.flush();
            isShown = false;
        }
    }
}
