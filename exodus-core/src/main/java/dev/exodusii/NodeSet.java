package dev.exodusii;

/// A named selection of nodes; [#entries] are node numbers.
///
/// Immutable and safe for use by many threads.
public final class NodeSet extends EntitySet {

    NodeSet(EntityRecord entity, long size) {
        super(entity, size);
    }
}
