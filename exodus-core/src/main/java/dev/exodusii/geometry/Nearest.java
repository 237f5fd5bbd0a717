package dev.exodusii.geometry;

import java.util.Optional;

/// What a search came to.
///
/// @param found   what is nearest, or nothing when nothing could be looked at
/// @param skipped how many nodes or elements could not be looked at: nodes without finite coordinates; elements with such
///                nodes, with nodes that do not exist, or of a type without a shape
/// @param <T>     what was looked for
public record Nearest<T>(Optional<T> found, long skipped) {}
