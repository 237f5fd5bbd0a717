package dev.exodusii.transform;

import java.util.Arrays;
import java.util.List;

/// Whole ranges stay, such as the elements of some blocks.
final class RangeNumbering implements Renumbering {

    private final long oldCount;
    private final long newCount;
    private final long[] starts;
    private final long[] ends;
    private final long[] newStarts;

    /// Indexes from `start` on and before `end`.
    record Range(long start, long end) {}

    /// @param ranges what stays, in ascending order, none of them empty
    RangeNumbering(long oldCount, List<Range> ranges) {
        this.oldCount = oldCount;
        this.starts = ranges.stream().mapToLong(Range::start).toArray();
        this.ends = ranges.stream().mapToLong(Range::end).toArray();
        this.newStarts = new long[starts.length];
        long count = 0;
        for (int i = 0; i < starts.length; i++) {
            newStarts[i] = count;
            count += ends[i] - starts[i];
        }
        this.newCount = count;
    }

    @Override
    public long oldCount() {
        return oldCount;
    }

    @Override
    public long newCount() {
        return newCount;
    }

    /// The last range that does not start behind an index; -1 when all do.
    private int rangeAt(long index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : -found - 2;
    }

    @Override
    public long newIndex(long oldIndex) {
        int range = rangeAt(oldIndex);
        return range >= 0 && oldIndex < ends[range] ? newStarts[range] + oldIndex - starts[range] : -1;
    }

    @Override
    public long nextKept(long from) {
        int range = rangeAt(from);
        if (range >= 0 && from < ends[range]) {
            return from;
        }
        return range + 1 < starts.length ? starts[range + 1] : oldCount;
    }

    @Override
    public long nextDropped(long from) {
        int range = rangeAt(from);
        long next = from;
        while (range >= 0 && range < starts.length && next >= starts[range] && next < ends[range]) {
            next = ends[range];
            range++;
        }
        return Math.min(next, oldCount);
    }
}
