package dev.exodusii;

import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.RealMatrix;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Real numbers that each entry of a block or set, or each node, carries all the time: the thickness of a shell, the
/// radius of a sphere (`exodus-format` §2.8).
///
/// @param names          one name for each attribute as stored; empty texts where nothing is stored
/// @param labels         the names, or where there are none what the elements' shape implies, such as `thickness`
/// @param hasStoredNames whether the file has a list of names, be they empty
/// @param values         (entries x attributes)
public record EntryAttributes(List<String> names, List<String> labels, boolean hasStoredNames, RealMatrix values) {

    static EntryAttributes of(Entity entity) {
        Convention names = entity.convention();
        Optional<ArrayView> values = entity.isNull() ? Optional.empty()
                : entity.storage().values(entity.numbered(names.attributes()));
        List<String> implied = entity instanceof ElementBlock block
                ? ImpliedAttributeNames.of(block.elementType(), block.storage().length("num_dim"),
                        block.nodesPerEntry(), count(values))
                : List.of();
        return of(entity.storage(), values, entity.numbered(names.attributeNames()), implied, entity.size());
    }

    static EntryAttributes ofNodes(Storage storage) {
        Convention names = EntityKind.NODAL.convention();
        return of(storage, storage.values(names.attributes()), names.attributeNames(), List.of(),
                storage.length("num_nodes"));
    }

    private static EntryAttributes of(Storage storage, Optional<ArrayView> stored, String namesVariable,
            List<String> implied, long entries) {
        Optional<RealMatrix> values = stored.filter(SeriesShape::isNumeric)
                .map(all -> all.rank() == 1 ? all.asColumn() : all)
                // Of no entries there may be any number of attributes: a width that is borne out by nothing.
                .filter(all -> all.rank() == 2 && all.length(0) == entries && entries > 0).map(ArrayView::realMatrix);
        int count = values.map(matrix -> Math.toIntExact(matrix.columns())).orElse(0);
        List<String> names = count == 0 ? List.of() : storage.names(namesVariable, count);
        boolean isStored = count > 0 && storage.variable(namesVariable).isPresent();
        boolean isBlank = names.stream().allMatch(String::isEmpty);
        return new EntryAttributes(names, isBlank && implied.size() == count ? implied : names, isStored,
                values.orElseGet(() -> Empty.realMatrix(entries)));
    }

    private static long count(Optional<ArrayView> values) {
        return values.map(all -> all.rank() == 2 ? all.length(1) : 1).orElse(0L);
    }

    /// Returns the number of attributes of each entry.
    public int size() {
        return names.size();
    }

    /// Tells whether the entries have no attributes.
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /// Returns one attribute of all entries.
    ///
    /// @param index the 0-based position of the attribute
    /// @return a view of one value for each entry
    /// @throws IndexOutOfBoundsException when there is no such attribute
    public RealView attribute(int index) {
        return values.column(index);
    }

    /// Returns one attribute of all entries.
    ///
    /// @param name the attribute's name, as in [#labels]
    /// @return a view of one value for each entry
    /// @throws NoSuchElementException when there is no such attribute; the message names similar ones
    public RealView attribute(String name) {
        int index = labels.indexOf(name);
        if (index < 0) {
            throw new NoSuchElementException("no attribute is called '" + name + "'" + NearMatches.hint(name, labels));
        }
        return values.column(index);
    }
}
