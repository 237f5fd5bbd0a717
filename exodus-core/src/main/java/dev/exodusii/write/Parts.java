package dev.exodusii.write;

import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;

/// Keeps count of a variable of the container that is put in several parts, such as all global variables of a step: a
/// part that is left out would be whatever was on the disk.
final class Parts {

    private final String subject;
    private final List<String> names;
    private final TreeMap<Long, BitSet> open = new TreeMap<>();

    /// @param subject what the parts are, for messages, such as `global variable`
    /// @param names   what the parts are called
    Parts(String subject, List<String> names) {
        this.subject = subject;
        this.names = names;
    }

    /// Is to be told of some parts that follow one another.
    Target.Written parts(int first, int count) {
        return (firstRecord, records) -> {
            for (long record = firstRecord; record < firstRecord + records; record++) {
                open.computeIfAbsent(record, fresh -> new BitSet(names.size())).set(first, first + count);
            }
        };
    }

    /// Is to be told of all parts at once.
    Target.Written all() {
        return parts(0, names.size());
    }

    /// Checks that nothing is missing.
    ///
    /// @throws IllegalStateException naming what is
    void require(String file, long record, boolean isStep) {
        BitSet put = open.getOrDefault(record, new BitSet());
        int missing = put.nextClearBit(0);
        if (missing < names.size()) {
            throw new IllegalStateException(file + ": " + subject + (names.get(missing).isEmpty() ? " " + (missing + 1)
                    : " '" + names.get(missing) + "'") + " has no value" + (isStep ? " at step " + record : "")
                    + "; put it, or define the file with fill values");
        }
    }

    /// Forgets the steps before one.
    void forgetBefore(long record) {
        open.headMap(record).clear();
    }
}
