package dev.exodusii.cli.plot;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/// A range of finite numbers.
///
/// @param low  where it begins
/// @param high where it ends, not below
public record Extent(double low, double high) {

    /// How much of a value is worth showing when there is nothing else to show.
    private static final double AROUND = 0.05;

    static Extent of(DoubleStream values) {
        DoubleSummaryStatistics all = values.summaryStatistics();
        return new Extent(all.getMin(), all.getMax());
    }

    double span() {
        return high / 2 - low / 2 + (high / 2 - low / 2);
    }

    double largest() {
        return Math.max(Math.abs(low), Math.abs(high));
    }

    /// Makes room around it; where it is but one value (or so little around one that a picture would show rounding
    /// errors), room enough to see that nothing happens.
    Extent widened(double share) {
        double least = largest() * 1e-13;
        if (high - low <= least) {
            double room = largest() == 0 ? 1 : largest() * AROUND;
            return limited(low - room, high + room);
        }
        return limited(low - (high * share - low * share), high + (high * share - low * share));
    }

    /// Makes room on a logarithmic scale: at least a factor, and some more.
    Extent widenedLog(double share) {
        double factor = Math.max(Math.pow(high / low, share), high / low < 1.5 ? 1.5 : 1);
        return limited(Math.max(low / factor, Double.MIN_NORMAL), high * factor);
    }

    private static Extent limited(double low, double high) {
        return new Extent(Math.max(low, -Double.MAX_VALUE / 4), Math.min(high, Double.MAX_VALUE / 4));
    }
}
