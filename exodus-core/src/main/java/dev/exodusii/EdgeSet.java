package dev.exodusii;

import dev.exodusii.view.IntegerView;
import java.util.Optional;

/// A named selection of edges; [#entries] are edge numbers, counted through all edge blocks.
///
/// Immutable and safe for use by many threads.
public final class EdgeSet extends EntitySet {

    EdgeSet(EntityRecord entity, long size) {
        super(entity, size);
    }

    /// Returns +1 or -1 for each entry: which way round it is meant.
    ///
    /// @return the orientations, or nothing when the file has none
    public Optional<IntegerView> orientations() {
        return storage().variable(numbered(convention().secondList())).map(stored -> list(stored.name()));
    }
}
