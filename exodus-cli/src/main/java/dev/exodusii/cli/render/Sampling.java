package dev.exodusii.cli.render;

/// Makes pixels of a frame from the samples of a band.
///
/// @param samples how many there are for a pixel along each axis
/// @param frame   where pixels go
record Sampling(int samples, Frame frame) {

    void copy(Band band) {
        int firstRow = band.top / samples;
        int rows = Math.min(band.rows / samples, frame.height() - firstRow);
        for (int row = 0; row < rows; row++) {
            int to = (firstRow + row) * frame.width();
            if (samples == 1) {
                System.arraycopy(band.colours, row * band.width, frame.pixels(), to, frame.width());
                System.arraycopy(band.ids, row * band.width, frame.ids(), to, frame.width());
                continue;
            }
            for (int column = 0; column < frame.width(); column++) {
                int at = row * samples * band.width + column * samples;
                frame.pixels()[to + column] = mean(band.colours, at, band.width);
                frame.ids()[to + column] = band.ids[at + samples / 2 * band.width + samples / 2];
            }
        }
    }

    /// The mean of samples, where those of a background that is not there count by their number only.
    private int mean(int[] colours, int at, int width) {
        int opaque = 0;
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int row = 0; row < samples; row++) {
            for (int column = 0; column < samples; column++) {
                int colour = colours[at + row * width + column];
                if (colour >>> 24 != 0) {
                    opaque++;
                    red += colour >> 16 & 255;
                    green += colour >> 8 & 255;
                    blue += colour & 255;
                }
            }
        }
        if (opaque == 0) {
            return 0;
        }
        int half = opaque / 2;
        return opaque * 255 / (samples * samples) << 24 | (red + half) / opaque << 16 | (green + half) / opaque << 8
                | (blue + half) / opaque;
    }
}
