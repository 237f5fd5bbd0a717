package dev.exodusii.surface;

import dev.exodusii.ElementBlock;
import java.util.function.Predicate;

/// What a surface is to show of a mesh.
///
/// Immutable; the methods return changed copies. It is as safe for use by many threads as the condition is.
///
/// @param isVisible        which element blocks are shown; those that are not are as if they were not there, so that faces
///                         towards them become visible
/// @param withInterfaces   whether faces between two visible blocks are shown too: each such face occurs twice, from either
///                         block with its own outward side, so that the surface of each block is closed
/// @param withMidSideNodes whether the nodes between corners are used: a face of eight nodes is then six triangles that
///                         follow its curve, otherwise two
public record SurfaceOptions(Predicate<ElementBlock> isVisible, boolean withInterfaces, boolean withMidSideNodes) {

    private static final SurfaceOptions DEFAULT = new SurfaceOptions(_ -> true, false, false);

    /// Returns the choice to begin with: all blocks, no faces between them, corners only.
    public static SurfaceOptions standard() {
        return DEFAULT;
    }

    /// Returns the same for some blocks only.
    ///
    /// @param condition which blocks are shown
    /// @return the changed copy
    public SurfaceOptions onlyBlocks(Predicate<ElementBlock> condition) {
        return new SurfaceOptions(condition, withInterfaces, withMidSideNodes);
    }

    /// Returns the same with faces between visible blocks.
    ///
    /// @return the changed copy
    public SurfaceOptions andInterfaces() {
        return new SurfaceOptions(isVisible, true, withMidSideNodes);
    }

    /// Returns the same with the nodes between corners.
    ///
    /// @return the changed copy
    public SurfaceOptions andMidSideNodes() {
        return new SurfaceOptions(isVisible, withInterfaces, true);
    }
}
