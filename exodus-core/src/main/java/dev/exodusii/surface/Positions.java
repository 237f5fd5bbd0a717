package dev.exodusii.surface;

import dev.exodusii.Coordinates;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.view.RealView;
import org.jspecify.annotations.Nullable;

/// Where the nodes of a mesh are. Axes that the mesh has not, or whose values the file lacks, are 0.
final class Positions {

    static final int AXES = 3;

    private final @Nullable RealView[] axes = new RealView[AXES];

    Positions(ExodusFile file) {
        Coordinates coordinates = file.coordinates();
        for (int axis = 0; axis < coordinates.dimension(); axis++) {
            try {
                axes[axis] = coordinates.axis(axis);
            } catch (DamagedDataException damaged) {
                axes[axis] = null;
            }
        }
    }

    /// Returns the coordinates along an axis, null where they are all 0.
    @Nullable RealView axis(int axis) {
        return axes[axis];
    }

    double[] of(int node) {
        double[] position = new double[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            RealView values = axes[axis];
            position[axis] = values == null ? 0 : values.get(node);
        }
        return position;
    }

    /// Returns x, y, z, x, y, z... of some nodes.
    double[] gather(int[] nodes) {
        double[] positions = new double[Math.multiplyExact(AXES, nodes.length)];
        double[] one = new double[nodes.length];
        for (int axis = 0; axis < AXES; axis++) {
            RealView values = axes[axis];
            if (values != null) {
                values.gather(nodes, one);
                for (int i = 0; i < one.length; i++) {
                    positions[AXES * i + axis] = one[i];
                }
            }
        }
        return positions;
    }
}
