package dev.exodusii;

/// A named selection of elements; [#entries] are element numbers, counted through all element blocks.
///
/// Immutable and safe for use by many threads.
public final class ElementSet extends EntitySet {

    ElementSet(EntityRecord entity, long size) {
        super(entity, size);
    }
}
