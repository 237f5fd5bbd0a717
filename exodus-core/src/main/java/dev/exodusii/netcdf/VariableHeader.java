package dev.exodusii.netcdf;

import dev.exodusii.view.ElementType;
import java.util.List;

/// What the header says about one variable.
///
/// @param place      where it stands in the header
/// @param dimensions its dimensions, slowest first; the record dimension can only be the first
/// @param attributes its attributes
/// @param type       the type of its values
/// @param begin      the byte where its data, or those of its first record, start
/// @param beginAt    the byte in the header that says so
/// @param slabBytes  the bytes of its data, or of one record of them, without padding
record VariableHeader(Place place, List<Dimension> dimensions, NamedList<Attribute> attributes,
        ElementType type, long begin, long beginAt, long slabBytes) {

    String name() {
        return place.name();
    }

    boolean isRecord() {
        return !dimensions.isEmpty() && dimensions.getFirst().isRecord();
    }

    /// The bytes that the data, or one record of them, take with the padding after them.
    long paddedBytes() {
        return slabBytes + (-slabBytes & 3);
    }
}
