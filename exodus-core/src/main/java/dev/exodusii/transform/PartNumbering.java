package dev.exodusii.transform;

/// What stays of a range, counted from its start.
final class PartNumbering implements Renumbering {

    private final Renumbering all;
    private final long from;
    private final long oldCount;
    private final long newCount;
    private final long newFrom;

    private PartNumbering(Renumbering all, long from, long oldCount, long newFrom, long newCount) {
        this.all = all;
        this.from = from;
        this.oldCount = oldCount;
        this.newFrom = newFrom;
        this.newCount = newCount;
    }

    static Renumbering of(Renumbering all, long from, long count) {
        long first = all.nextKept(from);
        if (first >= from + count) {
            return new PartNumbering(all, from, count, 0, 0);
        }
        long next = all.nextKept(from + count);
        long end = next == all.oldCount() ? all.newCount() : all.newIndex(next);
        long kept = end - all.newIndex(first);
        return kept == count ? new WholeNumbering(count)
                : new PartNumbering(all, from, count, all.newIndex(first), kept);
    }

    @Override
    public long oldCount() {
        return oldCount;
    }

    @Override
    public long newCount() {
        return newCount;
    }

    @Override
    public long newIndex(long oldIndex) {
        long index = oldIndex < 0 || oldIndex >= oldCount ? -1 : all.newIndex(from + oldIndex);
        return index < 0 ? -1 : index - newFrom;
    }

    @Override
    public long nextKept(long oldIndex) {
        return Math.min(oldCount, all.nextKept(from + oldIndex) - from);
    }

    @Override
    public long nextDropped(long oldIndex) {
        return Math.min(oldCount, all.nextDropped(from + oldIndex) - from);
    }
}
