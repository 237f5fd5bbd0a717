package dev.exodusii.compare;

import dev.exodusii.Entity;

/// A block, set or assembly as it is matched with one of the other file.
///
/// @param entity      what it is
/// @param name        its name in lower case, or one made of its id
/// @param isGenerated whether the name is made up
record Part(Entity entity, String name, boolean isGenerated) {

    long id() {
        return entity.id();
    }

    long size() {
        return entity.size();
    }
}
