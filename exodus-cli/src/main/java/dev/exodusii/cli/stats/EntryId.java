package dev.exodusii.cli.stats;

import dev.exodusii.cli.rows.RowWriter;
import java.util.OptionalLong;

/// What users know an entry by.
///
/// @param id   the id of a node, an element..., of a whole block or set for a reduction variable
/// @param side the 1-based side of the element, for sides
public record EntryId(long id, OptionalLong side) {

    /// Makes one for anything but a side.
    ///
    /// @param id the id
    /// @return both
    public static EntryId of(long id) {
        return new EntryId(id, OptionalLong.empty());
    }

    /// Returns it in one word; `12.3` is side 3 of element 12.
    public String text() {
        return id + (side.isPresent() ? "." + side.getAsLong() : "");
    }

    /// Adds a cell with it.
    ///
    /// @param rows where it goes
    public void write(RowWriter rows) {
        if (side.isPresent()) {
            rows.word(text());
        } else {
            rows.id(id);
        }
    }
}
