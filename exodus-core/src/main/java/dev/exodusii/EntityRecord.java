package dev.exodusii;

/// What every entity is made of; keeps constructors short.
///
/// @param storage   the container
/// @param variables where its variables are found
/// @param kind      its kind
/// @param index     its 0-based position among its kind
/// @param id        its id
/// @param name      its name, may be empty
/// @param suffix    what its numbered names end in: its 1-based position, or the id for assemblies and blobs
/// @param isNull    whether it is an empty placeholder
record EntityRecord(Storage storage, Variables variables, EntityKind kind, int index, long id, String name,
        String suffix, boolean isNull) {}
