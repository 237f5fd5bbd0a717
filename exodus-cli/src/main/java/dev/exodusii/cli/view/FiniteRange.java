package dev.exodusii.cli.view;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import java.util.List;

/// The range of the values that are finite: infinite ones would leave all others one colour.
///
/// @param low  the smallest
/// @param high the largest; less than the smallest where there is none
record FiniteRange(double low, double high) {

    static final FiniteRange NOTHING = new FiniteRange(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /// Tells whether a range is one of finite values.
    static boolean isFinite(MinMax range) {
        return range.isEmpty() || Double.isFinite(range.min()) && Double.isFinite(range.max());
    }

    /// Returns a range of finite values as it is.
    static FiniteRange of(MinMax range) {
        return range.isEmpty() ? NOTHING : new FiniteRange(range.min(), range.max());
    }

    /// Looks through all values of a step.
    static FiniteRange of(ExodusFile file, Quantity quantity, long step) {
        FiniteRange range = NOTHING;
        for (List<TimeSeries> place : quantity.find(file)) {
            range = range.and(of(VectorView.of(place.stream().map(series -> series.step(step)).toList()),
                    quantity.isMagnitude()));
        }
        return range;
    }

    private static FiniteRange of(VectorView values, boolean areLengths) {
        double low = NOTHING.low;
        double high = NOTHING.high;
        RealView first = values.components().getFirst();
        for (long i = 0; i < first.size(); i++) {
            double value = areLengths ? values.magnitude(i) : first.get(i);
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new FiniteRange(low, high);
    }

    /// Returns the range of both.
    FiniteRange and(FiniteRange other) {
        return new FiniteRange(Math.min(low, other.low), Math.max(high, other.high));
    }

    boolean isEmpty() {
        return low > high;
    }
}
