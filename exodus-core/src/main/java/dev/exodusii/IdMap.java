package dev.exodusii;

import dev.exodusii.view.IntegerView;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// The ids that users know nodes, elements, edges or faces by (`exodus-format` §2.10).
///
/// Ids are labels: connectivity and sets never use them. They need not be sorted, positive, contiguous or unique. A
/// file without stored ids means 1, 2, 3...; so does one whose list cannot be used, and then the file's findings say why.
/// Immutable and safe for use by many threads.
public final class IdMap {

    private final Optional<IntegerView> stored;
    private final long size;

    IdMap(Optional<IntegerView> stored, long size) {
        this.stored = stored.filter(ids -> ids.size() == size);
        this.size = size;
    }

    /// Returns the number of ids.
    public long size() {
        return size;
    }

    /// Returns the stored ids, or nothing when the file leaves them out and they are 1, 2, 3...
    public Optional<IntegerView> stored() {
        return stored;
    }

    /// Returns the id at an index.
    ///
    /// @param index the 0-based index of the node, element, edge or face
    /// @return its id
    /// @throws IndexOutOfBoundsException when there is no such index
    public long id(long index) {
        return stored.isPresent() ? stored.get().get(index) : Objects.checkIndex(index, size) + 1;
    }

    /// Returns the id of what other lists of the file name, where the map may be shorter than they think: the id, or the
    /// 1-based number where the map has none.
    ///
    /// @param index the 0-based index, whatever it is
    /// @return the id or the number
    public long idOrNumber(long index) {
        return index >= 0 && index < size ? id(index) : index + 1;
    }

    /// Finds the index that has an id, by looking through stored ids one by one: some milliseconds for millions.
    ///
    /// @param id the id
    /// @return the first 0-based index with that id, or nothing
    public OptionalLong indexOf(long id) {
        long index = stored.isPresent() ? stored.get().indexOf(id) : id >= 1 && id <= size ? id - 1 : -1;
        return index < 0 ? OptionalLong.empty() : OptionalLong.of(index);
    }
}
