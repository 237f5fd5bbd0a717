package dev.exodusii.netcdf.write;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.parallel.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Writes a classic netCDF file: values go straight to their places, through one small buffer.
///
/// First the fixed variables are put, then [#commit] makes the file complete: its header is written last, so that before
/// nothing could take it for a netCDF file. After that records are put and announced: a record is in the file from the
/// moment on when [#announce] has raised the count in the header. What was announced never changes.
///
/// ```java
/// try (NetcdfWriter writer = NetcdfOutput.create(path, definition)) {
///     writer.put(x, Values.of(coordinates));
///     writer.commit();
///     for (int step = 0; step < steps; step++) {
///         writer.put(time, step, Values.of(t));
///         writer.put(temperature, step, Values.of(values));
///         writer.announce(step + 1);
///     }
/// }
/// ```
///
/// Records may be announced before the commit, too: then they appear with the rest, all at once. A writer that is closed
/// without a commit leaves nothing behind. Not safe for use by several threads at a time.
public final class NetcdfWriter implements AutoCloseable {

    private static final int MAGIC_BYTES = 4;

    private final FileDefinition definition;
    private final FileLayout layout;
    private final ByteSink sink;
    private final Durability durability;
    private final List<Progress> progress = new ArrayList<>();
    private final SlabOutput output;
    private long records;
    /// One more than the last record that anything was written of, successfully or not.
    private long reached;
    private boolean isCommitted;
    private boolean isClosed;

    private NetcdfWriter(FileDefinition definition, ByteSink sink, Durability durability, long records,
            boolean isCommitted) {
        this.definition = definition;
        this.layout = definition.layout();
        this.sink = sink;
        this.output = new SlabOutput(layout, sink);
        this.durability = durability;
        this.records = records;
        this.isCommitted = isCommitted;
        for (VariableDefinition variable : definition.variables()) {
            progress.add(new Progress(variable.isRecord() ? records : isCommitted ? 1 : 0));
        }
    }

    /// Begins a new file. The writer owns the sink from then on and closes it.
    ///
    /// @param definition what the file consists of
    /// @param sink       where its bytes go; it must be empty
    /// @param durability what announced records survive
    /// @return the writer
    public static NetcdfWriter create(FileDefinition definition, ByteSink sink, Durability durability) {
        return new NetcdfWriter(definition, sink, durability, 0, false);
    }

    /// Goes on with a file that is complete. The writer owns the sink from then on and closes it.
    ///
    /// @param definition what the file consists of: see [FileDefinition#asStored]
    /// @param sink       where its bytes go; it holds the file
    /// @param records    how many records it has
    /// @param durability what announced records survive
    /// @return the writer
    public static NetcdfWriter append(FileDefinition definition, ByteSink sink, long records, Durability durability) {
        return new NetcdfWriter(definition, sink, durability, records, true);
    }

    /// Returns the name of the file.
    public String name() {
        return sink.name();
    }

    /// Returns what the file consists of.
    public FileDefinition definition() {
        return definition;
    }

    /// Looks up a variable that must be there.
    ///
    /// @param variableName the exact name
    /// @return the variable
    /// @throws java.util.NoSuchElementException when there is none; the message suggests similar names
    public VariableDefinition variable(String variableName) {
        return definition.requireVariable(variableName);
    }

    /// Returns the number of records that were announced.
    public long records() {
        return records;
    }

    /// Tells whether the file is complete but for further records.
    public boolean isCommitted() {
        return isCommitted;
    }

    /// Lets others help: while one thread writes, others turn the next values into bytes. Worth it for slabs of some
    /// megabytes that are not stored as the caller has them, where the disk is not what is waited for.
    ///
    /// What is put then must lie in memory that all threads may read, and a stopped or interrupted put ends with a
    /// [java.util.concurrent.CancellationException]. The bytes in the file are the same.
    ///
    /// @param workers who helps; by default the calling thread is alone
    /// @return this writer
    public NetcdfWriter helpedBy(Workers workers) {
        output.helpedBy(workers);
        return this;
    }

    /// Puts all values of a fixed variable.
    ///
    /// @param variable a fixed variable of the definition
    /// @param values   as many as it has
    /// @throws IOException see [#put(VariableDefinition, Region, Values)], as for all other exceptions
    public void put(VariableDefinition variable, Values values) throws IOException {
        put(variable, Region.all(), values);
    }

    /// Puts all values of one record of a variable.
    ///
    /// @param variable a record variable of the definition
    /// @param record   the 0-based record
    /// @param values   as many as one record of it has
    /// @throws IOException see [#put(VariableDefinition, Region, Values)], as for all other exceptions
    public void put(VariableDefinition variable, long record, Values values) throws IOException {
        put(variable, Region.record(record), values);
    }

    /// Puts values into a region of a variable, converted to its type.
    ///
    /// Integers that the type cannot hold are refused, not cut; doubles become the nearest float. After an exception
    /// the values of the region are not specified, and may be put again: all of them at once, alone or with others.
    ///
    /// @param variable a variable of the definition
    /// @param region   which of its values
    /// @param values   as many as the region has, slowest dimension first
    /// @throws IOException               when they cannot be written
    /// @throws IllegalArgumentException  when number or kind of the values do not fit the region
    /// @throws IndexOutOfBoundsException when the region does not lie inside the variable
    /// @throws ArithmeticException       when a value does not fit into the variable's type
    /// @throws dev.exodusii.diagnostic.LostDataException when the values come from a file that has become shorter
    /// @throws IllegalStateException     when the values were announced before, or the writer or the source of the
    ///                                   values is closed
    public void put(VariableDefinition variable, Region region, Values values) throws IOException {
        checkOpen();
        if (variable.index() >= progress.size() || definition.variables().get(variable.index()) != variable) {
            throw new IllegalArgumentException(variable + " is no variable of the definition of " + name());
        }
        Box box = Box.of(variable, layout, region);
        if (box.values() != values.size()) {
            throw new IllegalArgumentException(place(variable) + values.size() + " values were given for "
                    + box.values() + " places");
        }
        checkNotAnnounced(variable, box);
        if (box.values() == 0) {
            return;
        }
        checkRecords(box.firstRecord() + box.records());
        reached = variable.isRecord() ? Math.max(reached, box.firstRecord() + box.records()) : reached;
        Progress own = progress.get(variable.index());
        boolean isDone = false;
        try {
            putGuarded(variable, box, values);
            isDone = true;
        } catch (ArithmeticException misfit) {
            ArithmeticException explained = new ArithmeticException(place(variable) + misfit.getMessage());
            explained.initCause(misfit);
            throw explained;
        } finally {
            for (long record = box.firstRecord(); record < box.firstRecord() + box.records(); record++) {
                if (isDone) {
                    own.mark(record, box);
                } else {
                    own.spoil(record, box);
                }
            }
        }
    }

    /// Values may come from a mapped file that becomes shorter.
    private void putGuarded(VariableDefinition variable, Box box, Values values) throws IOException {
        try {
            try {
                putBox(variable, box, values);
            } finally {
                Faults.settle();
            }
        } catch (InternalError fault) {
            throw Faults.lost(fault, "the file that values come from", "what " + variable.name() + " of " + name() + " is to get");
        }
    }

    /// Of a slab that is put in parts, the rest is filled before.
    private void putBox(VariableDefinition variable, Box box, Values values) throws IOException {
        boolean isFilled = definition.fill() == Fill.VALUES;
        for (long i = 0; isFilled && !box.isWhole() && i < box.records(); i++) {
            if (!progress.get(variable.index()).isMarked(box.firstRecord() + i)) {
                output.fill(variable, box.firstRecord() + i, 0);
            }
        }
        for (long piece = 0; piece < box.pieces(); piece++) {
            output.put(box.pieceAt(piece), variable.type(), values, piece * box.pieceValues(), box.pieceValues());
            if (isFilled && box.isWhole()) {
                output.fill(variable, box.firstRecord() + piece, variable.slabBytes());
            }
        }
    }

    private void checkNotAnnounced(VariableDefinition variable, Box box) {
        if (variable.isRecord() && box.firstRecord() < records) {
            throw new IllegalStateException(place(variable) + "record " + box.firstRecord()
                    + " was announced; announced values do not change");
        }
        if (!variable.isRecord() && isCommitted) {
            throw new IllegalStateException(place(variable) + "the file is complete; its values do not change");
        }
    }

    /// Makes the file complete: all that was put is in it, and it may appear under its name.
    ///
    /// @throws IOException           when it cannot be written
    /// @throws IllegalStateException when a fixed variable has no values and the definition does not fill, or the
    ///                               writer is closed
    public void commit() throws IOException {
        checkOpen();
        if (!isCommitted) {
            commit(0);
        }
    }

    private void commit(long count) throws IOException {
        for (VariableDefinition variable : definition.variables()) {
            if (!variable.isRecord()) {
                complete(variable, 1);
            }
        }
        extend(layout.fileBytes(count));
        force();
        // The first four bytes make it a netCDF file: they come when all others are there.
        byte[] header = definition.header(count);
        sink.write(MAGIC_BYTES, ByteBuffer.wrap(header, MAGIC_BYTES, header.length - MAGIC_BYTES));
        force();
        sink.write(0, ByteBuffer.wrap(header, 0, MAGIC_BYTES));
        force();
        sink.commit();
        isCommitted = true;
        records = count;
    }

    /// Announces records: from now on they are in the file. Commits before, where that was not done.
    ///
    /// @param count the number of records that are complete, from the first on; all variables of them have been put
    /// @throws IOException              when they cannot be written; the records announced before stay
    /// @throws IllegalArgumentException when that is less than before, or more than were put or the format can count
    /// @throws IllegalStateException    when a variable of a record has no values and the definition does not fill, or the
    ///                                  writer is closed
    public void announce(long count) throws IOException {
        checkOpen();
        if (count < records) {
            throw new IllegalArgumentException(name() + ": " + records + " records were announced, not " + count
                    + "; they stay");
        }
        checkRecords(count);
        long put = 0;
        for (VariableDefinition variable : definition.variables()) {
            put = variable.isRecord() ? Math.max(put, progress.get(variable.index()).end()) : put;
        }
        if (layout.recordStart() >= 0 && count > Math.max(put, records)) {
            throw new IllegalArgumentException(name() + ": " + count + " records cannot be announced, only " + put
                    + " were put");
        }
        for (VariableDefinition variable : definition.variables()) {
            if (variable.isRecord()) {
                complete(variable, count);
            }
        }
        if (!isCommitted) {
            commit(count);
        } else if (count > records) {
            extend(layout.fileBytes(count));
            force();
            sink.write(MAGIC_BYTES, HeaderEncoder.recordCount(definition.format(), count));
            force();
            records = count;
        }
    }

    /// Fills the records below a count that nothing was put into, where that is wanted.
    private void complete(VariableDefinition variable, long count) throws IOException {
        Progress own = progress.get(variable.index());
        if (own.firstSpoilt() < count) {
            throw new IllegalStateException(place(variable) + "the last values that were put"
                    + ofRecord(variable, own.firstSpoilt()) + " failed half-way; put all of them again");
        }
        while (own.next() < count) {
            if (definition.fill() == Fill.NONE) {
                throw new IllegalStateException(place(variable) + "no values were put" + ofRecord(variable, own.next())
                        + "; put them, or define the file with fill values");
            }
            if (definition.fill() == Fill.VALUES) {
                output.fill(variable, own.next(), 0);
            }
            own.mark(own.next());
        }
    }

    private static String ofRecord(VariableDefinition variable, long record) {
        return variable.isRecord() ? " for record " + record : "";
    }

    /// Whatever lies behind the last value belongs to the file as well.
    private void extend(long end) throws IOException {
        if (sink.size() < end) {
            sink.write(end - 1, ByteBuffer.allocate(1));
        }
    }

    private void force() throws IOException {
        if (durability == Durability.DEVICE) {
            sink.force();
        }
    }

    /// Changes the values of an attribute where they lie, in a file to which records are added.
    ///
    /// @param stored the attribute, of the file as it was read; that may be closed
    /// @param values its new values, of the same type and number
    /// @throws IOException              when they cannot be written
    /// @throws IllegalArgumentException when they would take more or less room
    /// @throws IllegalStateException    when the file is new: its definition tells its attributes
    public void replace(Attribute stored, AttributeDefinition values) throws IOException {
        checkOpen();
        if (!isCommitted) {
            throw new IllegalStateException(name() + ": the attributes of a new file are in its definition");
        }
        if (stored.type() != values.type() || stored.length() != values.length()) {
            throw new IllegalArgumentException(name() + ": the attribute " + stored + " cannot become " + values
                    + " where it lies");
        }
        sink.write(stored.begin(), ByteBuffer.wrap(values.stored()));
        force();
    }

    private void checkRecords(long count) {
        long most = definition.format() == ContainerFormat.CDF_5 ? Long.MAX_VALUE - 1 : 0xFFFF_FFFEL;
        if (count > most) {
            throw new IllegalArgumentException(name() + ": " + count + " records are more than "
                    + definition.format().label() + " can count");
        }
    }

    private String place(VariableDefinition variable) {
        return name() + ": " + variable.name() + ": ";
    }

    private void checkOpen() {
        if (isClosed) {
            throw new IllegalStateException(name() + " is closed");
        }
    }

    /// Closes the file; values of records that were not announced are cut off. Without a commit nothing is left behind.
    /// Closing again does nothing.
    ///
    /// @throws IOException when the file cannot be closed
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try (sink) {
            if (isCommitted && reached > records) {
                sink.truncate(layout.fileBytes(records));
            }
        }
    }

    /// Returns the name and what has been written.
    @Override
    public String toString() {
        return name() + " (" + definition.format().label() + ", " + records + " records"
                + (isCommitted ? ")" : ", not committed)");
    }
}
