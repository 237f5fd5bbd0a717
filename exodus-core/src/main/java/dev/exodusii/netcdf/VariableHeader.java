package dev.exodusii.netcdf;

import dev.exodusii.view.ElementType;

/// What the header says about one variable.
///
/// @param index      its 0-based position in the header
/// @param name       its name
/// @param dimensions the indexes of its dimensions, slowest first
/// @param isRecord   whether the first of them is the record dimension; no other can be
/// @param attributes its attributes
/// @param type       the type of its values
/// @param begin      the byte where its data, or those of its first record, start
/// @param beginAt    the byte in the header that says so
/// @param slabBytes  the bytes of its data, or of one record of them, without padding
record VariableHeader(int index, String name, int[] dimensions, boolean isRecord, NamedList<Attribute> attributes,
        ElementType type, long begin, long beginAt, long slabBytes) {

    Place place() {
        return Place.HEADER.item("variable", index).named(name);
    }

    /// The bytes that the data, or one record of them, take with the padding after them.
    long paddedBytes() {
        return slabBytes + (-slabBytes & 3);
    }
}
