package dev.exodusii.cli.render;

import java.util.Arrays;

/// What a renderer draws into: pixels, and what each of them shows.
///
/// The arrays are the frame's own: a renderer writes all of them anew for each picture. Whoever shows the picture meanwhile
/// takes another frame.
public final class Frame {

    /// The id of the background.
    public static final int NOTHING = -1;

    private final int width;
    private final int height;
    private final int[] pixels;
    private final int[] ids;

    /// Makes a frame.
    ///
    /// @param width  how wide it is, in pixels
    /// @param height how high it is, in pixels
    public Frame(int width, int height) {
        this(width, height, new int[Math.multiplyExact(width, height)]);
    }

    /// Makes a frame that draws into an array, such as that of a `BufferedImage`.
    ///
    /// @param width  how wide it is, in pixels
    /// @param height how high it is, in pixels
    /// @param pixels row by row
    /// @throws IllegalArgumentException when there are no pixels, or too few in the array
    public Frame(int width, int height, int[] pixels) {
        if (width < 1 || height < 1 || pixels.length < Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("no picture of " + width + " x " + height + " pixels in an array of "
                    + pixels.length);
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.ids = new int[width * height];
        Arrays.fill(ids, NOTHING);
    }

    /// Returns how wide it is, in pixels.
    public int width() {
        return width;
    }

    /// Returns how high it is, in pixels.
    public int height() {
        return height;
    }

    /// Returns the pixels, row by row from the top: alpha, red, green and blue of 8 bits each, from the highest. Colours
    /// are not multiplied by alpha.
    public int[] pixels() {
        return pixels;
    }

    /// Tells what a pixel shows.
    ///
    /// @param x pixels from the left
    /// @param y pixels from the top
    /// @return an id for [Scene#hit] of the scene that was drawn; [#NOTHING] for the background, and outside
    public int idAt(int x, int y) {
        return x < 0 || x >= width || y < 0 || y >= height ? NOTHING : ids[y * width + x];
    }

    int[] ids() {
        return ids;
    }
}
