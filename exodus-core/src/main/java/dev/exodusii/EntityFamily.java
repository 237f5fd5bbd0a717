package dev.exodusii;

/// What the entities of one kind have in common.
///
/// @param storage   the container
/// @param variables where their variables are found
/// @param kind      the kind
record EntityFamily(Storage storage, Variables variables, EntityKind kind) {}
