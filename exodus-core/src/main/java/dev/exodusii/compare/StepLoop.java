package dev.exodusii.compare;

import dev.exodusii.compare.ComparisonEvent.StepBegun;
import dev.exodusii.compare.ComparisonEvent.StepMode;
import java.util.List;
import java.util.Optional;

/// Chooses the steps that are compared, and compares them.
final class StepLoop {

    private final Match match;
    private final StepSelection selection;
    private final ComparisonSettings settings;
    private final Journal journal;
    private final StepRun run;
    private final Worst times;
    private int compared;
    private int offset;

    StepLoop(Match match, StepRun run) {
        this.match = match;
        this.settings = match.settings();
        this.selection = settings.steps();
        this.journal = match.journal();
        this.run = run;
        this.times = new Worst(ComparedKind.GLOBAL, "time", settings.times());
    }

    /// Returns the times that differ.
    Optional<VariableResult> times() {
        return times.result();
    }

    int compared() {
        return compared;
    }

    /// Returns how many steps earlier file 1 begins, once it is known.
    int offset() {
        return offset;
    }

    void run() {
        if (selection.isExplicit()) {
            runExplicit();
        } else {
            runAll();
        }
    }

    private double time1(int step) {
        return selection.timeScale() * match.first().time(step) + selection.timeOffset();
    }

    private double time2(int step) {
        return match.second().time(step);
    }

    private void runExplicit() {
        int first = selection.explicitFirst() == StepSelection.LAST ? match.first().steps()
                : selection.explicitFirst();
        int second = selection.explicitSecond() == StepSelection.LAST ? match.second().steps()
                : selection.explicitSecond();
        double time = time1(first);
        double other = time2(second);
        journal.tell(new StepBegun(first, time, second, second, other, other, 0, StepMode.EXPLICIT, false));
        compared++;
        run.run(new StepPair(first, second, second, 0));
    }

    private void runAll() {
        int steps1 = match.first().steps();
        int steps2 = match.second().steps();
        int last = selection.isInterpolating() ? steps1 : Math.min(steps1, steps2);
        if (selection.last() > 0) {
            last = Math.min(last, selection.last());
        }
        offset = offset(steps1, steps2);
        int start = selection.first();
        if (offset > 0) {
            journal.tell(new ComparisonEvent.Notice("The first " + (start > 0 ? offset + start - 1 : offset)
                    + " timesteps in the first database will be skipped because of time step offset "
                    + (start > 0 ? "and time step start settings." : "setting.")));
        }
        if (start == StepSelection.LAST) {
            start = steps2;
            offset = steps1 - steps2;
            last = steps2;
            if (steps1 > 0 && steps2 > 0) {
                journal.tell(new ComparisonEvent.Notice("Comparing only the final step (step " + steps1
                        + " on first, step " + steps2 + " on second) on each database."));
            }
        }
        start = start < 0 ? last : Math.max(1, start);
        if (start > last && last > 0) {
            journal.warn("Time step options resulted in no timesteps being compared.");
            journal.setDifferent();
        }
        for (long step = Math.max(1, start); step <= last && !selection.isIgnored(); step += selection.increment()) {
            if (!selection.excluded().contains((int) step)) {
                compare((int) step, last);
            }
        }
        boolean comparesTimes = settings.times().mode() != ToleranceMode.IGNORE;
        boolean hasNothing = last == 0 ? settings.coordinates().mode() == ToleranceMode.IGNORE
                : !comparesTimes && match.variables().values().stream().allMatch(List::isEmpty);
        if (!selection.isIgnored() && hasNothing) {
            journal.difference("WARNING: No comparisons were performed during this execution.");
        }
    }

    private int offset(int steps1, int steps2) {
        if (selection.alignment() == StepSelection.Alignment.FIXED) {
            return selection.offset();
        }
        if (steps1 < steps2) {
            throw ComparisonStop.error("Second database must have less timesteps than first database.");
        }
        if (selection.alignment() == StepSelection.Alignment.SAME_END) {
            return steps1 - steps2;
        }
        if (steps2 == 0) {
            return 0;
        }
        // As in the reference, the last step is never the nearest one.
        int nearest = 1;
        for (int step = 2; step < steps1; step++) {
            if (Math.abs(time2(1) - time1(step)) < Math.abs(time2(1) - time1(nearest))) {
                nearest = step;
            }
        }
        return nearest - 1;
    }

    private void compare(int step, int last) {
        int first = step + offset;
        double time = time1(first);
        boolean isInterpolating = selection.isInterpolating();
        StepPair pair = isInterpolating ? around(first, time) : new StepPair(first, step, step, 0);
        boolean isTooFar = !isInterpolating && settings.times().differs(time, time2(step));
        journal.tell(new StepBegun(first, time, pair.second(), pair.third(), timeOrNan(pair.second()),
                timeOrNan(pair.third()), pair.weight(), isInterpolating ? StepMode.INTERPOLATED : StepMode.PAIRED,
                isTooFar));
        times.addCompared(1);
        if (isTooFar) {
            times.addOver(ValueDifference.Place.NONE, first, time, time2(step));
            journal.setDifferent();
            if (settings.has(CompareFlag.STOP_AT_FIRST)) {
                throw ComparisonStop.atFirst(first);
            }
        }
        if (isInterpolating && step == last && match.second().steps() > 0) {
            compareFinalTimes(time);
        }
        if (!pair.isOutside()) {
            compared++;
            run.run(pair);
        }
    }

    private double timeOrNan(int step) {
        return step > 0 ? time2(step) : Double.NaN;
    }

    private void compareFinalTimes(double time) {
        double other = time2(match.second().steps());
        if (settings.finalTime().differs(time, other)) {
            double delta = settings.finalTime().delta(time, other);
            journal.difference("    Final database times differ by " + Shortest.of(time < other ? -delta : delta)
                    + "  which is not within specified " + settings.finalTime().mode().word() + " tolerance of "
                    + Shortest.of(settings.finalTime().value()) + " (FAILED)");
        }
    }

    /// Finds the steps of file 2 around a time of file 1.
    private StepPair around(int first, double time) {
        int steps = match.second().steps();
        if (steps == 0 || time < time2(1)) {
            return new StepPair(first, -1, 0, 0);
        }
        if (time > time2(steps)) {
            return new StepPair(first, 0, -1, 0);
        }
        Tolerance tolerance = settings.times();
        int before = 1;
        for (int step = 2; step <= steps; step++) {
            boolean isSame = tolerance.mode() != ToleranceMode.IGNORE && !tolerance.differs(time, time2(step));
            if (time2(step) > time && !isSame) {
                break;
            }
            before = step;
        }
        if (!tolerance.differs(time, time2(before)) || before == steps) {
            return new StepPair(first, before, before, 0);
        }
        double weight = (time - time2(before)) / (time2(before + 1) - time2(before));
        return new StepPair(first, before, before + 1, weight);
    }
}
