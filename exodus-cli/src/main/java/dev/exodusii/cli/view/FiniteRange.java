package dev.exodusii.cli.view;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
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
        List<List<TimeSeries>> places = new ArrayList<>();
        if (quantity.kind() == EntityKind.NODAL) {
            places.add(quantity.in(file));
        } else {
            for (Entity entity : file.entities(quantity.kind())) {
                places.add(quantity.on(entity));
            }
        }
        FiniteRange range = NOTHING;
        for (List<TimeSeries> place : places) {
            if (!place.isEmpty()) {
                range = range.and(of(place.stream().map(series -> series.step(step)).toList()));
            }
        }
        return range;
    }

    private static FiniteRange of(List<RealView> components) {
        double low = NOTHING.low;
        double high = NOTHING.high;
        for (long i = 0; i < components.getFirst().size(); i++) {
            double value = components.getFirst().get(i);
            if (components.size() > 1) {
                double sum = 0;
                for (RealView component : components) {
                    sum += component.get(i) * component.get(i);
                }
                value = Math.sqrt(sum);
            }
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
