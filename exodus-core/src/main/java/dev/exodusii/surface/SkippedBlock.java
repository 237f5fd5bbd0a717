package dev.exodusii.surface;

import dev.exodusii.ElementBlock;

/// A block of which nothing can be drawn.
///
/// @param block  the block
/// @param reason why, in words for a person
public record SkippedBlock(ElementBlock block, String reason) {}
