package dev.exodusii.grid;

/// The faces between the cells of a grid: first those at right angles to x, then to y, then to z.
///
/// @param lattice the grid
record PolyhedralFaces(Lattice lattice) {

    private static final int AXES = 3;

    /// How many faces there are along an axis of the cells when they are at right angles to another.
    private long along(int axis, int normal) {
        return lattice.cells()[axis] + (axis == normal ? 1 : 0);
    }

    private long count(int normal) {
        return along(0, normal) * along(1, normal) * along(2, normal);
    }

    long count() {
        return count(0) + count(1) + count(2);
    }

    /// Returns the 0-based index of the face at the lower end of a cell; that of the next cell is at the upper end.
    long index(int normal, long x, long y, long z) {
        long before = 0;
        for (int axis = 0; axis < normal; axis++) {
            before += count(axis);
        }
        return before + x + along(0, normal) * (y + along(1, normal) * z);
    }

    /// Visits the faces in order.
    <X extends Exception> void forEach(Visitor<X> visitor) throws X {
        long[] nodes = new long[4];
        for (int normal = 0; normal < AXES; normal++) {
            int first = (normal + 1) % AXES;
            int second = (normal + 2) % AXES;
            for (long z = 0; z < along(2, normal); z++) {
                for (long y = 0; y < along(1, normal); y++) {
                    for (long x = 0; x < along(0, normal); x++) {
                        for (int corner = 0; corner < nodes.length; corner++) {
                            long[] place = {2 * x, 2 * y, 2 * z};
                            place[first] += corner == 1 || corner == 2 ? 2 : 0;
                            place[second] += corner >= 2 ? 2 : 0;
                            nodes[corner] = lattice.index(place[0], place[1], place[2]);
                        }
                        visitor.visit(nodes);
                    }
                }
            }
        }
    }

    /// Gets the nodes of faces.
    @FunctionalInterface
    interface Visitor<X extends Exception> {
        void visit(long... nodes) throws X;
    }
}
