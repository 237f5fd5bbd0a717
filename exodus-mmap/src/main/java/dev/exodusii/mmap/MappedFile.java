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
/// One shared arena for each file: views may be read by any thread, and [#close] from any thread unmaps at once. Views
/// need the mapping alone: an interrupt that closes the channel under a reader takes away nothing but [#fetch].
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
    /// Stays open for as long as the file, because under the path there may be another file by now.
    private final FileChannel channel;
    private final Guess guess = new Guess();

    private MappedFile(Path path, FileStamp stamp, Arena arena, MemorySegment segment, FileChannel channel) {
        this.path = path;
        this.stamp = stamp;
        this.arena = arena;
        this.segment = segment;
        this.channel = channel;
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
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        Arena arena = Arena.ofShared();
        try {
            MemorySegment segment = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            LOG.debug("Mapped {} ({} bytes)", path, segment.byteSize());
            return new MappedFile(path, stamp, arena, segment, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
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
            touch(from, end);
        }
    }

    @Override
    public boolean fetch(long offset, MemorySegment destination) {
        if (offset < 0 || offset > segment.byteSize() - destination.byteSize()) {
            return false;
        }
        try {
            ByteBuffer rest = destination.asByteBuffer();
            while (rest.hasRemaining()) {
                if (channel.read(rest, offset + rest.position()) < 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // Closed meanwhile, or by an interrupt.
            LOG.debug("Not fetched: {}", path, e);
            return false;
        }
    }

    /// Guesses that some pages are in memory already: to find out how the kernel is told takes a short program a tenth of
    /// its life, and that for nothing where it reads a file that was read before. A page here and there is fetched by
    /// hand, and how long that takes tells.
    private boolean isInMemory(long from, long end) {
        if (guess.passesOver()) {
            return true;
        }
        return guess.learn(touch(from, end) < DISK_NANOS * (1 + (end - from) / SMALLEST_PAGE));
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
    ///
    /// @return the nanoseconds that it took, without what as many reads of bytes in memory would have taken
    private long touch(long from, long end) {
        long begun = System.nanoTime();
        long known = 0;
        int pages = 0;
        try (FileChannel own = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            // The header was read before. The first call of a program takes many times as long as the second.
            own.read(one, 0);
            known = System.nanoTime();
            own.read(one.clear(), 0);
            begun = System.nanoTime();
            known = begun - known;
            for (long at = from; at < end; at += SMALLEST_PAGE) {
                own.read(one.clear(), at);
                pages++;
            }
            if ((end - 1) / SMALLEST_PAGE > (from + (pages - 1L) * SMALLEST_PAGE) / SMALLEST_PAGE) {
                own.read(one.clear(), end - 1);
                pages++;
            }
        } catch (IOException e) {
            LOG.debug("Not read ahead: {}", path, e);
        }
        return System.nanoTime() - begun - pages * known;
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Not closed: {}", path, e);
        }
    }

    /// Unmaps the file; waits a little for system calls that still read from it, such as a write from a view's buffer.
    @Override
    public synchronized void close() {
        closeChannel();
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
