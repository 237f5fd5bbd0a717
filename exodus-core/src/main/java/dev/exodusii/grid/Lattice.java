package dev.exodusii.grid;

/// The nodes of a grid, in rows along x. Places are counted in halves of cells: even ones are corners.
///
/// @param shape says which places have nodes
/// @param cells the number of cells along x, y and z; 0 where the mesh has no such axis
record Lattice(GridShape shape, long... cells) {

    private static final int AXES = 3;

    /// Tells whether a place has a node, by what along its axes is odd.
    private boolean hasNode(long x, long y, long z) {
        long odd = (x & 1) + (y & 1) + (z & 1);
        return switch (shape.nodes()) {
            case ALL -> true;
            case CORNERS -> odd == 0;
            case CORNERS_AND_EDGES -> odd <= 1;
            case CORNERS_AND_CENTRES -> odd == 0 || odd == AXES;
        };
    }

    /// Returns the number of nodes in a row.
    long inRow(long y, long z) {
        return (hasNode(0, y, z) ? cells[0] + 1 : 0) + (hasNode(1, y, z) ? cells[0] : 0);
    }

    private long inPlane(long z) {
        return (cells[1] + 1) * inRow(0, z) + cells[1] * inRow(1, z);
    }

    long nodes() {
        return (cells[2] + 1) * inPlane(0) + cells[2] * inPlane(1);
    }

    /// Returns the index of the first node of a row.
    long rowStart(long y, long z) {
        return (z + 1) / 2 * inPlane(0) + z / 2 * inPlane(1) + (y + 1) / 2 * inRow(0, z) + y / 2 * inRow(1, z);
    }

    /// Returns where the n-th node of a row is.
    long x(long inRow, long y, long z) {
        return hasNode(0, y, z) && hasNode(1, y, z) ? inRow : 2 * inRow + (hasNode(0, y, z) ? 0 : 1);
    }

    /// Returns the 0-based index of the node at a place that has one.
    long index(long x, long y, long z) {
        return rowStart(y, z) + (hasNode(0, y, z) && hasNode(1, y, z) ? x : x / 2);
    }

    /// Returns the number of cells.
    long cellCount() {
        return Math.multiplyExact(cells[0], Math.multiplyExact(Math.max(1, cells[1]), Math.max(1, cells[2])));
    }

    /// Visits all nodes of a side of the grid, or all there are.
    ///
    /// @param axis    the axis at right angles to the side; -1 for all nodes
    /// @param place   where on the axis the side is
    /// @param visitor gets the nodes in ascending order
    <X extends Exception> void forEach(int axis, long place, Visitor<X> visitor) throws X {
        for (long z = axis == 2 ? place : 0; z <= (axis == 2 ? place : 2 * cells[2]); z++) {
            for (long y = axis == 1 ? place : 0; y <= (axis == 1 ? place : 2 * cells[1]); y++) {
                if (axis == 0 && hasNode(place, y, z)) {
                    visitor.visit(index(place, y, z), place, y, z);
                } else if (axis != 0) {
                    long start = rowStart(y, z);
                    long count = inRow(y, z);
                    for (long i = 0; i < count; i++) {
                        visitor.visit(start + i, x(i, y, z), y, z);
                    }
                }
            }
        }
    }

    /// Gets nodes.
    @FunctionalInterface
    interface Visitor<X extends Exception> {
        void visit(long index, long x, long y, long z) throws X;
    }

    /// Returns how many nodes are on a side.
    long count(int axis, long place) {
        long count = 0;
        for (long z = axis == 2 ? place : 0; z <= (axis == 2 ? place : 2 * cells[2]); z++) {
            for (long y = axis == 1 ? place : 0; y <= (axis == 1 ? place : 2 * cells[1]); y++) {
                count += axis == 0 ? (hasNode(place, y, z) ? 1 : 0) : inRow(y, z);
            }
        }
        return count;
    }
}
