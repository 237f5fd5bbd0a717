package dev.exodusii.cli.hist;

import dev.exodusii.Entity;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.near.PlaceText;

/// A place at which variables are looked at.
sealed interface Place {

    /// How places are spelt, in a few words.
    String SPELLING = "places are such as node:471, elem:12, elem:#11, nset:4 (all its nodes), #0 (the first entry of a"
            + " set or block) or a point 0.034,0.06";

    /// Returns what the user typed.
    String text();

    /// A node, element, edge or face.
    ///
    /// @param text  what the user typed
    /// @param entry which of the four
    /// @param index its 0-based index in the whole mesh
    record OfEntry(String text, Entry entry, long index) implements Place {}

    /// All entries of a set, or one block, set, assembly or blob as a whole.
    ///
    /// @param text   what the user typed
    /// @param entity the entity
    record OfEntity(String text, Entity entity) implements Place {}

    /// A point in space.
    ///
    /// @param point the point
    record OfPoint(PlaceText point) implements Place {
        @Override
        public String text() {
            return point.text();
        }
    }

    /// An entry of whatever block or set the variable is on.
    ///
    /// @param text  what the user typed
    /// @param index its 0-based index there
    record OfIndex(String text, long index) implements Place {}

    static Place parse(ExodusFile file, String text) {
        if (text.matches("#[0-9]{1,18}")) {
            return new OfIndex(text, Long.parseLong(text.substring(1)));
        }
        if (text.matches("[-+.0-9].*")) {
            return new OfPoint(PlaceText.parse(text));
        }
        if (text.indexOf(':') < 0) {
            throw AbsentException.syntax("'" + text + "' is no place", SPELLING);
        }
        return switch (Address.parse(file, text)) {
            case Address.OfEntry found -> new OfEntry(text, found.entry(), found.index());
            case Address.OfEntity found when found.entity() instanceof EntitySet
                    || !found.entity().reductionVariables().isEmpty() -> new OfEntity(text, found.entity());
            case Address.OfEntity _, Address.OfVariable _, Address.OfAttributes _, Address.OfFactors _,
                    Address.OfPart _ ->
                    throw AbsentException.syntax("'" + text + "' is no place", SPELLING);
        };
    }
}
