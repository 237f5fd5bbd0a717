package dev.exodusii.mmap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that a new one is going to replace: locked, since what others add to it meanwhile would be lost.
final class ReplacedFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacedFile.class);

    private final Path path;
    private final Optional<FileStamp> read;
    private final Optional<FileChannel> channel;
    private Optional<FileLock> lock = Optional.empty();

    private ReplacedFile(Path path, Optional<FileStamp> read, Optional<FileChannel> channel) {
        this.path = path;
        this.read = read;
        this.channel = channel;
    }

    /// Claims a file, if there is one.
    ///
    /// @param path where it is
    /// @param read what it was when it was opened, if the new one is made of it
    /// @throws IOException when somebody else writes to it, or has written to it since
    static ReplacedFile claim(Path path, Optional<FileStamp> read) throws IOException {
        ReplacedFile file = new ReplacedFile(path, read, channel(path));
        try {
            file.renew();
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static Optional<FileChannel> channel(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(FileChannel.open(path, StandardOpenOption.WRITE));
        } catch (IOException e) {
            LOG.debug("{} cannot be locked; that nobody else writes to it is up to the user", path, e);
            return Optional.empty();
        }
    }

    /// Locks it again: many systems give a lock up when the same program closes the file somewhere else.
    void renew() throws IOException {
        if (lock.isPresent()) {
            lock.get().release();
        }
        if (channel.isPresent()) {
            lock = FileSink.lock(path, channel.get());
        }
        if (read.isPresent() && !FileStamp.of(path).isSameAs(read.get())) {
            throw new IOException(path + ": was written to after it was read; it is not replaced");
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isPresent()) {
            channel.get().close();
        }
    }
}
