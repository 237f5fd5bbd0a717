package dev.exodusii;

import dev.exodusii.view.IntegerView;
import java.util.Optional;

/// The nodes or elements that one part of a decomposed mesh shares with others (`exodus-format` §2.15).
///
/// The lists run in step: entry i of each belongs together. They are views: every access to them throws
/// [IllegalStateException] once the file is closed.
///
/// @param id         the id that the writer gave, mostly the rank of the neighbour
/// @param numbers    the 1-based numbers of the nodes or elements in this part
/// @param sides      for elements the 1-based numbers of the shared sides; absent for nodes
/// @param processors the 0-based rank that each is shared with; empty when the file does not tell
public record CommunicationMap(long id, IntegerView numbers, Optional<IntegerView> sides, IntegerView processors) {

    /// Returns the number of entries.
    public long size() {
        return numbers.size();
    }
}
