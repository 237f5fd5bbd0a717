package dev.exodusii.cli.plot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// One line of a chart. Both arrays are equally long; they are not copied and must not be changed.
///
/// @param label what it shows, for the legend
/// @param x     where its points are, from left to right
/// @param y     how high they are; a gap where this is no finite number, or one so large that no axis can be made for it
@SuppressWarnings("ArrayRecordComponent")
public record Line(String label, double[] x, double[] y) {

    /// Differences of larger numbers overflow.
    private static final double LARGEST = 1e300;

    /// Makes a line.
    public Line {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
        }
    }

    /// Tells whether a point can be shown.
    boolean isShown(int index) {
        return Math.abs(x[index]) <= LARGEST && Math.abs(y[index]) <= LARGEST;
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
        return IntStream.range(0, x.length).filter(this::isShown).mapToDouble(i -> values[i]);
    }

    /// Returns the line with gaps where a logarithm does not exist.
    Line positive() {
        return new Line(label, x, Arrays.stream(y).map(value -> value > 0 ? value : Double.NaN).toArray());
    }

    /// Returns a line that looks the same in a picture but has few points: of those that share a piece of the horizontal
    /// axis, the first, the lowest, the highest and the last one stay, and one gap.
    ///
    /// @param pieces how many pieces the axis has, such as one for each pixel
    Line thinned(int pieces) {
        if (x.length <= 4L * pieces) {
            return this;
        }
        Extent extent = Extent.of(shownX());
        BitSet kept = new BitSet(x.length);
        for (int start = 0; start < x.length;) {
            int piece = piece(x[start], extent, pieces);
            int end = start;
            int low = -1;
            int high = -1;
            int gap = -1;
            while (end < x.length && piece(x[end], extent, pieces) == piece) {
                if (!isShown(end)) {
                    gap = end;
                } else {
                    low = low < 0 || y[end] < y[low] ? end : low;
                    high = high < 0 || y[end] > y[high] ? end : high;
                }
                end++;
            }
            IntStream.of(start, low, high, gap, end - 1).filter(i -> i >= 0).forEach(kept::set);
            start = end;
        }
        return new Line(label, kept.stream().mapToDouble(i -> x[i]).toArray(),
                kept.stream().mapToDouble(i -> y[i]).toArray());
    }

    private static int piece(double at, Extent extent, int pieces) {
        return (int) ((at - extent.low()) / (extent.high() - extent.low()) * pieces);
    }
}
