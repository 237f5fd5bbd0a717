package dev.exodusii.netcdf;

import org.jspecify.annotations.Nullable;

/// Where in the header the parser is, turned into words only when something is wrong there.
///
/// @param outer the variable that an attribute belongs to
/// @param kind  `dimension`, `attribute` or `variable`; empty for the header itself
/// @param index the 0-based position in the list
/// @param name  the name, empty until it is known
record Place(@Nullable Place outer, String kind, int index, String name) {

    static final Place HEADER = new Place(null, "", 0, "");

    Place item(String itemKind, int itemIndex) {
        return new Place(kind.isEmpty() ? null : this, itemKind, itemIndex, "");
    }

    Place named(String itemName) {
        return new Place(outer, kind, index, itemName);
    }

    /// Returns the place in the notation of CDL: `coordx`, `coordx:units` or, for the file's own, `:title`.
    String path() {
        return kind.equals("attribute") ? (outer == null ? "" : outer.path()) + ":" + name : name;
    }

    /// Returns the beginning of a message, such as `variable 'coordx' (index 2): `.
    @Override
    public String toString() {
        if (kind.isEmpty()) {
            return "";
        }
        return (outer == null ? "" : outer)
                + kind + (name.isEmpty() ? " at index " + index : " " + Names.quote(name) + " (index " + index + ")")
                + ": ";
    }
}
