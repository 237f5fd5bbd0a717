package dev.exodusii.cli.hist;

import dev.exodusii.cli.address.Moment;
import dev.exodusii.view.ReadAhead;
import java.util.List;

/// Has the pages of many moments fetched before the first of them is read: each value of a history lies in a page of its
/// own, and a disk fetches a hundred pages in the time of one.
///
/// For one thread.
public final class Foresight {

    /// Values that are announced at a time; each takes a page of memory until it is read.
    private static final int BATCH = 4096;

    private final List<Curve> curves;
    private final List<Moment> moments;
    private final ReadAhead readAhead;
    private final int momentsAtATime;
    private int announced;

    /// Makes it ready.
    ///
    /// @param curves    the curves that are read
    /// @param moments   the moments at which they are, in order
    /// @param readAhead who is told
    public Foresight(List<Curve> curves, List<Moment> moments, ReadAhead readAhead) {
        this.curves = curves;
        this.moments = moments;
        this.readAhead = readAhead;
        this.momentsAtATime = Math.max(1, BATCH / Math.max(1, curves.size()));
    }

    /// Announces what comes next, where that is not done yet; to be called before each moment is read.
    ///
    /// @param moment the 0-based position of the moment that is read now
    public void before(int moment) {
        if (moment < announced) {
            return;
        }
        int end = Math.min(moments.size(), moment + momentsAtATime);
        for (; announced < end; announced++) {
            for (Curve curve : curves) {
                curve.announce(moments.get(announced), readAhead);
            }
        }
    }
}
