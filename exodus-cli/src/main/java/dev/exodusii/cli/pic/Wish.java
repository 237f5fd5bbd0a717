package dev.exodusii.cli.pic;

import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.cli.render.ColourMap;
import dev.exodusii.cli.render.Rotation;
import dev.exodusii.statistics.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a picture is to look like.
///
/// @param title      what the file is called in the picture
/// @param timeUnit   the unit of times; empty where it is not known
/// @param quantity   what gives the colours; nothing for a colour for each block
/// @param deform     how nodes are moved, if they are
/// @param isShown    which blocks are shown
/// @param sets       side sets and node sets that are drawn on top
/// @param edges      which edges are drawn
/// @param range      which values get the first and the last colour
/// @param low        the value of the first colour, where the range is given
/// @param high       the value of the last colour, where the range is given
/// @param colours    the colours of values
/// @param view       from where it is seen; nothing for the usual side
/// @param zoom       how much larger than the picture allows
/// @param background red, green, blue and alpha of the background, alpha first
/// @param hasLegend  whether there are words and a legend
/// @param width      how wide it is, in pixels
/// @param height     how high it is, in pixels
public record Wish(String title, String timeUnit, Optional<Quantity> quantity, Optional<Displacement> deform,
        Predicate<ElementBlock> isShown, List<Entity> sets, Edges edges, Range range, double low, double high,
        ColourMap colours, Optional<Rotation> view, double zoom, int background, boolean hasLegend, int width, int height) {

    /// Which edges are drawn.
    public enum Edges {
        /// None.
        NONE,
        /// Those that show the form.
        FEATURE,
        /// Those of all elements.
        MESH
    }

    /// Which values get the first and the last colour.
    public enum Range {
        /// The smallest and the largest of all pictures.
        DRAWN,
        /// The smallest and the largest of each picture.
        STEP,
        /// The smallest and the largest of all steps of the file.
        ALL,
        /// Those that were given.
        GIVEN
    }

    /// Makes the record; the list is copied.
    public Wish {
        sets = List.copyOf(sets);
    }
}
