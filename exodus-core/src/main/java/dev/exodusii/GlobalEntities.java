package dev.exodusii;

import dev.exodusii.view.IntegerView;
import java.util.Optional;
import java.util.OptionalLong;

/// The blocks or sets of one kind in the whole mesh of which a file holds a part (`exodus-format` §2.15).
///
/// Each list has one value for each entity, as the file gives them; the counts of distribution factors are 0 in many
/// files although there are factors. The lists are views: every access to them throws [IllegalStateException] once the
/// file is closed.
///
/// @param kind         the kind of block or set
/// @param count        how many there are, absent when the file does not say; no file stores a count of 0
/// @param ids          their ids
/// @param sizes        how many elements, nodes or sides each has in the whole mesh
/// @param factorCounts how many distribution factors each set has in the whole mesh; always absent for blocks
public record GlobalEntities(EntityKind kind, OptionalLong count, Optional<IntegerView> ids,
        Optional<IntegerView> sizes, Optional<IntegerView> factorCounts) {}
