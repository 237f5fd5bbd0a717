package dev.exodusii.cli.render;

/// How much room is left at the edges of a picture.
///
/// @param top    pixels above
/// @param right  pixels at the right
/// @param bottom pixels below
/// @param left   pixels at the left
public record Margins(int top, int right, int bottom, int left) {

    /// No room at all.
    public static final Margins NONE = new Margins(0, 0, 0, 0);

    /// Returns the same room at all edges.
    ///
    /// @param pixels how much
    /// @return the margins
    public static Margins all(int pixels) {
        return new Margins(pixels, pixels, pixels, pixels);
    }
}
