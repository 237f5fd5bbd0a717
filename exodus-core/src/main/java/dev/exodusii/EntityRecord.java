package dev.exodusii;

/// What every entity is made of; keeps constructors short.
///
/// @param family what it has in common with the others of its kind
/// @param header what the arrays of ids, status and names say about it
record EntityRecord(EntityFamily family, EntityHeader header) {

    /// Returns a numbered name of its own, from the part before the number.
    String numbered(String prefix) {
        return prefix + header.suffix();
    }

    Convention convention() {
        return family.kind().convention();
    }
}
