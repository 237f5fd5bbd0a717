package dev.exodusii.mmap;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.write.ExodusCopy;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExodusWriter;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.netcdf.RecordCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Opens Exodus files by mapping them into memory, makes new ones, and adds to them.
public final class Exodus {

    private Exodus() {}

    /// Opens an Exodus file for reading. The cost is that of its header, whatever its size.
    ///
    /// The file is never written to. On Windows it cannot be deleted, renamed or cut short before it is closed. When
    /// another program shortens it meanwhile, bulk operations on what is gone throw [LostDataException]; reading a single
    /// value there ends in an [InternalError], at once or a little later, and bytes behind the new end in its last page
    /// (4096 bytes, mostly) are zeros: [ExodusFile#refresh] and [FileWatcher] notice.
    ///
    /// @param path where the file is
    /// @return the open file; close it when it is no longer needed
    /// @throws UnreadableFileException when the file is no sound classic netCDF file, or nothing in it is Exodus
    /// @throws IOException when there is no such file or it cannot be read or mapped, also when the calling thread has
    ///                     been interrupted ([java.nio.channels.ClosedByInterruptException])
    public static ExodusFile open(Path path) throws IOException {
        return open(path, RecordCount.FROM_HEADER);
    }

    /// Opens an Exodus file for reading, with a choice of how many steps to believe in: those of a writer that ended
    /// before it counted them can be read as well. See [#open(Path)] for the rest.
    ///
    /// @param path  where the file is
    /// @param count where the number of steps is taken from
    /// @return the open file; close it when it is no longer needed
    /// @throws UnreadableFileException when the file is no sound classic netCDF file, or nothing in it is Exodus
    /// @throws IOException when there is no such file or it cannot be read or mapped, also when the calling thread has
    ///                     been interrupted ([java.nio.channels.ClosedByInterruptException])
    public static ExodusFile open(Path path, RecordCount count) throws IOException {
        return ExodusFile.open(MappedFile.open(path), count);
    }

    /// Begins a new file. Nothing is there under its name before [ExodusWriter#commit], or the first announcement; a writer
    /// that is closed before leaves nothing behind.
    ///
    /// @param path       where the file will be
    /// @param definition what it holds
    /// @param options    how it is written; without [WriteOption#REPLACE] a file that exists stays
    /// @return the writer; close it
    /// @throws IOException when the file exists and is not to be replaced, or cannot be written
    public static ExodusWriter create(Path path, ExodusDefinition definition, WriteOption... options)
            throws IOException {
        return ExodusWriter.create(definition, NetcdfOutput.create(path, definition.layout(), options));
    }

    /// Opens a file to add steps to it. They go behind those that the file has, [ExodusWriter#steps] of them; nothing else
    /// in it changes but their number, which is written last. Programs that have the file open are not harmed.
    ///
    /// @param path    where the file is
    /// @param options how it is written
    /// @return the writer, which takes values of steps only; close it
    /// @throws UnreadableFileException when the file is no sound classic netCDF file, or nothing in it is Exodus
    /// @throws IOException             when steps cannot be added in place, the message tells why; it is being written by
    ///                                 somebody else, or cannot be written
    public static ExodusWriter append(Path path, WriteOption... options) throws IOException {
        ExodusDefinition definition;
        Optional<Attribute> lastWrittenTime;
        try (ExodusFile file = open(path)) {
            definition = ExodusDefinition.of(file);
            lastWrittenTime = file.container().attribute("last_written_time");
        } catch (IllegalArgumentException | DamagedDataException e) {
            throw new IOException(path + ": steps cannot be added: " + e.getMessage(), e);
        }
        return ExodusWriter.append(definition, lastWrittenTime, NetcdfOutput.append(path, options));
    }

    /// Begins a new version of a file that holds more, or less: variables, QA records, lines of text, blocks ... All values
    /// that the new version has in common with the file are put into it, and it replaces the file when it is committed or
    /// announced; until then, and whatever happens, the file stays as it is.
    ///
    /// New variables must be put for all steps, and the steps be announced again: `writer.announce(steps)`.
    ///
    /// ```java
    /// try (ExodusWriter writer = Exodus.rewrite(path, file -> file.nodalVariables("error"))) {
    ///     for (long step = 0; step < steps; step++) {
    ///         writer.nodal("error").step(step).put(errors);
    ///     }
    ///     writer.announce(steps);
    /// }
    /// ```
    ///
    /// @param path    where the file is
    /// @param change  changes what the file holds
    /// @param options how it is written
    /// @return the writer, into which the values of the file have been put; close it
    /// @throws UnreadableFileException  when the file is no sound classic netCDF file, or nothing in it is Exodus
    /// @throws IOException              when it is cut short, is being written by somebody else, or cannot be read or
    ///                                  written
    /// @throws IllegalArgumentException when what is to be held does not fit together
    public static ExodusWriter rewrite(Path path, Consumer<ExodusDefinitionBuilder> change, WriteOption... options)
            throws IOException {
        WriteOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = WriteOption.REPLACE;
        MappedFile source = MappedFile.open(path);
        try (ExodusFile file = ExodusFile.open(source)) {
            if (file.container().layout().isTruncated()) {
                throw new IOException(path + ": ends before its data do; write a sound copy with 'exo repair' first");
            }
            ExodusDefinitionBuilder builder = ExodusDefinition.of(file).toBuilder();
            change.accept(builder);
            ExodusDefinition definition = builder.build();
            ExodusWriter writer = ExodusWriter.create(definition, NetcdfOutput.create(path, definition.layout(),
                    Optional.of(source.stamp()), all));
            try {
                ExodusCopy copy = ExodusCopy.of(file, writer);
                copy.mesh();
                for (long step = 0; step < file.times().steps(); step++) {
                    copy.step(step, step);
                }
                return writer;
            } catch (IOException | RuntimeException e) {
                writer.close();
                throw e;
            }
        }
    }
}
