package dev.exodusii.topology;

import java.util.Objects;

/// The shape of an element: how many nodes it has, and which of them make its corners, sides and edges.
///
/// Everything is an index here. A *node index* is a position in one element's row of the connectivity, from 0; the
/// element's corners come first. A *side index* is the side number that a side set stores, less 1; an *edge index*
/// counts the edges in the order of `exodus-format` §3.3. Indexes that do not exist throw [IndexOutOfBoundsException].
///
/// The sides of a solid are its faces, with the normal outwards by the right-hand rule. Each lists its corners, then
/// the nodes on its edges (from the first corner to the second, from the second to the third, ...), then the nodes in
/// its interior. A side set's distribution factors follow this order. It is the C library's order where that library is
/// consistent with itself; the few types where it is not are corrected (`exodus-format` §3.6).
///
/// Known shapes are shared instances. Two of them may have one name: the triangles of plane and of spatial meshes,
/// which differ in their sides. Instances are immutable and safe for any number of threads.
public final class Topology {

    private final Family family;
    private final String name;
    private final int nodeCount;
    private final int[][] sides;
    private final int[] sideCornerCounts;
    private final Topology[] sideTopologies;
    private final int[][] edges;
    private final int[][] sideEdges;

    /// Takes ownership of the arrays. `sideTopologies` is parallel to `sides`, or empty if each side is the element
    /// itself.
    Topology(Family family, String name, int nodeCount, int[][] sides, Topology[] sideTopologies, int[][] edges) {
        this.family = family;
        this.name = name;
        this.nodeCount = nodeCount;
        this.sides = sides;
        this.sideTopologies = sideTopologies;
        this.edges = edges;
        this.sideCornerCounts = new int[sides.length];
        this.sideEdges = new int[sides.length][];
        for (int i = 0; i < sides.length; i++) {
            sideCornerCounts[i] = cornersIn(sides[i], family.cornerCount());
            sideEdges[i] = edgesAround(sides[i], sideCornerCounts[i], edges);
        }
    }

    /// A type without sides and edges of its own.
    static Topology shapeless(Family family, String name) {
        return new Topology(family, name, 0, new int[0][], new Topology[0], new int[0][]);
    }

    static int cornersIn(int[] nodes, int cornerCount) {
        int corners = 0;
        for (int node : nodes) {
            if (node < cornerCount) {
                corners++;
            }
        }
        return corners;
    }

    private static int[] edgesAround(int[] side, int corners, int[][] edges) {
        if (edges.length == 0 || corners < 2) {
            return new int[0];
        }
        int[] around = new int[corners == 2 ? 1 : corners];
        for (int i = 0; i < around.length; i++) {
            around[i] = edgeBetween(side[i], side[(i + 1) % corners], edges);
        }
        return around;
    }

    /// The edge from one node to the other; only without such an edge, the one in the opposite direction.
    private static int edgeBetween(int from, int to, int[][] edges) {
        int opposite = -1;
        for (int i = 0; i < edges.length; i++) {
            if (edges[i][0] == from && edges[i][1] == to) {
                return i;
            }
            if (edges[i][0] == to && edges[i][1] == from) {
                opposite = i;
            }
        }
        if (opposite < 0) {
            throw new IllegalArgumentException("no edge joins nodes " + (from + 1) + " and " + (to + 1));
        }
        return opposite;
    }

    /// Returns the kind of shape.
    public Family family() {
        return family;
    }

    /// Returns the canonical name, such as `HEX8`, `TRI3`, `BEAM2`, `TRUSS2`, `SPHERE` or `NSIDED`; for an unknown type
    /// its own text in upper case.
    public String name() {
        return name;
    }

    /// Returns the nodes that one element has, 0 where it varies (polygons, polyhedra, superelements) or is unknown.
    public int nodeCount() {
        return nodeCount;
    }

    /// Returns how many of the nodes are corners; they come first. 0 where it varies or is unknown.
    public int cornerCount() {
        return family.cornerCount();
    }

    /// Returns the parametric dimension, 0 to 3: of the element itself, not of the mesh around it. 0 if it is unknown.
    public int dimension() {
        return family.dimension();
    }

    /// Tells whether elements fill a volume: a tetrahedron, pyramid, wedge, hexahedron or polyhedron.
    ///
    /// Only polyhedra ([Family#NFACED]) among them keep their faces in the file and have none here.
    public boolean isSolid() {
        return dimension() == 3;
    }

    /// Returns how many sides a side set can name. 0 for unknown types and for those whose sides are in the file:
    /// polygons and polyhedra.
    public int sideCount() {
        return sides.length;
    }

    /// Returns the number of nodes on a side.
    public int sideNodeCount(int sideIndex) {
        return sides[sideIndex].length;
    }

    /// Returns how many of a side's nodes are corners of the element; they come first.
    public int sideCornerCount(int sideIndex) {
        return sideCornerCounts[sideIndex];
    }

    /// Returns the node index of a side's *i*-th node, counted from 0. Allocates nothing.
    public int sideNode(int sideIndex, int i) {
        return sides[sideIndex][i];
    }

    /// Returns the node indexes of a side, in an array that is the caller's own.
    public int[] sideNodes(int sideIndex) {
        return sides[sideIndex].clone();
    }

    /// Returns the shape of a side, whose nodes are those of [#sideNodes(int)] in that order.
    ///
    /// The faces of a solid or a shell are a `TRI` or `QUAD` of a plane mesh, so their sides are their edges; the edges
    /// of a flat element and the sides of a beam are a `BAR`; the ends of a bar and the one side of a sphere are a
    /// `SPHERE`. One side does not fit exactly: the mid-edge nodes on side index 2 of `WEDGE12` lie on the second and
    /// fourth edge, where a `QUAD6` has them on the first and third.
    public Topology sideTopology(int sideIndex) {
        Objects.checkIndex(sideIndex, sides.length);
        return sideTopologies.length == 0 ? this : sideTopologies[sideIndex];
    }

    /// Returns the number of edges, 0 for points, springs and shapes that are unknown or in the file.
    public int edgeCount() {
        return edges.length;
    }

    /// Returns the node indexes of an edge: its two corners, then the nodes between, from the first corner to the
    /// second. The array is the caller's own.
    public int[] edgeNodes(int edgeIndex) {
        return edges[edgeIndex].clone();
    }

    /// Returns the edge indexes of a side's edges in the order of its corners: from the first to the second, from the
    /// second to the third, ..., from the last to the first. A side that is a line has one; a side that is a point has
    /// none. The array is the caller's own.
    public int[] sideEdges(int sideIndex) {
        return sideEdges[sideIndex].clone();
    }

    /// Returns the name.
    @Override
    public String toString() {
        return name;
    }
}
