package dev.exodusii.cli.render;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Colours for numbers from 0 to 1, as a table.
///
/// The tables are curves through a few published colours, equally far apart. Viridis, plasma and inferno were made by
/// Stéfan van der Walt and Nathaniel Smith for even steps of perception, and are in the public domain (CC0); the colours of
/// *coolwarm* are those of Kenneth Moreland, "Diverging Color Maps for Scientific Visualization", 2009.
///
/// Immutable.
public final class ColourMap {

    /// From dark blue over green to yellow.
    public static final ColourMap VIRIDIS = new ColourMap("viridis", 0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e,
            0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725);
    /// From blue over red to yellow.
    public static final ColourMap PLASMA = new ColourMap("plasma", 0x0d0887, 0x46039f, 0x7201a8, 0x9c179e, 0xbd3786,
            0xd8576b, 0xed7953, 0xfb9f3a, 0xfdca26, 0xf0f921);
    /// From black over red to light yellow.
    public static final ColourMap INFERNO = new ColourMap("inferno", 0x000004, 0x1b0c41, 0x4a0c6b, 0x781c6d, 0xa52c60,
            0xcf4446, 0xed6925, 0xfb9b06, 0xf7d13d, 0xfcffa4);
    /// From blue over light grey to red: for values on both sides of a middle.
    public static final ColourMap COOLWARM = new ColourMap("coolwarm", 0x3b4cc0, 0x6282ea, 0x8db0fe, 0xb8d0f9, 0xdddddd,
            0xf5c4ad, 0xf49a7b, 0xde604d, 0xb40426);
    /// From nearly black to nearly white.
    public static final ColourMap GREY = new ColourMap("grey", 0x202020, 0x404040, 0x606060, 0x808080, 0xa0a0a0, 0xc0c0c0,
            0xe0e0e0, 0xf8f8f8);

    private static final List<ColourMap> ALL = List.of(VIRIDIS, PLASMA, INFERNO, COOLWARM, GREY);
    private static final int SIZE = 1024;

    private final String name;
    private final int[] table;

    private ColourMap(String name, int... knots) {
        this.name = name;
        this.table = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = between(knots, (double) i / (SIZE - 1) * (knots.length - 1));
        }
    }

    private ColourMap(String name, int size, ColourMap original) {
        this.name = name;
        this.table = new int[size];
        for (int i = 0; i < size; i++) {
            table[i] = original.colour(size == 1 ? 0.5 : (double) i / (size - 1));
        }
    }

    /// Returns all maps.
    public static List<ColourMap> all() {
        return ALL;
    }

    /// Finds a map.
    ///
    /// @param name its name, in any case
    /// @return the map, or nothing
    public static Optional<ColourMap> named(String name) {
        return ALL.stream().filter(map -> map.name.equals(name.toLowerCase(Locale.ROOT))).findFirst();
    }

    /// Returns the name.
    public String name() {
        return name;
    }

    /// Returns the same as some bands, each of one colour; the first and last ones have the colours of the ends.
    ///
    /// @param bands how many, 1 to 256
    /// @return the changed copy
    /// @throws IllegalArgumentException when there are to be fewer or more
    public ColourMap banded(int bands) {
        if (bands < 1 || bands > 256) {
            throw new IllegalArgumentException("a colour map has 1 to 256 bands, not " + bands);
        }
        return new ColourMap(name, bands, this);
    }

    /// Returns the same from its end to its beginning.
    public ColourMap reversed() {
        ColourMap copy = new ColourMap(name, table.length, this);
        for (int i = 0; i < table.length; i++) {
            copy.table[i] = table[table.length - 1 - i];
        }
        return copy;
    }

    /// Returns a colour.
    ///
    /// @param share what it is for, from 0 to 1; what is beyond has the colour of the end
    /// @return red, green and blue of 8 bits each
    public int colour(double share) {
        return table[Math.clamp((long) (share * table.length), 0, table.length - 1)];
    }

    /// Returns in how many steps the colours change.
    public int size() {
        return table.length;
    }

    int[] table() {
        return table;
    }

    /// A curve through colours whose slope at each is that between its neighbours.
    private static int between(int[] knots, double place) {
        int at = Math.min((int) place, knots.length - 2);
        double t = place - at;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double from = knots[at] >> shift & 255;
            double to = knots[at + 1] >> shift & 255;
            double before = at > 0 ? knots[at - 1] >> shift & 255 : 2 * from - to;
            double after = at + 2 < knots.length ? knots[at + 2] >> shift & 255 : 2 * to - from;
            double leaving = (to - before) / 2;
            double arriving = (after - from) / 2;
            double value = from + t * (leaving + t * (3 * (to - from) - 2 * leaving - arriving
                    + t * (leaving + arriving - 2 * (to - from))));
            colour |= Math.clamp(Math.round(value), 0, 255) << shift;
        }
        return colour;
    }

    /// Tells whether both have the same colours.
    @Override
    public boolean equals(Object other) {
        return other instanceof ColourMap map && name.equals(map.name) && Arrays.equals(table, map.table);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(table);
    }

    /// Returns the name.
    @Override
    public String toString() {
        return name;
    }
}
