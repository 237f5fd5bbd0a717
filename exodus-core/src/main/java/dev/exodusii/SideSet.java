package dev.exodusii;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.IntegerView;

/// A named selection of sides of elements: part of the surface of a solid, the edges of a plate.
///
/// Each entry is a pair: an element and one of its sides. Immutable and safe for use by many threads.
public final class SideSet extends EntitySet {

    private final Mesh mesh;

    SideSet(EntityRecord entity, long size, Mesh mesh) {
        super(entity, size);
        this.mesh = mesh;
    }

    /// Returns the element of each entry: 1-based element numbers, counted through all element blocks.
    ///
    /// @return a view of [#size] values
    /// @throws DamagedDataException when the file lacks the values although it has the entries
    public IntegerView elements() {
        return entries();
    }

    /// Returns the side of each entry: 1-based side numbers of its element, as in
    /// [dev.exodusii.topology.Topology]'s tables. A shell's sides 1 and 2 are its faces, its edges begin with 3.
    ///
    /// @return a view of [#size] values
    /// @throws DamagedDataException when the file lacks the values although it has the entries
    public IntegerView sides() {
        return list(numbered(convention().secondList()));
    }

    /// Returns the sides with their nodes.
    ///
    /// @return the sides in the order of the set
    /// @throws DamagedDataException when the file lacks the list of elements or of sides
    public SideFaces faces() {
        return new SideFaces(mesh, elements(), sides());
    }

    @Override
    long impliedFactorCount() {
        return faces().totalNodeCount();
    }
}
