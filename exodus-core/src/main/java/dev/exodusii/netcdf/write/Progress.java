package dev.exodusii.netcdf.write;

import java.util.TreeSet;

/// Which records of one variable something was put into; a fixed variable is one record.
///
/// Records that are put in order cost nothing, others until those before them are put.
final class Progress {

    private final TreeSet<Long> ahead = new TreeSet<>();
    private final TreeSet<Long> spoilt = new TreeSet<>();
    private long next;

    Progress(long next) {
        this.next = next;
    }

    /// Is told that something was put.
    ///
    /// @param record  where
    /// @param isWhole whether all values of it were
    void mark(long record, boolean isWhole) {
        if (isWhole) {
            spoilt.remove(record);
        }
        if (record > next) {
            ahead.add(record);
        } else if (record == next) {
            next++;
            while (ahead.remove(next)) {
                next++;
            }
        }
    }

    /// Is told that values were put over others and failed half-way: what is there now nobody knows.
    void spoil(long record) {
        if (isMarked(record)) {
            spoilt.add(record);
        }
    }

    /// Returns the first record that is spoilt, or [Long#MAX_VALUE].
    long firstSpoilt() {
        return spoilt.isEmpty() ? Long.MAX_VALUE : spoilt.first();
    }

    boolean isMarked(long record) {
        return record < next || ahead.contains(record);
    }

    /// The first record that nothing was put into.
    long next() {
        return next;
    }

    /// One more than the last record that something was put into.
    long end() {
        return ahead.isEmpty() ? next : ahead.last() + 1;
    }
}
