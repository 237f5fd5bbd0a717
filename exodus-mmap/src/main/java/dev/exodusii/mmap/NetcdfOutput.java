package dev.exodusii.mmap;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.ByteSource;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.write.DefinitionBuilder;
import dev.exodusii.netcdf.write.Durability;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.RecordCopy;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes classic netCDF files, and adds to them.
///
/// A new file appears under its name when it is complete, and a file that exists is never changed but by records behind
/// its end. So nobody who reads a file is harmed by who writes it: a file that is replaced stays what it was for those who
/// have it open. One program at a time may write to a file; a second one that uses this class is told so.
public final class NetcdfOutput {

    private static final Logger LOG = LoggerFactory.getLogger(NetcdfOutput.class);

    private NetcdfOutput() {}

    /// Begins a new file. Nothing is there under its name before [NetcdfWriter#commit], or the first announcement.
    ///
    /// @param path       where the file will be
    /// @param definition what it consists of
    /// @param options    how it is written
    /// @return the writer; close it
    /// @throws IOException when the file exists and is not to be replaced or is being written by somebody else, or cannot be
    ///                     written
    public static NetcdfWriter create(Path path, FileDefinition definition, WriteOption... options)
            throws IOException {
        return create(path, definition, Optional.empty(), options);
    }

    /// Begins a new file that is made of the one that it replaces.
    ///
    /// @param read what that was when it was opened
    static NetcdfWriter create(Path path, FileDefinition definition, Optional<FileStamp> read, WriteOption... options)
            throws IOException {
        Set<WriteOption> chosen = set(options);
        Path target = real(path);
        if (definition.format() == ContainerFormat.CDF_5) {
            LOG.info("{}: is written as {} because {}", path, definition.format(), definition.formatReason());
        }
        return NetcdfWriter.create(definition, FileSink.create(target, read, chosen), durability(chosen));
    }

    /// A link stays a link to the file that is replaced.
    private static Path real(Path path) throws IOException {
        return Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    }

    private static Set<WriteOption> set(WriteOption... options) {
        Set<WriteOption> chosen = EnumSet.noneOf(WriteOption.class);
        chosen.addAll(List.of(options));
        return chosen;
    }

    private static Durability durability(Set<WriteOption> options) {
        return options.contains(WriteOption.DURABLE) ? Durability.DEVICE : Durability.PROCESS;
    }

    /// Opens a file to add records to it. Records go behind those that the file has; nothing else in it changes but the
    /// number of records, which is written last.
    ///
    /// @param path    where the file is
    /// @param options how it is written
    /// @return the writer, with the file's definition and its number of records; close it
    /// @throws UnreadableFileException when the file is no sound classic netCDF file
    /// @throws IOException             when the file is cut short, has no record variables, has records that are not counted
    ///                                 ([WriteOption#OVERWRITE_UNCOUNTED]), is being written by somebody else, or
    ///                                 cannot be written
    @SuppressWarnings("MustBeClosedChecker") // The writer closes the channel.
    public static NetcdfWriter append(Path path, WriteOption... options) throws IOException {
        Set<WriteOption> chosen = set(options);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString(), null, "no such file");
        }
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a directory, not a file");
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileSink.lock(path, channel);
            FileDefinition definition;
            long records;
            // Opening the file once more would, on closing, give up the lock.
            try (Arena arena = Arena.ofConfined();
                    NetcdfFile file = NetcdfFile.open(ByteSource.of(
                            channel.map(MapMode.READ_ONLY, 0, channel.size(), arena), path.toString()))) {
                checkGrows(file, chosen);
                definition = FileDefinition.asStored(file);
                records = file.layout().records();
            }
            return NetcdfWriter.append(definition, FileSink.append(path, channel, chosen), records,
                    durability(chosen));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void checkGrows(NetcdfFile file, Set<WriteOption> options) throws IOException {
        Layout layout = file.layout();
        if (layout.recordStart() < 0) {
            throw new IOException(file.name() + ": has no variables with records, nothing can be added");
        }
        if (layout.isStreaming() || layout.isTruncated()) {
            throw new IOException(file.name() + ": " + (layout.isStreaming()
                    ? "does not say how many records it has" : "ends before its data do")
                    + "; write a sound copy with 'exo repair' and add to that");
        }
        if (file.variables().stream().anyMatch(v -> !v.isRecord() && v.begin() >= layout.recordStart())) {
            throw new IOException(file.name() + ": has other data behind its records, nothing can be added in place");
        }
        if (!options.contains(WriteOption.OVERWRITE_UNCOUNTED)
                && file.findings().stream().anyMatch(f -> f.code() == FindingCode.UNCOUNTED_RECORDS)) {
            throw new IOException(file.name() + ": may hold " + (layout.recordsComplete() - layout.records())
                    + " records more than its header counts; write a copy that has them with 'exo repair', or have"
                    + " them overwritten");
        }
    }

    /// Begins a new version of a file with other definitions: attributes are added or changed, dimensions and variables
    /// are added. All values of the file are copied, with a small buffer, and the new version replaces the file when it is
    /// committed or announced; until then the file stays as it is.
    ///
    /// The records of the file must be announced again, after the new variables have been put for them:
    /// `writer.announce(records)`.
    ///
    /// @param path    where the file is
    /// @param change  adds to what the file defines
    /// @param options how it is written
    /// @return the writer, into which all values of the file have been put; close it
    /// @throws UnreadableFileException when the file is no sound classic netCDF file
    /// @throws IOException             when the file is cut short, is being written by somebody else, or cannot be read or
    ///                                 written
    public static NetcdfWriter rewrite(Path path, Consumer<DefinitionBuilder> change, WriteOption... options)
            throws IOException {
        WriteOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = WriteOption.REPLACE;
        MappedFile source = MappedFile.open(path);
        try (NetcdfFile file = NetcdfFile.open(source)) {
            if (file.layout().isTruncated()) {
                throw new IOException(path + ": ends before its data do; write a sound copy with 'exo repair' first");
            }
            DefinitionBuilder builder = FileDefinition.copyOf(file);
            change.accept(builder);
            NetcdfWriter writer = create(path, builder.build(), Optional.of(source.stamp()), all);
            try {
                RecordCopy copy = RecordCopy.of(file, writer);
                copy.fixed();
                copy.records(0, file.layout().records());
                return writer;
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        }
    }
}
