package dev.exodusii.mmap;

import dev.exodusii.netcdf.ByteSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file mapped into memory as a whole, for reading only.
///
/// One shared arena for each file: views may be read by any thread, and [#close] from any thread unmaps at once. The
/// channel is closed as soon as the mapping stands, so that no interrupt can close it under a reader.
final class MappedFile implements ByteSource {

    private static final Logger LOG = LoggerFactory.getLogger(MappedFile.class);
    private static final long CLOSE_PATIENCE_NANOS = 5_000_000_000L;
    private static final int SMALLEST_PAGE = 4096;
    /// What is worth fetching by hand. Longer ranges the kernel reads ahead of by itself.
    private static final int FEW_BYTES = 16 * SMALLEST_PAGE;
    /// No page comes from a disk faster than that, and none that is in memory takes so long.
    private static final long DISK_NANOS = 40_000;
    private static final int MOST_PASSED_OVER = 32;

    private static final int MOST_ATTEMPTS = 10;

    private final Path path;
    private final FileStamp stamp;
    private final Arena arena;
    private final MemorySegment segment;
    private final Guess guess = new Guess();

    private MappedFile(Path path, FileStamp stamp, Arena arena, MemorySegment segment) {
        this.path = path;
        this.stamp = stamp;
        this.arena = arena;
        this.segment = segment;
    }

    static MappedFile open(Path path) throws IOException {
        FileStamp before = FileStamp.of(path);
        for (int attempt = 1;; attempt++) {
            MappedFile file = map(path, before);
            FileStamp after;
            try {
                after = FileStamp.of(path);
            } catch (IOException e) {
                // Taken away meanwhile, which does no harm to what is mapped already.
                return file;
            }
            if (after.isOfSameFileAs(before) || attempt == MOST_ATTEMPTS) {
                return file;
            }
            // Another file has taken the name meanwhile: which of them was mapped is not known.
            file.close();
            before = after;
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // The arena lives as long as the file is open.
    private static MappedFile map(Path path, FileStamp stamp) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            MemorySegment segment = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            LOG.debug("Mapped {} ({} bytes)", path, segment.byteSize());
            return new MappedFile(path, stamp, arena, segment);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e instanceof IOException failure ? explain(path, failure) : new IOException(
                    path + ": cannot be mapped into memory (" + e.getMessage() + ")", e);
        }
    }

    /// Which file was opened, and what it was like just before.
    FileStamp stamp() {
        return stamp;
    }

    @Override
    public boolean isUnchanged() throws IOException {
        return stamp.isConclusive() && stamp.bytes() == segment.byteSize() && FileStamp.of(path).isSameAs(stamp);
    }

    @Override
    public Reopened reopen() throws IOException {
        MappedFile now = open(path);
        return new Reopened(now, now.stamp.isOfSameFileAs(stamp));
    }

    /// A failed mapping says only "Map failed"; what helps is known.
    private static IOException explain(Path path, IOException failure) {
        if (failure instanceof FileSystemException || failure.getMessage() == null
                || !failure.getMessage().startsWith("Map failed")) {
            return failure;
        }
        return new IOException(path + ": cannot be mapped into memory; the address space is limited (see 'ulimit -v')"
                + " or there are too many mappings (see the sysctl vm.max_map_count)", failure);
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public MemorySegment segment() {
        return segment;
    }

    @Override
    public boolean isOpen() {
        return arena.scope().isAlive();
    }

    /// Has the kernel read the pages meanwhile. Leaves nothing behind that would change how other pages are read.
    @Override
    public void willRead(long offset, long bytes) {
        long from = Math.clamp(offset, 0, segment.byteSize());
        long end = bytes > segment.byteSize() - from ? segment.byteSize() : from + Math.max(0, bytes);
        if (from >= end) {
            return;
        }
        if (!PageAdvice.isLookedFor() && end - from <= FEW_BYTES && isInMemory(from, end)) {
            return;
        }
        if (PageAdvice.isAvailable()) {
            PageAdvice.willRead(segment, from, end - from);
        } else if (end - from <= FEW_BYTES) {
            fetch(from, end);
        }
    }

    /// Guesses that some pages are in memory already: to find out how the kernel is told takes a short program a tenth of
    /// its life, and that for nothing where it reads a file that was read before. A page here and there is fetched by
    /// hand, and how long that takes tells.
    private boolean isInMemory(long from, long end) {
        if (guess.passesOver()) {
            return true;
        }
        long begun = System.nanoTime();
        fetch(from, end);
        return guess.learn(System.nanoTime() - begun < DISK_NANOS * (1 + (end - from) / SMALLEST_PAGE));
    }

    /// How many announcements to believe superfluous after so many were found to be: each time twice as many.
    private static final class Guess {

        private int passed;
        private int toPass;

        synchronized boolean passesOver() {
            return passed++ < toPass;
        }

        synchronized boolean learn(boolean wasInMemory) {
            passed = 0;
            toPass = wasInMemory ? Math.min(MOST_PASSED_OVER, 2 * toPass + 1) : 0;
            return wasInMemory;
        }
    }

    /// Reads a byte of each page through the file system, which fetches that page. A touch of the mapping would fetch
    /// all pages around as well, up to some megabytes, and for scattered values that takes a hundred times as long.
    private void fetch(long from, long end) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            for (long at = from; at < end; at += SMALLEST_PAGE) {
                channel.read(one.clear(), at);
            }
            channel.read(one.clear(), end - 1);
        } catch (IOException e) {
            LOG.debug("Not read ahead: {}", path, e);
        }
    }

    /// Unmaps the file; waits a little for system calls that still read from it, such as a write from a view's buffer.
    @Override
    public synchronized void close() {
        long deadline = System.nanoTime() + CLOSE_PATIENCE_NANOS;
        while (isOpen()) {
            try {
                arena.close();
                LOG.debug("Unmapped {}", path);
            } catch (IllegalStateException busy) {
                if (System.nanoTime() - deadline > 0) {
                    throw new IllegalStateException(path + ": cannot be closed, a system call still uses it", busy);
                }
                LockSupport.parkNanos(100_000);
            }
        }
    }
}
