package dev.exodusii.surface;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Faces of solids that bound something, as they are found: those that occur once, and those that elements of different
/// blocks share.
final class FaceLists {

    // All sides are as [BoundingFaces#pack] makes them.
    private final LongList outer = new LongList(0);
    private final LongList shared = new LongList(0);

    void addOuter(long side) {
        outer.add(side);
    }

    void addShared(long side) {
        shared.add(side);
    }

    /// Ends a group of sides that are one face.
    void endShared() {
        shared.replaceLast(~shared.last());
    }

    static BoundingFaces join(List<FaceLists> lists) {
        long[] outer = join(lists, one -> one.outer);
        Arrays.sort(outer);
        return new BoundingFaces(outer, join(lists, one -> one.shared));
    }

    private static long[] join(List<FaceLists> lists, Function<FaceLists, LongList> which) {
        long count = 0;
        for (FaceLists one : lists) {
            count += which.apply(one).size();
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new SurfaceTooLargeException(count + " faces are more than can be indexed");
        }
        long[] joined = new long[(int) count];
        int at = 0;
        for (FaceLists one : lists) {
            which.apply(one).copyTo(joined, at);
            at += which.apply(one).size();
        }
        return joined;
    }
}
