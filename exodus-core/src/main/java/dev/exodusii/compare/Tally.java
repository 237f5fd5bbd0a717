package dev.exodusii.compare;

import dev.exodusii.view.StoredBytes;
import java.util.List;
import java.util.function.LongConsumer;

/// Counts, over some entries of a variable, what is too far apart, and keeps the worst.
final class Tally {

    private static final int RUN = 256;

    private final Values values;
    private final Tolerance tolerance;
    private final boolean countsNan;
    private final boolean isGlobal;
    private final boolean hasNorms;
    private long over;
    private long worst = -1;
    private double delta;
    private final double[] norms = new double[6];

    /// @param kind what the values belong to; those of global variables are compared as times are
    Tally(Values values, ComparedKind kind, VariableSelection.Choice variable, ComparisonSettings settings) {
        this.values = values;
        this.isGlobal = kind == ComparedKind.GLOBAL;
        this.tolerance = variable.tolerance();
        this.countsNan = !settings.has(CompareFlag.IGNORE_NANS);
        this.hasNorms = settings.has(CompareFlag.NORMS);
    }

    /// Compares a range of entries. Where bytes are equal, values are: also those that are NaN.
    Tally count(long from, long to) {
        if (values instanceof Values.Direct direct && !hasNorms && tolerance.value() >= 0 && direct.raw().isPresent()) {
            Values.Raw raw = direct.raw().get();
            long at = from;
            while (at < to) {
                long offset = at * raw.width();
                long size = (to - at) * raw.width();
                long same = StoredBytes.mismatch(raw.one().asSlice(offset, size), raw.other().asSlice(offset, size));
                if (same < 0) {
                    break;
                }
                at += same / raw.width();
                long end = Math.min(to, at + RUN);
                for (; at < end; at++) {
                    add(at, values.first(at), values.second(at));
                }
            }
        } else {
            for (long entry = from; entry < to; entry++) {
                if (values.isPaired(entry)) {
                    add(entry, values.first(entry), values.second(entry));
                }
            }
        }
        return this;
    }

    /// Tells of each entry that is too far apart.
    void forEachOver(LongConsumer action) {
        for (long entry = 0; entry < values.size(); entry++) {
            if (values.isPaired(entry) && isOver(values.first(entry), values.second(entry))) {
                action.accept(entry);
            }
        }
    }

    private boolean isOver(double a, double b) {
        return isOver(a, b, distance(a, b));
    }

    private boolean isOver(double a, double b, double distance) {
        return isGlobal && Double.isFinite(distance) ? tolerance.differs(a, b) : distance > tolerance.value();
    }

    private double distance(double a, double b) {
        return countsNan && Double.isNaN(a) != Double.isNaN(b) ? Double.POSITIVE_INFINITY : tolerance.delta(a, b);
    }

    private void add(long entry, double a, double b) {
        double distance = distance(a, b);
        if (isOver(a, b, distance)) {
            over++;
            if (worst < 0 || distance > delta) {
                worst = entry;
                delta = distance;
            }
        }
        if (hasNorms) {
            norms[0] += Math.abs(a);
            norms[1] += Math.abs(b);
            norms[2] += Math.abs(a - b);
            norms[3] += a * a;
            norms[4] += b * b;
            norms[5] += (a - b) * (a - b);
        }
    }

    long over() {
        return over;
    }

    boolean hasWorst() {
        return worst >= 0;
    }

    long worstEntry() {
        return worst;
    }

    double delta() {
        return delta;
    }

    ValueDifference worst(ComparedKind kind, VariableSelection.Choice variable, Lane lane, int step) {
        return difference(kind, variable, lane, step, worst);
    }

    ValueDifference difference(ComparedKind kind, VariableSelection.Choice variable, Lane lane, int step, long entry) {
        double a = values.first(entry);
        double b = values.second(entry);
        double distance = Double.isNaN(a) != Double.isNaN(b) ? Double.POSITIVE_INFINITY : tolerance.delta(a, b);
        return new ValueDifference(kind, variable.name(), tolerance, lane.places().apply(entry), step, a, b, distance);
    }

    /// Returns the norms of a variable.
    ///
    /// @param tallies all its values
    static ComparisonEvent.NormsFound norms(String variable, List<Tally> tallies) {
        double[] sums = new double[6];
        for (Tally tally : tallies) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += tally.norms[i];
            }
        }
        return new ComparisonEvent.NormsFound(variable, sums[0], sums[1], sums[2], Math.sqrt(sums[3]),
                Math.sqrt(sums[4]), Math.sqrt(sums[5]));
    }
}
