package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.Fault;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiPredicate;

/// An open classic netCDF file (CDF-1, CDF-2 or CDF-5): its header, and windows on its data.
///
/// Opening reads the header, and a page behind the counted records when the file is longer than they need. Immutable
/// and safe for use by many threads; [#close] may be called from any thread, after which every access to values throws
/// [IllegalStateException] while names, types and shapes stay readable.
///
/// ```java
/// try (NetcdfFile file = NetcdfFile.open(source)) {
///     RealView x = file.requireVariable("coordx").view().reals();
/// }
/// ```
public final class NetcdfFile implements AutoCloseable {

    private static final int DIGEST_PIECE = 1 << 16;

    private final Memory memory;
    private final ContainerFormat format;
    private final Layout layout;
    private final NamedList<Dimension> dimensions;
    private final Optional<Dimension> recordDimension;
    private final NamedList<Attribute> attributes;
    private final NamedList<Variable> variables;
    private final List<Finding> findings;
    private final RecordCount count;

    private NetcdfFile(Memory memory, RecordCount count) throws UnreadableFileException {
        Findings collected = new Findings();
        this.memory = memory;
        this.count = count;
        this.format = Signature.recognise(memory.segment(), memory.name());
        Header header = HeaderParser.parse(memory, format, collected);
        this.layout = DataLayout.of(memory, header, count, collected);
        header.dimensions().setRecords(layout.records());
        DimensionList listed = header.dimensions();
        this.dimensions = new NamedList<>(listed, (same, index) -> listed.name(index), Place.HEADER, collected);
        this.recordDimension = listed.record() < 0 ? Optional.empty() : Optional.of(listed.keep(listed.record()));
        this.attributes = header.attributes();
        this.variables = new NamedList<>(variables(header), (all, index) -> all.get(index).name(), Place.HEADER, collected);
        this.findings = collected.list();
    }

    /// Variables that follow each other share the list of their dimensions: thousands may have those of the nodes.
    private List<Variable> variables(Header header) {
        Variable[] all = new Variable[header.variables().size()];
        int[] previous = {};
        List<Dimension> dimensions = List.of();
        for (int v = 0; v < all.length; v++) {
            VariableHeader variable = header.variables().get(v);
            if (!Arrays.equals(variable.dimensions(), previous)) {
                previous = variable.dimensions();
                dimensions = List.of(Arrays.stream(previous).mapToObj(header.dimensions()::keep).toArray(Dimension[]::new));
            }
            all[v] = new Variable(memory, layout, variable, dimensions);
        }
        return List.of(all);
    }

    /// Opens a file. The file owns the source from then on: it is closed with the file, and also when opening fails.
    ///
    /// @param source the bytes of the file
    /// @return the open file
    /// @throws UnreadableFileException when the bytes are not a classic netCDF file, or one whose header is damaged
    /// @throws IllegalStateException   when the source is closed
    public static NetcdfFile open(ByteSource source) throws UnreadableFileException {
        return open(source, RecordCount.FROM_HEADER);
    }

    /// Opens a file, with a choice of how many records to believe in. The file owns the source from then on: it is closed
    /// with the file, and also when opening fails.
    ///
    /// @param source the bytes of the file
    /// @param count  where the number of records is taken from
    /// @return the open file
    /// @throws UnreadableFileException when the bytes are not a classic netCDF file, or one whose header is damaged
    /// @throws IllegalStateException   when the source is closed
    public static NetcdfFile open(ByteSource source, RecordCount count) throws UnreadableFileException {
        try {
            NetcdfFile file = new NetcdfFile(new Memory(source), count);
            Faults.settle();
            return file;
        } catch (UnreadableFileException | RuntimeException e) {
            source.close();
            throw e;
        } catch (InternalError fault) {
            source.close();
            throw shrunkMeanwhile(Faults.lost(fault, source.name(), "its header"));
        }
    }

    /// Makes the exception for a file that cannot be opened because it becomes shorter meanwhile.
    ///
    /// @param lost what could not be read
    /// @return the exception
    public static ExodusFormatException shrunkMeanwhile(LostDataException lost) {
        ExodusFormatException shrunk = new ExodusFormatException(Fault.SHRUNK_MEANWHILE, lost.file(), -1,
                "became shorter while it was opened (" + lost.place() + ")",
                "is its writer still running? Try again when it is done");
        shrunk.initCause(lost);
        return shrunk;
    }

    /// Opens a file that lies in memory; closing it does not release the memory.
    ///
    /// @param segment all bytes of the file
    /// @param name    the name for messages
    /// @return the open file
    /// @throws UnreadableFileException when the bytes are not a classic netCDF file, or one whose header is damaged
    public static NetcdfFile parse(MemorySegment segment, String name) throws UnreadableFileException {
        return open(ByteSource.of(segment, name));
    }

    /// Returns the name of the file as the caller gave it.
    public String name() {
        return memory.name();
    }

    /// Returns the version of the format.
    public ContainerFormat format() {
        return format;
    }

    /// Returns where the data lie and how many records there are.
    public Layout layout() {
        return layout;
    }

    /// Returns all dimensions in the order of the file.
    public List<Dimension> dimensions() {
        return dimensions.items();
    }

    /// Looks up a dimension.
    ///
    /// @param name the exact name
    /// @return the dimension, the first where several have the name
    public Optional<Dimension> dimension(String name) {
        return dimensions.find(name);
    }

    /// Returns the dimension that grows with each record, if the file has one.
    public Optional<Dimension> recordDimension() {
        return recordDimension;
    }

    /// Returns the attributes of the file as a whole in the order of the file.
    public List<Attribute> attributes() {
        return attributes.items();
    }

    /// Looks up an attribute of the file as a whole.
    ///
    /// @param name the exact name
    /// @return the attribute, the first where several have the name
    public Optional<Attribute> attribute(String name) {
        return attributes.find(name);
    }

    /// Returns all variables in the order of the header, which need not be the order of the data.
    public List<Variable> variables() {
        return variables.items();
    }

    /// Looks up a variable.
    ///
    /// @param name the exact name
    /// @return the variable, the first where several have the name
    public Optional<Variable> variable(String name) {
        return variables.find(name);
    }

    /// Looks up a variable that must be there.
    ///
    /// @param name the exact name
    /// @return the variable, the first where several have the name
    /// @throws NoSuchElementException when there is none; the message suggests similar names
    public Variable requireVariable(String name) {
        return variable(name).orElseThrow(() -> missing("variable", name, variables));
    }

    /// Looks up a dimension that must be there.
    ///
    /// @param name the exact name
    /// @return the dimension, the first where several have the name
    /// @throws NoSuchElementException when there is none; the message suggests similar names
    public Dimension requireDimension(String name) {
        return dimension(name).orElseThrow(() -> missing("dimension", name, dimensions));
    }

    private NoSuchElementException missing(String kind, String name, NamedList<?> known) {
        return new NoSuchElementException(name() + ": there is no " + kind + " " + Names.quote(name)
                + NearMatches.hint(name, known.names()));
    }

    /// Returns what is odd or damaged in the file although it could be opened.
    public List<Finding> findings() {
        return findings;
    }

    /// Returns who can be told what will be read soon: `view.announceTo(file.readAhead())` fetches the bytes of a view
    /// meanwhile. Nothing happens, and nothing is wrong, where the file lies in memory or the system offers no such hint.
    public ReadAhead readAhead() {
        return memory;
    }

    /// Returns the SHA-256 of the header without the number of records: the same for as long as steps are only added.
    ///
    /// @return 32 bytes, in an array that is the caller's own
    /// @throws IllegalStateException when the file is closed
    public byte[] headerDigest() {
        return Faults.guard(name(), "its header", this::digest);
    }

    private byte[] digest() {
        MemorySegment segment = memory.segment();
        // Behind the four bytes of the format there is the number of records.
        long rest = (long) Integer.BYTES + (format == ContainerFormat.CDF_5 ? Long.BYTES : Integer.BYTES);
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
        digest.update(segment.asSlice(0, Integer.BYTES).toArray(ValueLayout.JAVA_BYTE));
        byte[] piece = new byte[(int) Math.min(DIGEST_PIECE, layout.headerBytes())];
        for (long at = rest; at < layout.headerBytes(); at += piece.length) {
            int count = (int) Math.min(piece.length, layout.headerBytes() - at);
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, piece, 0, count);
            digest.update(piece, 0, count);
        }
        return digest.digest();
    }

    /// Looks what has become of the file since it was opened. This one stays as it is; see [FileChange] for its views.
    ///
    /// Cheap where nothing has changed; otherwise as costly as opening. Which steps a live writer has finished, and which
    /// one it may still be writing, is told by `FileWatcher` of the mmap module.
    ///
    /// @return what has become of it, with the file as it is now where that is something else; the caller closes it
    /// @throws UnreadableFileException when there is no sound classic netCDF file at present, such as while a writer begins
    ///                                 anew
    /// @throws IOException             when there is no file any more or it cannot be opened
    /// @throws IllegalStateException   when this file is closed
    public Refreshed<NetcdfFile> refresh() throws IOException {
        ByteSource source = memory.source();
        if (source.isUnchanged()) {
            return new Refreshed<>(FileChange.NONE, Optional.empty());
        }
        ByteSource.Reopened reopened = source.reopen();
        NetcdfFile now = open(reopened.source(), count);
        FileChange change = FileChange.between(this, now, reopened.isSameFile());
        if (change == FileChange.NONE) {
            now.close();
            return new Refreshed<>(change, Optional.empty());
        }
        return new Refreshed<>(change, Optional.of(now));
    }

    /// Tells whether another file has the same dimensions, attributes and variables, of the same types and at the same
    /// places: all of the header but the number of records and the values of attributes. Works on closed files, too.
    ///
    /// @param other another file
    /// @return whether each value of the one would be found at the same place in the other
    public boolean isLaidOutLike(NetcdfFile other) {
        return format == other.format && layout.headerBytes() == other.layout.headerBytes()
                && sameInOrder(dimensions(), other.dimensions(), (one, two) -> one.name().equals(two.name())
                        && one.isRecord() == two.isRecord() && (one.isRecord() || one.length() == two.length()))
                && sameInOrder(attributes(), other.attributes(), Attribute::isPlacedLike)
                && sameInOrder(variables(), other.variables(), Variable::isPlacedLike);
    }

    static <T> boolean sameInOrder(List<T> one, List<T> other, BiPredicate<T, T> areSame) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!areSame.test(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Tells whether a view reads the values of this file; also after it was closed.
    ///
    /// @param view any view
    /// @return whether it came from this object, not from the same file opened once more
    public boolean isSourceOf(RealView view) {
        return memory.isUnder(view);
    }

    /// Tells whether values may still be read.
    public boolean isOpen() {
        return memory.isOpen();
    }

    /// Closes the file and its source. Closing again does nothing.
    @Override
    public void close() {
        memory.close();
    }

    /// Returns name, format and what the header lists, such as `can.e (CDF-2, 20 dimensions, 36 variables)`.
    @Override
    public String toString() {
        return name() + " (" + format.label() + ", " + dimensions().size() + " dimensions, " + variables().size()
                + " variables)";
    }
}
