package dev.exodusii.netcdf.write;

/// A named length.
///
/// @param index    the 0-based position in the header
/// @param name     the name
/// @param length   the length, at least 1; 0 for the record dimension
/// @param isRecord whether it grows with each record
public record DimensionDefinition(int index, String name, long length, boolean isRecord) {

    /// Returns name and length.
    @Override
    public String toString() {
        return name + " = " + (isRecord ? "records" : length);
    }
}
