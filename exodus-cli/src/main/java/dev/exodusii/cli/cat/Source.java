package dev.exodusii.cli.cat;

import java.util.List;
import java.util.function.IntFunction;

/// What is to be printed: slabs that all have the same columns, made one after the other when their turn comes.
///
/// @param count how many slabs there are
/// @param slabs makes the slab of an index
/// @param shape the shape of all values as an array, when nothing is left out
public record Source(int count, IntFunction<Slab> slabs, List<Long> shape) {

    /// Makes a source of one slab.
    ///
    /// @param slab  the slab
    /// @param shape the shape of its values
    /// @return the source
    public static Source of(Slab slab, List<Long> shape) {
        return new Source(1, _ -> slab, shape);
    }

    /// Returns the slab of an index.
    ///
    /// @param index its 0-based index
    /// @return the slab
    public Slab slab(int index) {
        return slabs.apply(index);
    }
}
