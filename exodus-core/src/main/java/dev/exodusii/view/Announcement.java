package dev.exodusii.view;

/// Byte ranges on their way to a [ReadAhead], joined where they are so close that a disk reads them in one go.
final class Announcement {

    /// Bytes between two ranges that are rather read than left out: a disk takes hardly longer for eight pages than for
    /// one, and each announcement is a call of the system.
    static final long NEAR = 1 << 15;

    private final ReadAhead readAhead;
    private long from;
    private long end = -1;

    Announcement(ReadAhead readAhead) {
        this.readAhead = readAhead;
    }

    /// Adds a range that does not begin before the one that was added last.
    ///
    /// @return whether it is a new one, too far from the last to be joined with it
    boolean add(long offset, long bytes) {
        if (end >= 0 && offset >= from && offset <= end + NEAR) {
            end = Math.max(end, offset + bytes);
            return false;
        }
        flush();
        from = offset;
        end = offset + bytes;
        return true;
    }

    void flush() {
        if (end >= 0) {
            readAhead.willRead(from, end - from);
            end = -1;
        }
    }

    /// Announces values that lie evenly spaced.
    static void announce(ReadAhead readAhead, long base, long size, long stride, int bytes) {
        Announcement ranges = new Announcement(readAhead);
        if (stride <= NEAR && size > 0) {
            ranges.add(base, (size - 1) * stride + bytes);
        } else {
            for (long i = 0; i < size; i++) {
                ranges.add(base + i * stride, bytes);
            }
        }
        ranges.flush();
    }
}
