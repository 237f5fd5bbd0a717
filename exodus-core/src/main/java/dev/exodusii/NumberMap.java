package dev.exodusii;

import dev.exodusii.view.IntegerView;

/// A named list with one integer for each node, edge, face or element: the processor that owned it, for example
/// (`exodus-format` §2.10). The values are labels; nothing else in the file refers to them.
///
/// Immutable and safe for use by many threads.
public final class NumberMap extends Entity {

    private final long size;

    NumberMap(EntityRecord entity, long size) {
        super(entity);
        this.size = size;
    }

    /// Returns the number of nodes, edges, faces or elements.
    @Override
    public long size() {
        return size;
    }

    /// Tells whether the file has the values of the map, and not only its id and name.
    public boolean isStored() {
        return storage().variable(numbered(convention().entries())).isPresent();
    }

    /// Returns the values.
    ///
    /// @return one value for each node, edge, face or element
    /// @throws dev.exodusii.diagnostic.DamagedDataException when the file announces the map but lacks its values
    public IntegerView values() {
        return storage().requireIntegers(numbered(convention().entries()),
                "is missing although " + this + " is announced");
    }
}
