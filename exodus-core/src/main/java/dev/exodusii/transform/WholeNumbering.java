package dev.exodusii.transform;

/// All stay.
///
/// @param oldCount how many there are
record WholeNumbering(long oldCount) implements Renumbering {

    @Override
    public long newCount() {
        return oldCount;
    }

    @Override
    public long newIndex(long oldIndex) {
        return oldIndex >= 0 && oldIndex < oldCount ? oldIndex : -1;
    }

    @Override
    public long nextKept(long from) {
        return from;
    }

    @Override
    public long nextDropped(long from) {
        return oldCount;
    }
}
