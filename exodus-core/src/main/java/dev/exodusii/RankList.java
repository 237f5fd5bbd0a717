package dev.exodusii;

import dev.exodusii.view.IntegerView;
import java.util.Optional;

/// A list of which each rank in the file has a part, or none (`exodus-format` §2.15).
///
/// @param values the parts of all ranks together
/// @param status 1 for ranks that have a part; without it all have
/// @param cuts   where one rank's part ends
record RankList(Optional<IntegerView> values, Optional<IntegerView> status, Cuts cuts) {

    static RankList of(Storage storage, String variable, String statusVariable, long ranks) {
        Optional<IntegerView> values = storage.integers(variable);
        return new RankList(values, storage.integers(statusVariable),
                Cuts.of(storage, variable + "_idx", ranks, values.map(IntegerView::size).orElse(0L)));
    }

    Optional<IntegerView> of(int rank) {
        boolean exists = status.isEmpty() || rank >= status.get().size() || status.get().get(rank) == 1;
        return exists ? values.map(all -> cuts.part(all, rank)) : Optional.empty();
    }
}
