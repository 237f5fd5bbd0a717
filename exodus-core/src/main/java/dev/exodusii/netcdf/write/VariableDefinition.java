package dev.exodusii.netcdf.write;

import dev.exodusii.view.ElementType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A named array that is to be written. Immutable.
public final class VariableDefinition {

    private final int index;
    private final String name;
    private final ElementType type;
    private final List<DimensionDefinition> dimensions;
    private final List<AttributeDefinition> attributes;
    private final long slabBytes;

    VariableDefinition(int index, String name, ElementType type, List<DimensionDefinition> dimensions,
            List<AttributeDefinition> attributes, long slabBytes) {
        this.index = index;
        this.name = name;
        this.type = type;
        this.dimensions = List.copyOf(dimensions);
        this.attributes = List.copyOf(attributes);
        this.slabBytes = slabBytes;
    }

    /// Returns the 0-based position in the header.
    public int index() {
        return index;
    }

    /// Returns the name.
    public String name() {
        return name;
    }

    /// Returns the type in which values are stored.
    public ElementType type() {
        return type;
    }

    /// Returns the dimensions, slowest first; none for a single value.
    public List<DimensionDefinition> dimensions() {
        return dimensions;
    }

    /// Returns the attributes.
    public List<AttributeDefinition> attributes() {
        return attributes;
    }

    /// Looks up an attribute.
    ///
    /// @param attributeName the exact name
    /// @return the attribute
    public Optional<AttributeDefinition> attribute(String attributeName) {
        return attributes.stream().filter(attribute -> attribute.name().equals(attributeName)).findFirst();
    }

    /// Tells whether the first dimension is the record dimension.
    public boolean isRecord() {
        return !dimensions.isEmpty() && dimensions.getFirst().isRecord();
    }

    /// Returns the bytes of all values, or of one record of them, without padding.
    public long slabBytes() {
        return slabBytes;
    }

    /// Returns the number of values, or of those in one record.
    public long slabValues() {
        return slabBytes / type.byteSize();
    }

    /// The bytes with the padding after them.
    long paddedBytes() {
        return slabBytes + (-slabBytes & 3);
    }

    /// Returns type, name and dimensions.
    @Override
    public String toString() {
        String shape = dimensions.stream().map(DimensionDefinition::toString).collect(Collectors.joining(", "));
        return type.label() + " " + name + (shape.isEmpty() ? "" : "(" + shape + ")");
    }
}
