package dev.exodusii.netcdf;

/// A named length that variables share.
///
/// @param index    the 0-based position in the header
/// @param name     the name
/// @param length   the length; for the record dimension, the records that can be used ([Layout#records])
/// @param isRecord whether it is the record (unlimited) dimension, of which a file has at most one
public record Dimension(int index, String name, long length, boolean isRecord) {

    /// Returns name and length, such as `num_nodes = 8`.
    @Override
    public String toString() {
        return name + " = " + length + (isRecord ? " (record dimension)" : "");
    }
}
