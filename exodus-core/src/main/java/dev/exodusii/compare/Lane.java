package dev.exodusii.compare;

import dev.exodusii.TimeSeries;
import dev.exodusii.compare.ValueDifference.Place;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;

/// One variable on one block or set, or on all nodes: where its values are in both files.
///
/// @param size     how many entries there are
/// @param isDirect whether entries are paired by index
/// @param first    the index in file 1 of an entry
/// @param second   the index in file 2 of an entry, -1 for none
/// @param one      the values in file 1
/// @param others   the values in file 2: one list, or one for each block
/// @param starts   the first index of each of those
/// @param places   tells where an entry is
record Lane(long size, boolean isDirect, LongUnaryOperator first, LongUnaryOperator second, TimeSeries one,
        List<Optional<TimeSeries>> others, long[] starts, LongFunction<Place> places) {

    /// Values that are paired by index.
    static Lane direct(TimeSeries one, TimeSeries other, LongFunction<Place> places) {
        return new Lane(one.size(), true, i -> i, i -> i, one, List.of(Optional.of(other)), new long[] {0}, places);
    }

    /// Values that are paired one by one, all of file 2 in one list.
    static Lane paired(TimeSeries one, TimeSeries other, LongUnaryOperator first, LongUnaryOperator second,
            LongFunction<Place> places) {
        return new Lane(one.size(), false, first, second, one, List.of(Optional.of(other)), new long[] {0}, places);
    }

    long first(long entry) {
        return first.applyAsLong(entry);
    }

    long second(long entry) {
        return second.applyAsLong(entry);
    }

    /// Returns the values of a pair of steps, numbered from 1.
    Values at(StepPair steps) {
        RealView own = one.step(steps.first() - 1L);
        if (isDirect && !steps.isInterpolated()) {
            return new Values.Direct(own, others.getFirst().orElseThrow().step(steps.second() - 1L));
        }
        return new Values.Looked(own, this, new Second(this, steps));
    }

    /// The values of file 2 at a step, or between two.
    static final class Second {

        private final long[] starts;
        private final Optional<RealView>[] before;
        private final Optional<RealView>[] after;
        private final double weight;
        private final boolean isInterpolated;

        @SuppressWarnings("unchecked") // Arrays of generic types can only be made so.
        Second(Lane lane, StepPair steps) {
            this.starts = lane.starts;
            this.weight = steps.weight();
            this.isInterpolated = steps.isInterpolated();
            this.before = lane.others.stream().map(all -> all.map(series -> series.step(steps.second() - 1L)))
                    .toArray(Optional[]::new);
            this.after = lane.others.stream().map(all -> all.map(series -> series.step(steps.third() - 1L)))
                    .toArray(Optional[]::new);
        }

        private int list(long index) {
            int list = starts.length - 1;
            while (list > 0 && starts[list] > index) {
                list--;
            }
            return list;
        }

        boolean isStored(long index) {
            int list = list(index);
            return before[list].map(values -> index - starts[list] < values.size()).orElse(false);
        }

        double get(long index) {
            if (!isStored(index)) {
                return 0;
            }
            int list = list(index);
            double value = before[list].orElseThrow().get(index - starts[list]);
            return isInterpolated
                    ? (1 - weight) * value + weight * after[list].orElseThrow().get(index - starts[list]) : value;
        }
    }
}
