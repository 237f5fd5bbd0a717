package dev.exodusii.write;

import dev.exodusii.netcdf.write.VariableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps count of places that are filled piece by piece: what is left out would be whatever was on the disk.
final class Coverage {

    private final Map<Box, TreeMap<Long, Long>> open = new HashMap<>();

    /// All values that belong together: of a fixed variable, or of one record, and of these perhaps a part.
    ///
    /// @param variable the variable of the container
    /// @param record   the 0-based record, 0 for a fixed variable
    /// @param inner    where the part starts and how much it is, in the dimensions without that of records
    /// @param size     the number of values
    record Box(VariableDefinition variable, long record, List<Long> inner, long size) {}

    /// Is told that all values were put.
    void all(Box box) {
        open.remove(box);
    }

    /// Is told that some values were put.
    void piece(Box box, long from, long count) {
        TreeMap<Long, Long> ends = open.computeIfAbsent(box, fresh -> new TreeMap<>());
        long start = from;
        long end = from + count;
        Map.Entry<Long, Long> before = ends.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        Map.Entry<Long, Long> next = ends.ceilingEntry(start);
        while (next != null && next.getKey() <= end) {
            end = Math.max(end, next.getValue());
            ends.remove(next.getKey());
            next = ends.ceilingEntry(start);
        }
        ends.put(start, end);
        if (start == 0 && end == box.size()) {
            open.remove(box);
        }
    }

    /// Checks that no place was filled in part only.
    ///
    /// @param records before which record
    /// @throws IllegalStateException naming what is missing
    void require(String file, long records) {
        open.forEach((box, ends) -> {
            if (!box.variable().isRecord() || box.record() < records) {
                long missing = ends.firstKey() > 0 ? 0 : ends.firstEntry().getValue();
                throw new IllegalStateException(file + ": " + box.variable().name() + ": only a part of its values was put"
                        + (box.variable().isRecord() ? " for step " + box.record() : "") + ", value " + missing
                        + " is missing, counted from 0");
            }
        });
    }
}
