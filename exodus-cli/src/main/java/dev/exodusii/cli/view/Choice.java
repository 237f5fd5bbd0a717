package dev.exodusii.cli.view;

import dev.exodusii.EntityKind;
import dev.exodusii.cli.render.Camera;
import dev.exodusii.cli.render.ColourMap;
import dev.exodusii.cli.view.Facts.Part;
import dev.exodusii.statistics.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the user wants to see. Immutable; the methods return changed copies.
///
/// @param hidden   the 0-based positions of blocks that are not shown
/// @param sets     the sets that are shown on top
/// @param colour   what colours stand for; nothing for one colour for each block
/// @param colours  which colours stand for values
/// @param range    which values the ends of the colours stand for
/// @param step     the 0-based time step
/// @param move     the vector that nodes are moved by; nothing for the mesh as it was
/// @param scale    by which movements are multiplied
/// @param hasEdges whether the edges of elements are shown
/// @param camera   from where it is looked at
/// @param width    the width of the picture in pixels
/// @param height   the height of the picture in pixels
record Choice(Set<Integer> hidden, Set<Part> sets, Optional<Quantity> colour, ColourMap colours, RangeRule range,
        long step, Optional<Quantity> move, double scale, boolean hasEdges, Camera camera, int width, int height) {

    Choice {
        hidden = Set.copyOf(hidden);
        sets = Set.copyOf(sets);
    }

    Choice with(Camera other) {
        return new Choice(hidden, sets, colour, colours, range, step, move, scale, hasEdges, other, width, height);
    }

    Choice sized(int newWidth, int newHeight) {
        return new Choice(hidden, sets, colour, colours, range, step, move, scale, hasEdges, camera, newWidth, newHeight);
    }

    Choice at(long otherStep) {
        return new Choice(hidden, sets, colour, colours, range, otherStep, move, scale, hasEdges, camera, width, height);
    }

    Choice coloured(Optional<Quantity> other) {
        return new Choice(hidden, sets, other, colours, range, step, move, scale, hasEdges, camera, width, height);
    }

    Choice ranged(RangeRule other) {
        return new Choice(hidden, sets, colour, colours, other, step, move, scale, hasEdges, camera, width, height);
    }

    Choice deformed(Optional<Quantity> vector, double factor) {
        return new Choice(hidden, sets, colour, colours, range, step, vector, factor, hasEdges, camera, width, height);
    }

    Choice edged(boolean isWanted) {
        return new Choice(hidden, sets, colour, colours, range, step, move, scale, isWanted, camera, width, height);
    }

    Choice coloured(ColourMap other) {
        return new Choice(hidden, sets, colour, other, range, step, move, scale, hasEdges, camera, width, height);
    }

    /// Tells whether a block or a set is shown.
    boolean shows(Part part) {
        return part.kind() == EntityKind.ELEMENT_BLOCK ? !hidden.contains(part.index()) : sets.contains(part);
    }

    /// Shows or hides blocks and sets.
    Choice showing(List<Part> parts, boolean isShown) {
        Set<Integer> otherHidden = new HashSet<>(hidden);
        Set<Part> otherSets = new HashSet<>(sets);
        for (Part part : parts) {
            if (part.kind() != EntityKind.ELEMENT_BLOCK) {
                boolean _ = isShown ? otherSets.add(part) : otherSets.remove(part);
            } else {
                boolean _ = isShown ? otherHidden.remove(part.index()) : otherHidden.add(part.index());
            }
        }
        return new Choice(otherHidden, otherSets, colour, colours, range, step, move, scale, hasEdges, camera, width, height);
    }
}
