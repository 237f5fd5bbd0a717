package dev.exodusii.compare;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts single values that are too far apart, such as times and coordinates, and keeps the worst.
final class Worst {

    private final ComparedKind kind;
    private final String name;
    private final Tolerance tolerance;
    private long compared;
    private long over;
    private @Nullable ValueDifference worst;

    Worst(ComparedKind kind, String name, Tolerance tolerance) {
        this.kind = kind;
        this.name = name;
        this.tolerance = tolerance;
    }

    void addCompared(long count) {
        compared += count;
    }

    void addOver(ValueDifference.Place place, int step, double a, double b) {
        over++;
        double delta = Double.isNaN(a) != Double.isNaN(b) ? Double.POSITIVE_INFINITY : tolerance.delta(a, b);
        if (worst == null || delta > worst.delta()) {
            worst = new ValueDifference(kind, name, tolerance, place, step, a, b, delta);
        }
    }

    /// Returns what differs, or nothing.
    Optional<VariableResult> result() {
        return over == 0 ? Optional.empty()
                : Optional.of(new VariableResult(kind, name, tolerance, compared, over, Optional.ofNullable(worst)));
    }
}
