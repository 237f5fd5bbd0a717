package dev.exodusii.cli.view;

import dev.exodusii.cli.render.Bounds;
import dev.exodusii.cli.render.ColourScale;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// A finished picture of a choice. Nothing in it changes any more.
///
/// @param choice what it shows
/// @param image  the picture
/// @param isFine whether it was drawn with time for detail
/// @param time   the time of its step; NaN where there are no steps
/// @param scale  what its colours stand for; nothing where they stand for blocks
/// @param legend what stands above the colours
/// @param note   what a person should know of it, empty for nothing
/// @param bounds a box that holds all blocks that are seen, where the step has moved them to
record Shown(Choice choice, BufferedImage image, boolean isFine, double time, Optional<ColourScale> scale, String legend,
        String note, Bounds bounds) {}
