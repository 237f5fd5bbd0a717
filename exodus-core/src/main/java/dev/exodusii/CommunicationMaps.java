package dev.exodusii;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The communication maps of all ranks in a file, of nodes or of elements (`exodus-format` §2.15).
///
/// @param ids        the id of each map
/// @param status     1 for maps that have entries; without it all have
/// @param ranks      which maps belong to which rank
/// @param entries    which entries belong to which map
/// @param numbers    the entries: numbers of nodes or elements
/// @param sides      the entries: numbers of sides, for elements only
/// @param processors the entries: ranks of neighbours
record CommunicationMaps(Optional<IntegerView> ids, Optional<IntegerView> status, Cuts ranks, Cuts entries,
        Optional<IntegerView> numbers, Optional<IntegerView> sides, Optional<IntegerView> processors) {

    static CommunicationMaps ofNodes(Storage storage, long ranks) {
        return of(storage, "n_comm_", "num_n_cmaps", "n_comm_nids", "", ranks);
    }

    static CommunicationMaps ofElements(Storage storage, long ranks) {
        return of(storage, "e_comm_", "num_e_cmaps", "e_comm_eids", "e_comm_sids", ranks);
    }

    private static CommunicationMaps of(Storage storage, String prefix, String count, String numbersVariable,
            String sidesVariable, long ranks) {
        Optional<IntegerView> ids = storage.integers(prefix + "ids");
        if (ids.isEmpty() && storage.length(count) > 0) {
            storage.report(Severity.WARNING, FindingCode.MISSING_LIST, prefix + "ids",
                    "is missing or unusable although there are " + storage.length(count) + " communication maps");
        }
        long maps = ids.map(IntegerView::size).orElse(0L);
        Optional<IntegerView> numbers = storage.integers(numbersVariable);
        Optional<IntegerView> sides = sidesVariable.isEmpty() ? Optional.empty() : storage.integers(sidesVariable);
        Optional<IntegerView> processors = storage.integers(prefix + "proc");
        long length = numbers.map(IntegerView::size).orElse(0L);
        long shared = Math.min(length, Math.min(size(sides, length), size(processors, length)));
        if (shared < length) {
            storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, numbersVariable, "has " + length
                    + " entries, but the lists beside it have only " + shared + "; the others are left out");
        }
        return new CommunicationMaps(ids, storage.integers(prefix + "stat"),
                Cuts.of(storage, prefix + "info_idx", ranks, maps),
                Cuts.of(storage, prefix + "data_idx", maps, shared), numbers, sides, processors);
    }

    private static long size(Optional<IntegerView> list, long otherwise) {
        return list.map(IntegerView::size).orElse(otherwise);
    }

    List<CommunicationMap> of(int rank) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<CommunicationMap> maps = new ArrayList<>();
        for (long map = ranks.start(rank); map < ranks.start(rank) + ranks.size(rank); map++) {
            boolean exists = status.isEmpty() || map >= status.get().size() || status.get().get(map) == 1;
            long at = map;
            maps.add(new CommunicationMap(ids.get().get(map), part(numbers, map, exists),
                    sides.map(list -> part(Optional.of(list), at, exists)), part(processors, map, exists)));
        }
        return List.copyOf(maps);
    }

    private IntegerView part(Optional<IntegerView> list, long map, boolean exists) {
        return list.isEmpty() || !exists ? Empty.integers() : entries.part(list.get(), map);
    }
}
