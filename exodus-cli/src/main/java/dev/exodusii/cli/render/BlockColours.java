package dev.exodusii.cli.render;

/// Colours that tell things apart, such as blocks: equally light and strong, of hues that are far from those just before.
public final class BlockColours {

    /// Turns the hue by the golden angle.
    private static final double TURN = Math.PI * (3 - Math.sqrt(5));
    /// A blue.
    private static final double FIRST_HUE = Math.toRadians(245);
    private static final double CHROMA = 0.1;
    private static final double[] LIGHTNESS = {0.72, 0.8, 0.64};

    private BlockColours() {}

    /// Returns a colour.
    ///
    /// @param index which one, 0-based; there is no last one
    /// @return red, green and blue of 8 bits each
    public static int colour(int index) {
        double hue = FIRST_HUE + index * TURN;
        return fromOklab(LIGHTNESS[Math.floorMod(index, LIGHTNESS.length)], CHROMA * Math.cos(hue), CHROMA * Math.sin(hue));
    }

    /// From Björn Ottosson's Oklab to sRGB; both matrices are as he published them.
    private static int fromOklab(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return eightBits(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
                | eightBits(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
                | eightBits(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int eightBits(double linear) {
        double encoded = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return Math.clamp(Math.round(encoded * 255), 0, 255);
    }
}
