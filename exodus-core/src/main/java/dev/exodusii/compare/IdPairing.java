package dev.exodusii.compare;

import dev.exodusii.IdMap;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.StoredBytes;
import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Pairs nodes or elements that have the same global id.
final class IdPairing {

    private IdPairing() {}

    static Pairing of(IdMap first, IdMap second, String what) {
        if (isEqual(first, second)) {
            return Pairing.DIRECT;
        }
        int count = Math.toIntExact(first.size());
        long[] ids1 = ids(first);
        long[] ids2 = ids(second);
        int[] order1 = sorted(ids1);
        int[] order2 = sorted(ids2);
        int[] indexes = new int[count];
        for (int i = 0; i < count; i++) {
            if (ids1[order1[i]] != ids2[order2[i]]) {
                throw ComparisonStop.error(String.format(Locale.ROOT, "Unable to match %s %,d in first file with %s in"
                        + " second file.", what, ids1[order1[i]], what));
            }
            indexes[order1[i]] = order2[i];
        }
        Pairing pairing = Pairing.of(indexes);
        return pairing.isIdentity() ? Pairing.DIRECT : pairing;
    }

    /// Most files have the same map, or none: then nothing needs to be read into memory.
    static boolean isEqual(IdMap first, IdMap second) {
        Optional<MemorySegment> one = first.stored().flatMap(IntegerView::rawSegment);
        Optional<MemorySegment> other = second.stored().flatMap(IntegerView::rawSegment);
        if (first.stored().isEmpty() && second.stored().isEmpty()) {
            return first.size() == second.size();
        }
        return one.isPresent() && other.isPresent() && StoredBytes.mismatch(one.get(), other.get()) < 0
                && first.stored().map(IntegerView::type).equals(second.stored().map(IntegerView::type));
    }

    private static long[] ids(IdMap map) {
        long[] ids = new long[Math.toIntExact(map.size())];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = map.id(i);
        }
        return ids;
    }

    private static int[] sorted(long[] ids) {
        return Order.of(ids.length, Comparator.comparingLong((Integer index) -> ids[index]),
                i -> ids[i - 1] <= ids[i]);
    }

}
