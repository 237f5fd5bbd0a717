package dev.exodusii.cli.render;

/// A colour scale made ready for many pixels.
final class Painter {

    private final int[] table;
    private final double low;
    private final double factor;

    Painter(ColourScale scale) {
        table = scale.map().table();
        low = scale.low();
        factor = scale.factor();
    }

    int colour(double value) {
        double place = (value - low) * factor;
        if (place >= 0) {
            return table[factor == 0 ? table.length / 2 : (int) Math.min(place, table.length - 1)];
        }
        return place < 0 ? table[0] : ColourScale.NO_VALUE;
    }

    /// Makes a colour darker.
    ///
    /// @param light how light it is to be, 0 to 256
    static int shaded(int rgb, int light) {
        return ((rgb & 0xff00ff) * light >>> 8 & 0xff00ff) | ((rgb & 0xff00) * light >>> 8 & 0xff00);
    }
}
