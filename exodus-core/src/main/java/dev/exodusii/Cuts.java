package dev.exodusii;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.IntegerView;
import java.util.Optional;

/// Where a list that holds several parts one after another is cut (`exodus-format` §2.15): the file says where each
/// part ends, counted from the beginning of the list. Ends that make no sense are cut to fit.
///
/// @param ends   the end of each part; a list of a single part needs none
/// @param parts  the number of parts
/// @param length the length of the list
record Cuts(Optional<IntegerView> ends, long parts, long length) {

    /// Reads the ends and reports the first one that makes no sense.
    static Cuts of(Storage storage, String variable, long parts, long length) {
        Cuts cuts = new Cuts(storage.integers(variable), parts, length);
        if (cuts.ends.isEmpty() && parts > 1 && length > 0) {
            storage.report(Severity.WARNING, FindingCode.MISSING_LIST, variable, "is missing, so that a list of "
                    + length + " entries cannot be divided into " + parts + " parts; it is left out");
        }
        cuts.ends.ifPresent(ends -> cuts.check(storage, variable, ends));
        return cuts;
    }

    private void check(Storage storage, String variable, IntegerView ends) {
        if (ends.size() != parts) {
            storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, variable,
                    "has the ends of " + ends.size() + " parts where there are " + parts);
        }
        long previous = 0;
        for (long part = 0; part < Math.min(parts, ends.size()); part++) {
            long end = ends.get(part);
            if (end < previous || end > length) {
                storage.report(Severity.WARNING, FindingCode.DECOMPOSITION_INDEX, variable, "part " + (part + 1)
                        + " ends at " + end + ", which is not between " + previous + ", where it begins, and " + length
                        + ", the length of the list; what lies outside is left out");
                return;
            }
            previous = end;
        }
    }

    long start(long part) {
        return part == 0 ? 0 : end(part - 1);
    }

    long size(long part) {
        return Math.max(0, end(part) - start(part));
    }

    private long end(long part) {
        if (ends.isEmpty()) {
            return parts <= 1 ? length : 0;
        }
        // A part without an end is empty: it begins where it ends.
        long known = Math.min(part, ends.get().size() - 1);
        return known < 0 ? 0 : Math.clamp(ends.get().get(known), 0, length);
    }

    IntegerView part(IntegerView list, long part) {
        return size(part) == 0 ? list.slice(0, 0) : list.slice(start(part), size(part));
    }
}
