package dev.exodusii;

/// A run of faces, of one shape or polygons.
///
/// Immutable and safe for use by many threads.
public final class FaceBlock extends Block {

    FaceBlock(EntityRecord entity, long size, long firstIndex) {
        super(entity, size, firstIndex, "num_nod_per_fa", "");
    }

    @Override
    String countsPrefix() {
        return "fbepecnt";
    }
}
