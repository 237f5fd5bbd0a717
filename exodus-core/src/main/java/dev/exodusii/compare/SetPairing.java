package dev.exodusii.compare;

import dev.exodusii.EntitySet;
import dev.exodusii.NodeSet;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pairs the entries of a node set or side set with those of the other file: by what they name, or by place.
///
/// An entry of the pairing has a place in both files. Where a set names one node or side several times, its values
/// decide which is which.
final class SetPairing {

    /// More sides than any element has.
    private static final long SIDES = 1L << 20;

    private final int[] order1;
    private final int[] order2;
    private final long[] keys1;
    private final long[] keys2;

    private SetPairing(int[] order1, int[] order2, long[] keys1, long[] keys2) {
        this.order1 = order1;
        this.order2 = order2;
        this.keys1 = keys1;
        this.keys2 = keys2;
    }

    /// Pairs the entries of two sets of the same size.
    ///
    /// @param pairing  how the nodes, or for side sets the elements, of the files go together
    /// @param isSorted whether entries are looked up by what they name
    static SetPairing of(EntitySet one, EntitySet other, Pairing pairing, boolean isSorted) {
        long[] keys1 = keys(one, pairing);
        long[] keys2 = keys(other, Pairing.DIRECT);
        return new SetPairing(isSorted ? sorted(one, keys1) : unsorted(keys1.length),
                isSorted ? sorted(other, keys2) : unsorted(keys2.length), keys1, keys2);
    }

    private static int[] unsorted(int count) {
        return Order.of(count, Comparator.naturalOrder(), _ -> true);
    }

    private static long[] keys(EntitySet set, Pairing pairing) {
        IntegerView entries = set.entries();
        IntegerView sides = set instanceof SideSet sideSet ? sideSet.sides() : null;
        long[] keys = new long[Math.toIntExact(set.size())];
        for (int i = 0; i < keys.length; i++) {
            long number = pairing.get(entries.get(i) - 1) + 1;
            keys[i] = sides == null ? number : number * SIDES + sides.get(i);
        }
        return keys;
    }

    private static int[] sorted(EntitySet set, long[] keys) {
        List<TimeSeries> series = new ArrayList<>(set.variables());
        series.sort(Comparator.comparing(TimeSeries::name, String.CASE_INSENSITIVE_ORDER));
        Comparator<Integer> byKey = Comparator.comparingLong(index -> keys[index]);
        Comparator<Integer> byFactors = (a, b) -> set instanceof NodeSet ? 0 : compareFactors(set, a, b);
        Comparator<Integer> byValues = (a, b) -> compareValues(series, a, b);
        return Order.of(keys.length, byKey.thenComparing(byFactors).thenComparing(byValues),
                i -> keys[i - 1] < keys[i]);
    }

    private static int compareFactors(EntitySet set, int a, int b) {
        boolean isOnePerSide = set.hasDistributionFactors() && set.distributionFactors().size() == set.size();
        return isOnePerSide ? Double.compare(set.distributionFactors().get(a), set.distributionFactors().get(b)) : 0;
    }

    private static int compareValues(List<TimeSeries> series, int a, int b) {
        for (TimeSeries values : series) {
            for (long step = 0; step < values.steps(); step++) {
                int result = Double.compare(values.get(step, a), values.get(step, b));
                if (result != 0) {
                    return result;
                }
            }
        }
        return 0;
    }

    int size() {
        return order1.length;
    }

    int first(int entry) {
        return order1[entry];
    }

    int second(int entry) {
        return order2[entry];
    }

    /// Returns the first entry that does not name the same in both files, or -1.
    int mismatch() {
        for (int i = 0; i < order1.length; i++) {
            if (keys1[order1[i]] != keys2[order2[i]]) {
                return i;
            }
        }
        return -1;
    }
}
