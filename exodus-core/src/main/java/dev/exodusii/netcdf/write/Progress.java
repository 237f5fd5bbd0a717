package dev.exodusii.netcdf.write;

import java.util.TreeSet;

/// Which records of one variable something was put into; a fixed variable is one record.
///
/// Records that are put in order cost nothing, others until those before them are put.
final class Progress {

    private final TreeSet<Long> ahead = new TreeSet<>();
    private long next;

    Progress(long next) {
        this.next = next;
    }

    void mark(long record) {
        if (record > next) {
            ahead.add(record);
        } else if (record == next) {
            next++;
            while (ahead.remove(next)) {
                next++;
            }
        }
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
