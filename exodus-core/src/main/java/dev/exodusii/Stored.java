package dev.exodusii;

import dev.exodusii.view.ArrayView;

/// One variable's values as they lie in the file.
///
/// @param variableIndex the 0-based position of the variable among those of its kind
/// @param values        the values, not yet checked against the entity
record Stored(int variableIndex, ArrayView values) {}
