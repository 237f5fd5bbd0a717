package dev.exodusii.cli.render;

/// Which colours stand for which values.
///
/// @param map  the colours
/// @param low  the value of the first one; values below have its colour too
/// @param high the value of the last one; values above have its colour too
public record ColourScale(ColourMap map, double low, double high) {

    /// The colour of what has no value.
    public static final int NO_VALUE = 0xb4b4b4;

    /// Returns the colour of a value.
    ///
    /// @param value the value
    /// @return red, green and blue of 8 bits each; [#NO_VALUE] for NaN
    public int colour(double value) {
        return Double.isNaN(value) ? NO_VALUE : map.table()[index(value, factor(), map.size())];
    }

    /// How many entries of the table there are for a unit of the values.
    double factor() {
        double span = high - low;
        return span > 0 ? map.size() / span : 0;
    }

    private int index(double value, double factor, int size) {
        return factor == 0 ? size / 2 : Math.clamp((long) Math.floor((value - low) * factor), 0, size - 1);
    }
}
