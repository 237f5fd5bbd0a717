package dev.exodusii.statistics;

import dev.exodusii.view.MinMax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Ranges of quantities at steps, as they can be kept in a file of their own; see [RangeCodec] for its form.
///
/// Immutable.
///
/// @param ranges for each quantity, the ranges by 0-based step
public record RangeTable(Map<Quantity, SortedMap<Long, MinMax>> ranges) {

    /// Makes the record; the maps are copied.
    public RangeTable {
        Map<Quantity, SortedMap<Long, MinMax>> copy = new LinkedHashMap<>();
        ranges.forEach((quantity, steps) -> copy.put(quantity,
                Collections.unmodifiableSortedMap(new TreeMap<>(steps))));
        ranges = Collections.unmodifiableMap(copy);
    }

    /// Restricts the table to the first steps.
    ///
    /// @param steps how many steps stay
    /// @return the ranges of those
    public RangeTable before(long steps) {
        Map<Quantity, SortedMap<Long, MinMax>> kept = new LinkedHashMap<>();
        ranges.forEach((quantity, all) -> kept.put(quantity, all.headMap(steps)));
        return new RangeTable(kept);
    }

    /// Returns the number of ranges.
    public long size() {
        return ranges.values().stream().mapToLong(Map::size).sum();
    }

    /// The quantities in the order of their texts, so that equal tables make equal files.
    List<Quantity> sorted() {
        List<Quantity> sorted = new ArrayList<>(ranges.keySet());
        sorted.sort((a, b) -> a.toString().compareTo(b.toString()));
        return sorted;
    }
}
