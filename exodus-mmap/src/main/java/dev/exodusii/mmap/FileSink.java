package dev.exodusii.mmap;

import dev.exodusii.netcdf.write.ByteSink;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that is written, under a temporary name beside its own until it is complete.
///
/// While it is open a byte that no file has is locked, so that two programs do not add to one file: an advisory lock, which
/// binds only those who ask for it, and which some network file systems do not have.
final class FileSink implements ByteSink {

    private static final Logger LOG = LoggerFactory.getLogger(FileSink.class);
    private static final int ATTEMPTS = 100;

    private final Path target;
    private final Path written;
    private final FileChannel channel;
    private final Optional<ReplacedFile> replaced;
    private final boolean replaces;
    private final boolean isDurable;
    private boolean isCommitted;

    private FileSink(Path target, Path written, FileChannel channel, Optional<ReplacedFile> replaced,
            boolean isCommitted, Set<WriteOption> options) {
        this.target = target;
        this.written = written;
        this.channel = channel;
        this.replaced = replaced;
        this.isCommitted = isCommitted;
        this.replaces = options.contains(WriteOption.REPLACE);
        this.isDurable = options.contains(WriteOption.DURABLE);
    }

    /// Begins a new file.
    ///
    /// @param path    where it will be
    /// @param read    what the file that it replaces was when it was opened, if the new one is made of it
    /// @param options how it is written
    static FileSink create(Path path, Optional<FileStamp> read, Set<WriteOption> options) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a directory, not a file");
        }
        if (Files.exists(path)) {
            if (!options.contains(WriteOption.REPLACE)) {
                throw exists(path);
            }
            if (!Files.isRegularFile(path)) {
                throw new FileSystemException(path.toString(), null, "is no ordinary file; it is not replaced");
            }
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new FileSystemException(path.toString(), null, "cannot be written: there is no folder " + folder);
        }
        ReplacedFile replaced = ReplacedFile.claim(path, read);
        if (options.contains(WriteOption.IN_PLACE)) {
            // Who still reads the old file keeps it: a new one takes its name.
            try (replaced) {
                Files.deleteIfExists(path);
            }
            return begun(path, path, Optional.empty(), options);
        }
        try {
            return beside(path, replaced, options);
        } catch (IOException | RuntimeException e) {
            replaced.close();
            throw e;
        }
    }

    private static FileSink beside(Path path, ReplacedFile replaced, Set<WriteOption> options) throws IOException {
        for (int attempt = 0; ; attempt++) {
            String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
            try {
                return begun(path, path.resolveSibling("." + path.getFileName() + "." + suffix + ".part"),
                        Optional.of(replaced), options);
            } catch (FileAlreadyExistsException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static FileSystemException exists(Path path) {
        return new FileAlreadyExistsException(path.toString(), null,
                "exists already and is not replaced unless that is asked for");
    }

    private static FileSink begun(Path target, Path written, Optional<ReplacedFile> replaced,
            Set<WriteOption> options) throws IOException {
        FileChannel channel = FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        Leftovers.add(written);
        FileSink sink = new FileSink(target, written, channel, replaced, false, options);
        try {
            lock(target, channel);
            return sink;
        } catch (IOException e) {
            sink.close();
            throw e;
        }
    }

    /// Goes on with a file that is complete.
    static FileSink append(Path path, FileChannel channel, Set<WriteOption> options) {
        return new FileSink(path, path, channel, Optional.empty(), true, options);
    }

    /// Makes sure that nobody else who asks adds to the file.
    static Optional<FileLock> lock(Path path, FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            throw new IOException(path + ": is being written by this program already", e);
        } catch (IOException e) {
            LOG.debug("{} cannot be locked; that nobody else writes to it is up to the user", path, e);
            return Optional.empty();
        }
        if (lock == null) {
            throw new IOException(path + ": is being written by another program");
        }
        return Optional.of(lock);
    }

    @Override
    public String name() {
        return target.toString();
    }

    @Override
    public void write(long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        int wanted = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (ClosedChannelException closed) {
            // Also where the thread was interrupted, which the type says.
            throw closed;
        } catch (IOException e) {
            throw explained(offset, wanted, e);
        }
    }

    private IOException explained(long offset, int wanted, IOException failure) {
        String free;
        try {
            free = "; " + Files.getFileStore(written).getUsableSpace() + " bytes are free there";
        } catch (IOException _) {
            free = "";
        }
        return new IOException(target + ": bytes " + offset + " to " + (offset + wanted - 1) + " cannot be written ("
                + failure.getMessage() + ")" + free + (isCommitted ? "; the file is as it was, with the records that"
                + " were announced" : "; nothing will be left of it"), failure);
    }

    @Override
    public void truncate(long end) throws IOException {
        channel.truncate(end);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void commit() throws IOException {
        if (isCommitted) {
            return;
        }
        if (!written.equals(target)) {
            rename();
        }
        isCommitted = true;
        Leftovers.remove(written);
        if (isDurable) {
            forceFolder();
        }
        LOG.debug("Complete: {}", target);
    }

    private void rename() throws IOException {
        if (replaces && Files.exists(target)) {
            keepPermissions();
            claimAgain();
        }
        if (replaces) {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        if (File.separatorChar == '\\') {
            // Renaming fails on Windows where the name is taken, and deleting waits for the file to be closed.
            Files.move(written, target);
            return;
        }
        // A link fails where the name is taken meanwhile; renaming would replace what has it.
        try {
            Files.createLink(target, written);
            Files.delete(written);
        } catch (FileAlreadyExistsException taken) {
            throw exists(target);
        } catch (IOException | UnsupportedOperationException noLinks) {
            if (Files.exists(target)) {
                throw exists(target);
            }
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// Windows does not replace a file that somebody has open.
    private void claimAgain() throws IOException {
        if (replaced.isPresent()) {
            replaced.get().renew();
            if (File.separatorChar == '\\') {
                replaced.get().close();
            }
        }
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null) {
            Files.setPosixFilePermissions(written, old.readAttributes().permissions());
        }
    }

    /// The name is in the folder, which has to reach the device as well.
    private void forceFolder() {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            LOG.debug("Folders cannot be forced to the device here: {}", folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (replaced.isPresent()) {
            replaced.get().close();
        }
        if (!isCommitted) {
            Files.deleteIfExists(written);
            Leftovers.remove(written);
        }
    }
}
