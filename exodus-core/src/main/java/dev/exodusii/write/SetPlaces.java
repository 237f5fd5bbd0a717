package dev.exodusii.write;

import java.util.NoSuchElementException;

/// Where the values of one set go. Used by the thread that uses the writer.
///
/// Methods throw [NoSuchElementException] where the definition has no such values, as for a set without entries.
public final class SetPlaces extends EntityPlaces {

    private final SetDefinition set;

    SetPlaces(ExodusWriter writer, SetDefinition set, int index) {
        super(writer, set, index);
        this.set = set;
    }

    /// Returns where the entries go: 1-based **numbers** of nodes, edges, faces or elements, as they are stored. For a side
    /// set, the elements.
    ///
    /// @return the place of one value for each entry
    public IntegerPlace entries() {
        return integers(set.kind().convention().entries(), 0);
    }

    /// Returns where the entries go: 0-based **indexes** of nodes, edges, faces or elements, to which 1 is added on the way.
    /// For a side set, the elements.
    ///
    /// @return the place of one value for each entry
    public IntegerPlace entryIndexes() {
        return integers(set.kind().convention().entries(), 1);
    }

    /// Returns where the sides of a side set go: for each entry, the 1-based number of the side of its element.
    ///
    /// @return the place of one value for each entry
    /// @throws NoSuchElementException when it is no side set
    public IntegerPlace sides() {
        return integers(set.kind().convention().secondList(), 0);
    }

    /// Returns where the orientations of an edge or face set go: +1 or -1 for each entry.
    ///
    /// @return the place of one value for each entry
    /// @throws NoSuchElementException when the definition has none
    public IntegerPlace orientations() {
        return integers(set.kind().convention().secondList(), 0);
    }

    /// Returns where the distribution factors go: one for each entry, for a side set one for each node of each side.
    ///
    /// @return the place of as many values as the definition says
    /// @throws NoSuchElementException when the definition has none
    public RealPlace distributionFactors() {
        return reals(set.kind().convention().factors());
    }
}
