package dev.exodusii.topology;

/// The kind of shape an element type belongs to, whatever its number of nodes (`exodus-format` §3.1).
public enum Family {
    /// A point: sphere, circle, particle.
    SPHERE(0, 1),
    /// A line that carries bending. Its two sides are the whole line, forwards and backwards.
    BEAM(1, 2),
    /// Any other line: truss, bar, rod, edge, line. Its two sides are its end nodes.
    BAR(1, 2),
    /// A spring: a line without sides.
    SPRING(1, 2),
    /// The shell of a plane mesh: a line whose two sides are its two faces.
    SHELL_LINE(1, 2),
    /// A triangle: three sides in a plane mesh; two faces and three edges as sides in a spatial one.
    TRI(2, 3),
    /// A triangular shell: two faces and three edges as sides.
    TRISHELL(2, 3),
    /// A quadrilateral: its four edges as sides, also in a spatial mesh.
    QUAD(2, 4),
    /// A quadrilateral shell: two faces and four edges as sides.
    SHELL(2, 4),
    /// A tetrahedron.
    TET(3, 4),
    /// A pyramid over a quadrilateral.
    PYRAMID(3, 5),
    /// A wedge: a prism over a triangle.
    WEDGE(3, 6),
    /// A hexahedron.
    HEX(3, 8),
    /// Polygons, each with its own number of nodes. Side *k* of one joins its nodes *k* and *k* + 1, the last and the
    /// first.
    NSIDED(2, 0),
    /// Polyhedra, each with its own number of faces. Side *k* of one is its *k*-th face.
    NFACED(3, 0),
    /// A superelement: nodes without a shape.
    SUPER(0, 0),
    /// A Bézier element: half of what looks like nodes are indexes of constraint vectors (`exodus-format` §2.17).
    BEZIER(0, 0),
    /// The type of a block without elements.
    NULL(0, 0),
    /// A type that is not known here: its connectivity can be read, but nothing is known of its shape.
    UNKNOWN(0, 0);

    private final int dimension;
    private final int cornerCount;

    Family(int dimension, int cornerCount) {
        this.dimension = dimension;
        this.cornerCount = cornerCount;
    }

    /// Returns the parametric dimension: 0 for points, 1 for lines, 2 for surfaces, 3 for solids, and 0 where there is
    /// no shape to speak of.
    public int dimension() {
        return dimension;
    }

    /// Returns the number of corner nodes, 0 where it varies or is unknown.
    public int cornerCount() {
        return cornerCount;
    }
}
