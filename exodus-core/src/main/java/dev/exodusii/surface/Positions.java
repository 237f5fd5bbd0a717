package dev.exodusii.surface;

import dev.exodusii.Coordinates;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import org.jspecify.annotations.Nullable;

/// Where the nodes of a mesh are. Axes that the mesh has not, or whose values the file lacks, are 0.
final class Positions {

    static final int AXES = 3;

    private final @Nullable NodeReader[] axes = new NodeReader[AXES];

    Positions(ExodusFile file) {
        Coordinates coordinates = file.coordinates();
        for (int axis = 0; axis < coordinates.dimension(); axis++) {
            try {
                axes[axis] = NodeReader.of(coordinates.axis(axis));
            } catch (DamagedDataException damaged) {
                axes[axis] = null;
            }
        }
    }

    /// Returns the coordinates along an axis, null where they are all 0.
    @Nullable NodeReader axis(int axis) {
        return axes[axis];
    }

    double[] of(int node) {
        double[] position = new double[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            NodeReader values = axes[axis];
            position[axis] = values == null ? 0 : values.get(node);
        }
        return position;
    }

    /// Returns x, y, z, x, y, z... of some nodes.
    double[] gather(int[] nodes) {
        double[] positions = new double[Math.multiplyExact(AXES, nodes.length)];
        for (int axis = 0; axis < AXES; axis++) {
            NodeReader values = axes[axis];
            if (values != null) {
                gather(values, nodes, positions, axis);
            }
        }
        return positions;
    }

    private static void gather(NodeReader values, int[] nodes, double[] positions, int axis) {
        for (int i = 0; i < nodes.length; i++) {
            positions[AXES * i + axis] = values.get(nodes[i]);
        }
    }
}
