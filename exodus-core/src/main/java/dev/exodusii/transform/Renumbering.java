package dev.exodusii.transform;

/// Which of the nodes, elements, edges, faces or entries of a set stay, and which 0-based index each has then. Those that
/// stay keep their order.
sealed interface Renumbering permits WholeNumbering, RangeNumbering, BitNumbering, PartNumbering {

    /// Returns how many there were.
    long oldCount();

    /// Returns how many stay.
    long newCount();

    /// Returns the new index of an old one; -1 for what is dropped or was never there.
    long newIndex(long oldIndex);

    /// Returns the first old index from one on that stays; [#oldCount] where none does.
    long nextKept(long from);

    /// Returns the first old index from one on that is dropped; [#oldCount] where none is.
    long nextDropped(long from);

    /// Tells whether all stay.
    default boolean isWhole() {
        return newCount() == oldCount();
    }

    /// Changes a stored 1-based number. Numbers of nothing, which damaged files have, stay what they are: what there is
    /// has smaller numbers afterwards, so that they mean nothing still.
    default long newNumber(long oldNumber) {
        long changed = newIndex(oldNumber - 1);
        return changed < 0 ? oldNumber : changed + 1;
    }

    /// Returns those of a range of old indexes, such as the elements of one block, counted from its start.
    default Renumbering part(long from, long count) {
        return isWhole() ? new WholeNumbering(count) : PartNumbering.of(this, from, count);
    }
}
