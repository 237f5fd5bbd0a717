package dev.exodusii.compare;

import java.util.Optional;

/// What the comparison of one variable over all steps came to.
///
/// @param kind      what it belongs to
/// @param name      its name in file 1
/// @param tolerance how closely it was compared
/// @param compared  how many pairs of values were compared
/// @param over      how many of them are too far apart
/// @param worst     those that are furthest apart, if any are too far
public record VariableResult(ComparedKind kind, String name, Tolerance tolerance, long compared, long over,
        Optional<ValueDifference> worst) {}
