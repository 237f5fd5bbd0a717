package dev.exodusii;

/// A run of edges of one shape.
///
/// Immutable and safe for use by many threads.
public final class EdgeBlock extends Block {

    EdgeBlock(EntityRecord entity, long size, long firstIndex) {
        super(entity, size, firstIndex, "");
    }

    @Override
    String countsPrefix() {
        return "";
    }

    @Override
    String nodesPerEntryPrefix() {
        return "num_nod_per_ed";
    }
}
