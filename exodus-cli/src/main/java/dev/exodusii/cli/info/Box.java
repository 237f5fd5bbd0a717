package dev.exodusii.cli.info;

import dev.exodusii.Coordinates;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The smallest box around all nodes.
///
/// @param axes the extent along each axis
/// @param type the type of the coordinates
public record Box(List<MinMax> axes, ElementType type) {

    /// Coordinates of more bytes than these are read only on demand.
    private static final long CHEAP_BYTES = 64_000_000;

    /// Tells whether finding the box takes no longer than a person notices.
    ///
    /// @param file the open file
    /// @return whether its coordinates are small
    public static boolean isCheap(ExodusFile file) {
        return file.nodeCount() <= CHEAP_BYTES / Double.BYTES / Math.max(1, file.dimension());
    }

    /// Finds the box; reads all coordinates.
    ///
    /// @param file the open file
    /// @return the box, or nothing when there are no nodes or their coordinates are missing
    public static Optional<Box> of(ExodusFile file) {
        Coordinates coordinates = file.coordinates();
        if (coordinates.size() == 0 || coordinates.dimension() == 0) {
            return Optional.empty();
        }
        try {
            List<MinMax> axes = new ArrayList<>();
            for (RealView axis : coordinates.axes()) {
                axes.add(axis.minMax());
            }
            return Optional.of(new Box(List.copyOf(axes), coordinates.axis(0).type()));
        } catch (DamagedDataException missing) {
            // The findings tell.
            return Optional.empty();
        }
    }
}
