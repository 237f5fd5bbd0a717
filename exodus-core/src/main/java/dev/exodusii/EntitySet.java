package dev.exodusii;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.Optional;

/// A named selection of nodes, edges, faces, elements or sides of elements (`exodus-format` §2.9).
///
/// Entries are 1-based **numbers** in the order of the file; the order means something, since distribution factors
/// follow it, and an entry may occur twice.
public abstract sealed class EntitySet extends Entity permits NodeSet, EdgeSet, FaceSet, SideSet, ElementSet {

    private final long size;

    EntitySet(EntityRecord entity, long size) {
        super(entity);
        this.size = size;
    }

    /// Returns the number of entries.
    @Override
    public long size() {
        return size;
    }

    /// Returns the entries as stored: 1-based numbers of nodes, edges, faces or elements.
    ///
    /// @return a view of [#size] values
    /// @throws DamagedDataException when the file lacks the values although it has the entries
    public IntegerView entries() {
        return list(numbered(convention().entries()));
    }

    /// Returns the entries as 0-based **indexes**: [#entries] less 1.
    ///
    /// @return a view of the same memory
    public IntegerView entryIndexes() {
        return entries().plus(-1);
    }

    final IntegerView list(String name) {
        if (size == 0) {
            return Empty.integers();
        }
        IntegerView values = storage().requireIntegers(name,
                "is missing although " + this + " has " + size + " entries");
        if (values.size() != size) {
            throw new DamagedDataException(storage().container().name(), name,
                    "is " + values + " where " + size + " integers are expected");
        }
        return values;
    }

    /// Tells whether the file has distribution factors for this set.
    public boolean hasDistributionFactors() {
        return storedFactors().isPresent();
    }

    /// Returns the factors by which a load on the set is spread over it. Where the file has none, all are 1.
    ///
    /// There is one for each entry, but for a side set one for each node of each side, in the order of
    /// [SideSet#faces]. Writers do not always keep to that: look at the size before you pair them.
    ///
    /// @return the stored factors, or as many ones as there should be
    /// @throws DamagedDataException when there are no factors and the file lacks the entries, too
    public RealView distributionFactors() {
        return storedFactors().orElseGet(() -> Empty.ones(impliedFactorCount()));
    }

    long impliedFactorCount() {
        return entries().size();
    }

    private Optional<RealView> storedFactors() {
        return isNull() ? Optional.empty()
                : storage().values(numbered(convention().factors())).filter(SeriesShape::isNumeric)
                        .filter(values -> values.rank() <= 1 || values.isContiguous()).map(ArrayView::reals);
    }

    /// Returns the attributes that each entry has.
    public EntryAttributes attributes() {
        return EntryAttributes.of(this);
    }
}
