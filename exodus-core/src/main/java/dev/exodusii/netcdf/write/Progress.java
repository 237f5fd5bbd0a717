package dev.exodusii.netcdf.write;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which records of one variable something was put into; a fixed variable is one record.
///
/// Records that are put in order cost nothing, others until those before them are put.
final class Progress {

    private final TreeSet<Long> ahead = new TreeSet<>();
    /// Of each record the regions that failed half-way and were not put again.
    private final TreeMap<Long, List<Box>> spoilt = new TreeMap<>();
    private long next;

    Progress(long next) {
        this.next = next;
    }

    /// Is told that something was put.
    ///
    /// @param record where
    /// @param box    which of its values
    void mark(long record, Box box) {
        mend(record, box);
        mark(record);
    }

    /// Is told that a record was put or filled that nothing was put into before.
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

    /// Is told that values were put over others and failed half-way: what is there now nobody knows.
    void spoil(long record, Box box) {
        if (isMarked(record)) {
            mend(record, box);
            spoilt.computeIfAbsent(record, _ -> new ArrayList<>()).add(box);
        }
    }

    private void mend(long record, Box box) {
        List<Box> failed = spoilt.get(record);
        if (failed != null && failed.removeIf(box::coversInRecords) && failed.isEmpty()) {
            spoilt.remove(record);
        }
    }

    /// Returns the first record that is spoilt, or [Long#MAX_VALUE].
    long firstSpoilt() {
        return spoilt.isEmpty() ? Long.MAX_VALUE : spoilt.firstKey();
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
