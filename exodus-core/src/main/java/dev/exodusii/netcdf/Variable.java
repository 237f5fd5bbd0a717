package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A named array in the file.
///
/// A *fixed* variable lies in one piece. A *record* variable, one whose first dimension is the record dimension, lies
/// in as many pieces as there are records, each [Layout#recordStride] bytes after the one before.
/// Immutable and safe for use by many threads.
public final class Variable {

    private final Memory memory;
    private final Layout layout;
    private final int index;
    private final String name;
    private final List<Dimension> dimensions;
    private final NamedList<Attribute> attributes;
    private final ElementType type;
    private final long begin;

    /// @param memory     the bytes of the file
    /// @param layout     where the data lie
    /// @param header     what the header says
    /// @param dimensions its dimensions, the number of records filled in
    Variable(Memory memory, Layout layout, VariableHeader header, List<Dimension> dimensions) {
        this.memory = memory;
        this.layout = layout;
        this.index = header.index();
        this.name = header.name();
        this.dimensions = dimensions;
        this.attributes = header.attributes();
        this.type = header.type();
        this.begin = header.begin();
    }

    /// Returns the 0-based position in the header.
    public int index() {
        return index;
    }

    /// Returns the name.
    public String name() {
        return name;
    }

    /// Returns the type of the stored values.
    public ElementType type() {
        return type;
    }

    /// Returns the dimensions, slowest first; none for a single value. One dimension may occur twice.
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /// Returns the number of dimensions.
    public int rank() {
        return dimensions.size();
    }

    /// Returns the length of each dimension as a fresh array; the record dimension counts the records that can be used.
    public long[] shape() {
        long[] shape = new long[dimensions.size()];
        for (int d = 0; d < shape.length; d++) {
            shape[d] = dimensions.get(d).length();
        }
        return shape;
    }

    /// Tells whether the first dimension is the record dimension.
    public boolean isRecord() {
        return !dimensions.isEmpty() && dimensions.getFirst().isRecord();
    }

    /// Returns the attributes in the order of the file.
    public List<Attribute> attributes() {
        return attributes.items();
    }

    /// Looks up an attribute.
    ///
    /// @param attributeName the exact name
    /// @return the attribute, the first where several have the name
    public Optional<Attribute> attribute(String attributeName) {
        return attributes.find(attributeName);
    }

    /// Returns the byte in the file where the data, or those of the first record, start.
    public long begin() {
        return begin;
    }

    /// Returns the bytes of the data of one record, or of a fixed variable as a whole, without padding.
    public long recordBytes() {
        long bytes = type.byteSize();
        for (int d = isRecord() ? 1 : 0; d < dimensions.size(); d++) {
            bytes *= dimensions.get(d).length();
        }
        return bytes;
    }

    /// Tells whether the file holds every value of [#shape], so that [#view] succeeds. That is always so for a record
    /// variable, because its shape counts only the complete records.
    public boolean isComplete() {
        return isRecord() || begin + recordBytes() <= layout.fileBytes();
    }

    /// Tells whether another variable has the same name, type, dimensions, attributes and place.
    boolean isPlacedLike(Variable other) {
        return name().equals(other.name()) && type() == other.type() && begin() == other.begin()
                && NetcdfFile.sameInOrder(dimensions, other.dimensions, (one, two) -> one.index() == two.index())
                && NetcdfFile.sameInOrder(attributes(), other.attributes(), Attribute::isPlacedLike);
    }

    /// Returns the values where they lie in the file.
    ///
    /// @return a view of this variable's shape
    /// @throws DamagedDataException  when the file ends before the data do; see [#isComplete]
    /// @throws IllegalStateException when the file is closed
    public ArrayView view() {
        if (!isComplete()) {
            throw new DamagedDataException(memory.name(), place(), "its values take bytes " + begin() + " to "
                    + (begin() + recordBytes() - 1) + " but the file ends after " + layout.fileBytes() + " bytes");
        }
        if (!isRecord()) {
            return ArrayView.contiguous(memory.segment(), type(), begin(), shape()).ofOrigin(origin());
        }
        // Without records there are no bytes to point at, and the first record may be due behind the file's end.
        long base = layout.records() == 0 ? Math.min(begin(), layout.fileBytes()) : begin();
        return ArrayView.of(memory.segment(), type(), base, shape(), strides()).ofOrigin(origin());
    }

    private Origin origin() {
        return new Origin(memory.name(), name());
    }

    /// Returns the values of all records that are in the file in full, also of those that its header does not count: their
    /// writer was ended before it counted them, is still at work, or they are no records at all but padding.
    ///
    /// @return a view like that of [#view], whose first dimension has the length [Layout#recordsComplete]
    /// @throws IllegalStateException when this is no record variable, or the file is closed
    public ArrayView completeRecords() {
        if (!isRecord()) {
            throw new IllegalStateException(name() + " has no records");
        }
        long[] shape = shape();
        shape[0] = layout.recordsComplete();
        return ArrayView.of(memory.segment(), type(), shape[0] == 0 ? 0 : begin(), shape, strides())
                .ofOrigin(origin());
    }

    private String place() {
        if (!name().isBlank()) {
            return name();
        }
        return "variable " + (name().isEmpty() ? "without a name" : "called " + Names.quote(name())) + " at index " + index();
    }

    private long[] strides() {
        long[] strides = new long[rank()];
        long stride = type().byteSize();
        for (int d = rank() - 1; d > 0; d--) {
            strides[d] = stride;
            stride *= dimensions.get(d).length();
        }
        strides[0] = layout.recordStride();
        return strides;
    }

    /// Returns type, name and dimensions, such as `double vals_nod_var1(time_step = 6, num_nodes = 8)`.
    @Override
    public String toString() {
        String shape = dimensions.stream().map(dimension -> dimension.name() + " = " + dimension.length())
                .collect(Collectors.joining(", "));
        return type().label() + " " + name() + (shape.isEmpty() ? "" : "(" + shape + ")");
    }
}
