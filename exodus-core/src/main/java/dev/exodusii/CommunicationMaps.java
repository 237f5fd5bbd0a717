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
        return of(storage, ranks, "num_n_cmaps",
                new Names("n_comm_ids", "n_comm_stat", "n_comm_info_idx", "n_comm_data_idx", "n_comm_nids", "",
                        "n_comm_proc"));
    }

    static CommunicationMaps ofElements(Storage storage, long ranks) {
        return of(storage, ranks, "num_e_cmaps",
                new Names("e_comm_ids", "e_comm_stat", "e_comm_info_idx", "e_comm_data_idx", "e_comm_eids",
                        "e_comm_sids", "e_comm_proc"));
    }

    private static CommunicationMaps of(Storage storage, long ranks, String count, Names names) {
        Optional<IntegerView> ids = storage.integers(names.ids);
        if (ids.isEmpty() && storage.length(count) > 0) {
            storage.report(Severity.WARNING, FindingCode.MISSING_LIST, names.ids,
                    "is missing or unusable although there are " + storage.length(count) + " communication maps");
        }
        long maps = ids.map(IntegerView::size).orElse(0L);
        Optional<IntegerView> numbers = storage.integers(names.numbers);
        Optional<IntegerView> sides = storage.integers(names.sides);
        Optional<IntegerView> processors = storage.integers(names.processors);
        long length = numbers.map(IntegerView::size).orElse(0L);
        long shared = Math.min(length, Math.min(size(sides, length), size(processors, length)));
        if (shared < length) {
            storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, names.numbers, "has " + length
                    + " entries, but the lists beside it have only " + shared + "; the others are left out");
        }
        return new CommunicationMaps(ids, storage.integers(names.status), Cuts.of(storage, names.rankEnds, ranks, maps),
                Cuts.of(storage, names.mapEnds, maps, shared), numbers, sides, processors);
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

    /// The variables' names; an empty one stands for a list that the kind of map does not have.
    private record Names(String ids, String status, String rankEnds, String mapEnds, String numbers, String sides,
            String processors) {}
}
