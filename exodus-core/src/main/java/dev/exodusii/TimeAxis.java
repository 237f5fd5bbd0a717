package dev.exodusii;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealView;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The time steps of a file (`exodus-format` §2.11). Steps are 0-based.
///
/// Times mostly increase but need not; a file may have steps and no variables. Where a program went back, as a restart from
/// an earlier time does, the steps written later replace those at the same and at later times that were written before:
/// [#at] looks only at steps that no later step replaces. Their times increase, whatever is stored. Steps whose time is NaN
/// or infinite are at no time. [#nearest] and everything that takes a step know all steps.
///
/// To find a time takes some reads where the stored times increase throughout, which is found out once, and one pass over
/// all times elsewhere. Immutable and safe for use by many threads.
public final class TimeAxis {

    private static final long NONE = -1;

    private final long steps;
    private final Optional<RealView> stored;
    private final ReadAhead readAhead;
    /// Whether times increase throughout and all are finite; not known before it is wanted.
    private volatile @Nullable Boolean isIncreasing;

    private TimeAxis(long steps, Optional<RealView> stored, ReadAhead readAhead) {
        this.steps = steps;
        this.stored = stored;
        this.readAhead = readAhead;
    }

    static TimeAxis of(Storage storage) {
        Optional<RealView> times = storage.values("time_whole").filter(SeriesShape::isNumeric)
                .filter(values -> values.rank() == 1).map(ArrayView::reals);
        // A careless writer can give the record dimension another name, and then time_step does not exist.
        long steps = storage.container().dimension("time_step").map(dimension -> steps(storage, dimension))
                .orElseGet(() -> times.map(RealView::size).orElse(0L));
        return new TimeAxis(steps, times.filter(values -> values.size() == steps), storage.container().readAhead());
    }

    /// A count that nothing bears out could be any; constants would be repeated, and looked through, as often.
    private static long steps(Storage storage, Dimension dimension) {
        long declared = dimension.length();
        boolean isPlausible = declared <= storage.container().layout().fileBytes()
                || storage.container().variables().stream().anyMatch(variable -> variable.isComplete()
                        && variable.dimensions().contains(dimension));
        if (!isPlausible) {
            storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, dimension.name(), "is " + declared
                    + ", more steps than the file has bytes, and nothing is stored at any of them; there are none");
        }
        return isPlausible ? declared : 0;
    }

    /// Returns the number of time steps.
    public long steps() {
        return steps;
    }

    /// Tells whether there are no steps.
    public boolean isEmpty() {
        return steps == 0;
    }

    /// Returns the stored times, or nothing when the file has steps without times.
    public Optional<RealView> stored() {
        return stored;
    }

    /// Has all times fetched meanwhile. Each lies in another record of the file, and to read the times of a file that is
    /// not in memory yet one by one is to wait for as many pages. A hint that nothing depends on.
    public void prefetch() {
        stored.ifPresent(times -> times.announceTo(readAhead));
    }

    /// Returns the time of a step; the step itself where the file has no times.
    ///
    /// @param step the 0-based step
    /// @return the time, in the unit of the simulation, which the format does not tell
    /// @throws IndexOutOfBoundsException when there is no such step
    public double time(long step) {
        return stored.isPresent() ? stored.get().get(step) : Objects.checkIndex(step, steps);
    }

    /// Finds the step whose time is nearest; the earlier one of two times that are equally near, and of several steps at
    /// one time the one that was written last. NaN is never near.
    ///
    /// @param time the time that is looked for
    /// @return the 0-based step, or nothing when there are no steps with a time
    public OptionalLong nearest(double time) {
        return guarded(() -> nearestTo(time));
    }

    private <T> T guarded(Supplier<T> work) {
        return stored.isEmpty() ? work.get() : Faults.guard(stored.get().origin().file(), "its times", work);
    }

    private OptionalLong nearestTo(double time) {
        if (steps == 0 || Double.isNaN(time)) {
            return OptionalLong.empty();
        }
        if (isIncreasing()) {
            long before = Math.max(0, lastUpTo(time));
            long after = Math.min(before + 1, steps - 1);
            return OptionalLong.of(time - time(before) <= time(after) - time ? before : after);
        }
        long nearest = NONE;
        double best = Double.NaN;
        for (long step = 0; step < steps; step++) {
            double there = time(step);
            if (!Double.isNaN(there) && (nearest < 0 || !isNearer(best, there, time))) {
                best = there;
                nearest = step;
            }
        }
        return nearest < 0 ? OptionalLong.empty() : OptionalLong.of(nearest);
    }

    /// Whether one time is nearer than another; not when they are equal.
    private static boolean isNearer(double one, double other, double time) {
        if (Double.isInfinite(time)) {
            return time > 0 ? one > other : one < other;
        }
        double distance = Math.abs(one - time);
        double otherDistance = Math.abs(other - time);
        return distance < otherDistance || distance == otherDistance && one < other;
    }

    /// Finds the steps between which a time lies, and how far it is from the one to the other. Steps that were replaced
    /// later and those without a finite time are passed over; see [TimeAxis].
    ///
    /// @param time the time that is looked for; infinite ones are beyond the last or before the first step
    /// @return the two steps; one step twice where the time is that of a step, or outside of all times. Nothing when the
    ///         time is NaN or no step has a finite time
    public Optional<TimeBracket> at(double time) {
        return guarded(() -> around(time));
    }

    private Optional<TimeBracket> around(double time) {
        if (steps == 0 || Double.isNaN(time)) {
            return Optional.empty();
        }
        long before = NONE;
        long after = NONE;
        if (isIncreasing()) {
            before = lastUpTo(time);
            after = before + 1 < steps ? before + 1 : NONE;
        } else {
            double replacedFrom = Double.POSITIVE_INFINITY;
            for (long step = steps - 1; step >= 0 && before < 0; step--) {
                double there = time(step);
                if (Double.isFinite(there) && there < replacedFrom) {
                    replacedFrom = there;
                    if (there <= time) {
                        before = step;
                    } else {
                        after = step;
                    }
                }
            }
        }
        return between(before, after, time);
    }

    private Optional<TimeBracket> between(long before, long after, double time) {
        if (before < 0) {
            return after < 0 ? Optional.empty()
                    : Optional.of(TimeBracket.on(after, TimeBracket.Place.BEFORE_ALL_STEPS));
        }
        double from = time(before);
        if (after < 0 || from == time) {
            return Optional.of(TimeBracket.on(before, time > from ? TimeBracket.Place.AFTER_ALL_STEPS
                    : TimeBracket.Place.AMONG_STEPS));
        }
        double span = time(after) - from;
        // The distance of two times may be more than a double can hold; that of their halves is not.
        double weight = Double.isFinite(span) ? (time - from) / span
                : (time / 2 - from / 2) / (time(after) / 2 - from / 2);
        return Optional.of(new TimeBracket(before, after, Math.clamp(weight, 0, 1), TimeBracket.Place.AMONG_STEPS));
    }

    private boolean isIncreasing() {
        Boolean known = isIncreasing;
        if (known == null) {
            known = stored.isEmpty() || isIncreasing(stored.get());
            isIncreasing = known;
        }
        return known;
    }

    private static boolean isIncreasing(RealView times) {
        double last = Double.NEGATIVE_INFINITY;
        for (long step = 0; step < times.size(); step++) {
            double time = times.get(step);
            if (!(time > last) || time == Double.POSITIVE_INFINITY) {
                return false;
            }
            last = time;
        }
        return true;
    }

    /// The last step whose time is not greater, -1 when there is none, where times increase.
    private long lastUpTo(double time) {
        long low = 0;
        long high = steps;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
