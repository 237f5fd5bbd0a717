package dev.exodusii.surface;

import org.jspecify.annotations.Nullable;

/// Which rows of a variable belong to the nodes of a surface, or to its triangles, lines or points; and the loops that make
/// floats of them at a time between two steps. The loops for one step are those of [SurfaceValues], see
/// [BlendReader].
///
/// @param indexes 0-based indexes of rows
/// @param via     for each item where in `indexes` its row is; nothing where they are one for each item
/// @param count   how many items there are
record Rows(int[] indexes, int @Nullable [] via, int count) {

    private static final int AXES = Positions.AXES;

    int of(int item) {
        int[] way = via;
        return indexes[way == null ? item : way[item]];
    }

    FloatFiller values(BlendReader values) {
        return (from, count, to, at) -> {
            for (int i = 0; i < count; i++) {
                to[at + i] = values.getFloat(of(from + i));
            }
        };
    }

    FloatFiller lengths(BlendReader[] components) {
        return (from, count, to, at) -> {
            for (int i = 0; i < count; i++) {
                to[at + i] = (float) BlendReader.length(components, of(from + i));
            }
        };
    }

    FloatFiller vectors(BlendReader[] components) {
        return (from, count, to, at) -> {
            for (int axis = 0; axis < AXES; axis++) {
                for (int i = 0; i < count; i++) {
                    to[at + AXES * i + axis] = axis < components.length ? components[axis].getFloat(of(from + i)) : 0;
                }
            }
        };
    }

    /// @param rest where the nodes are that the rows belong to, x, y, z, x, y, z...
    FloatFiller displaced(double[] rest, BlendReader[] components, double scale) {
        return (from, count, to, at) -> {
            for (int axis = 0; axis < AXES; axis++) {
                for (int i = 0; i < count; i++) {
                    double place = rest[AXES * (from + i) + axis];
                    to[at + AXES * i + axis] = (float) (axis < components.length
                            ? place + scale * components[axis].get(of(from + i)) : place);
                }
            }
        };
    }
}
