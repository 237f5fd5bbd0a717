package dev.exodusii;

/// What the arrays of ids, status and names say about one entity.
///
/// @param index  its 0-based position among its kind
/// @param id     its id
/// @param name   its name, may be empty
/// @param suffix what its numbered names end in
/// @param isNull whether it is an empty placeholder
record EntityHeader(int index, long id, String name, String suffix, boolean isNull) {}
