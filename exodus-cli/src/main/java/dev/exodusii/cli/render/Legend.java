package dev.exodusii.cli.render;

import java.util.List;

/// What the colours of a picture mean.
///
/// @param title  what the values are, with their unit where it is known; empty for a list of colours
/// @param scale  the colours of values; not looked at for a list of colours
/// @param range  the smallest and largest value that there is, in words; may be empty
/// @param keys   colours with names, such as those of blocks; empty for a scale
public record Legend(String title, ColourScale scale, String range, List<Key> keys) {

    /// A colour with a name.
    ///
    /// @param label the name
    /// @param rgb   the colour: red, green and blue of 8 bits each
    public record Key(String label, int rgb) {}

    /// Makes a legend; the list is copied.
    public Legend {
        keys = List.copyOf(keys);
    }
}
