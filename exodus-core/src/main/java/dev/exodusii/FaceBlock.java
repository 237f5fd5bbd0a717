package dev.exodusii;

/// A run of faces, of one shape or polygons.
///
/// Immutable and safe for use by many threads.
public final class FaceBlock extends Block {

    FaceBlock(EntityRecord entity, long size, long firstIndex) {
        super(entity, size, firstIndex, "");
    }

    @Override
    String countsPrefix() {
        return "fbepecnt";
    }

    @Override
    String nodesPerEntryPrefix() {
        return "num_nod_per_fa";
    }
}
