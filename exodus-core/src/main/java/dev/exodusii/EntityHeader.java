package dev.exodusii;

/// What the arrays of ids, status and names say about one entity, and how many entries it has.
///
/// @param index  its 0-based position among its kind
/// @param id     its id
/// @param name   its name, may be empty
/// @param suffix what its numbered names end in: its 1-based position, or the id for assemblies and blobs
/// @param isNull whether it is an empty placeholder
/// @param size   how many entries it has, 0 for maps, which have as many as there are things
record EntityHeader(int index, long id, String name, String suffix, boolean isNull, long size) {}
