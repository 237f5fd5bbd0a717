package dev.exodusii;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ReadAhead;
import dev.exodusii.view.RealView;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// The time steps of a file (`exodus-format` §2.11). Steps are 0-based.
///
/// Times mostly increase but need not; a file may have steps and no variables. Immutable and safe for use by many
/// threads.
public final class TimeAxis {

    private final long steps;
    private final Optional<RealView> stored;
    private final ReadAhead readAhead;

    private TimeAxis(long steps, Optional<RealView> stored, ReadAhead readAhead) {
        this.steps = steps;
        this.stored = stored;
        this.readAhead = readAhead;
    }

    static TimeAxis of(Storage storage) {
        Optional<RealView> times = storage.values("time_whole").filter(SeriesShape::isNumeric)
                .filter(values -> values.rank() == 1).map(ArrayView::reals);
        // A careless writer can give the record dimension another name, and then time_step does not exist.
        long steps = storage.container().dimension("time_step").map(dimension -> dimension.length())
                .orElseGet(() -> times.map(RealView::size).orElse(0L));
        return new TimeAxis(steps, times.filter(values -> values.size() == steps), storage.container().readAhead());
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

    /// Finds the step whose time is nearest; the earlier one of two that are equally near. NaN is never near.
    ///
    /// @param time the time that is looked for
    /// @return the 0-based step, or nothing when there are no steps with a time
    public OptionalLong nearest(double time) {
        if (stored.isEmpty()) {
            return steps == 0 || Double.isNaN(time) ? OptionalLong.empty()
                    : OptionalLong.of(Math.clamp((long) Math.ceil(time - 0.5), 0, steps - 1));
        }
        long nearest = -1;
        double smallest = Double.POSITIVE_INFINITY;
        for (long step = 0; step < steps; step++) {
            double distance = Math.abs(time(step) - time);
            if (distance < smallest || nearest < 0 && distance == smallest) {
                smallest = distance;
                nearest = step;
            }
        }
        return nearest < 0 ? OptionalLong.empty() : OptionalLong.of(nearest);
    }
}
