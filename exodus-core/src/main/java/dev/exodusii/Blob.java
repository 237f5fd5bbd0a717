package dev.exodusii;

/// A named lump of values that belong to no part of the mesh; all that it has are variables (`exodus-format` §2.13).
///
/// Immutable and safe for use by many threads.
public final class Blob extends Entity {

    private final long size;
    private final String suffix;

    Blob(EntityRecord entity, long size) {
        super(entity);
        this.size = size;
        this.suffix = entity.header().suffix();
    }

    /// Returns the number of values that each of its variables has at each step.
    @Override
    public long size() {
        return size;
    }

    @Override
    String suffix() {
        return suffix;
    }
}
