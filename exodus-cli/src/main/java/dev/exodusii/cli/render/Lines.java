package dev.exodusii.cli.render;

/// Line segments.
///
/// Arrays are not copied: they must not change while they are drawn.
///
/// @param nodes     two 0-based indexes of nodes each
/// @param colouring their colours
/// @param width     how wide they are drawn, in pixels of the picture
/// @param isOnFaces whether they are edges of faces: drawn on top of those that they bound, flat, and not found by
///                  [Frame#idAt]. Otherwise they are drawn like round bars.
public record Lines(int[] nodes, Colouring colouring, double width, boolean isOnFaces) {

    /// Returns edges of faces, a pixel wide.
    ///
    /// @param nodes two 0-based indexes of nodes each
    /// @param rgb   their colour: red, green and blue of 8 bits each
    /// @return the lines
    public static Lines edges(int[] nodes, int rgb) {
        return new Lines(nodes, Colouring.solid(rgb), 1, true);
    }

    /// Returns bars.
    ///
    /// @param nodes     two 0-based indexes of nodes each
    /// @param colouring their colours
    /// @param width     how wide they are drawn, in pixels of the picture
    /// @return the lines
    public static Lines bars(int[] nodes, Colouring colouring, double width) {
        return new Lines(nodes, colouring, width, false);
    }

    /// Returns how many there are.
    public int count() {
        return nodes.length / 2;
    }
}
