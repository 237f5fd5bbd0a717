package dev.exodusii.cli.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// One line of a chart. Both arrays are equally long; they are not copied and must not be changed.
///
/// @param label what it shows, for the legend
/// @param x     where its points are, from left to right
/// @param y     how high they are; a gap where this is no finite number
@SuppressWarnings("ArrayRecordComponent")
public record Line(String label, double[] x, double[] y) {

    /// Makes a line.
    public Line {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
        }
    }

    /// Tells whether a point can be shown.
    boolean isShown(int index) {
        return Double.isFinite(x[index]) && Double.isFinite(y[index]);
    }

    /// Returns the coordinates across of all points that can be shown.
    DoubleStream shownX() {
        return shown(x);
    }

    /// Returns the heights of all points that can be shown.
    DoubleStream shownY() {
        return shown(y);
    }

    private DoubleStream shown(double... values) {
        return java.util.stream.IntStream.range(0, x.length).filter(this::isShown).mapToDouble(i -> values[i]);
    }

    /// Returns the line with gaps where a logarithm does not exist.
    Line positive() {
        return new Line(label, x, Arrays.stream(y).map(value -> value > 0 ? value : Double.NaN).toArray());
    }
}
