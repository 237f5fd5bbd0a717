package dev.exodusii.cli.stats;

import dev.exodusii.view.MinMax;
import dev.exodusii.view.Statistics;
import java.util.List;

/// The statistics of a subject over steps, and the steps at which its extremes are.
///
/// @param statistics the statistics; its indexes are those at the steps of the extremes
/// @param minStep    the step of the smallest value, -1 where there is none
/// @param maxStep    the step of the largest value, -1 where there is none
public record Total(Statistics statistics, long minStep, long maxStep) {

    /// The statistics of no step.
    public static final Total NONE = new Total(Statistics.NONE, -1, -1);

    /// Puts the parts of a variable at one step together.
    ///
    /// @param step  the 0-based step
    /// @param parts the statistics of its parts in order
    /// @return the statistics of that step
    public static Total of(long step, List<Statistics> parts) {
        Statistics all = parts.stream().reduce(Statistics.NONE, Statistics::then);
        return new Total(all, all.extremes().isEmpty() ? -1 : step, all.extremes().isEmpty() ? -1 : step);
    }

    /// Combines this with a later step; of equal extremes the earlier one is kept.
    ///
    /// @param next the statistics of the later step
    /// @return both
    public Total then(Total next) {
        MinMax mine = statistics.extremes();
        MinMax other = next.statistics.extremes();
        boolean takeMin = !other.isEmpty() && (mine.isEmpty() || other.min() < mine.min());
        boolean takeMax = !other.isEmpty() && (mine.isEmpty() || other.max() > mine.max());
        MinMax both = new MinMax(takeMin ? other.min() : mine.min(), takeMax ? other.max() : mine.max(),
                takeMin ? other.minIndex() : mine.minIndex(), takeMax ? other.maxIndex() : mine.maxIndex(),
                mine.count() + other.count(), mine.nans() + other.nans(), mine.infinites() + other.infinites());
        return new Total(new Statistics(both, statistics.sum() + next.statistics.sum()),
                takeMin ? next.minStep : minStep, takeMax ? next.maxStep : maxStep);
    }
}
