package dev.exodusii.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Triangles, quadrilaterals and shells (`exodus-format` §3.4).
final class Flats {

    private static final String TRI_CORNERS = "1 2 | 2 3 | 3 1";
    private static final String QUAD_CORNERS = "1 2 | 2 3 | 3 4 | 4 1";

    // In a plane mesh, and as faces of solids, the sides are the edges.
    private static final Topology TRI3 = plane(Family.TRI, "TRI3", 3, TRI_CORNERS);
    /// Node 4 is in the centre.
    private static final Topology TRI4 = plane(Family.TRI, "TRI4", 4, TRI_CORNERS);
    /// Node 4 is on the edge 1-2.
    private static final Topology TRI4A = plane(Family.TRI, "TRI4A", 4, TRI_CORNERS, "4 | - | -");
    private static final Topology TRI6 = plane(Family.TRI, "TRI6", 6, TRI_CORNERS, "4 | 5 | 6");
    private static final Topology TRI7 = plane(Family.TRI, "TRI7", 7, TRI_CORNERS, "4 | 5 | 6");
    private static final Topology TRI9 = plane(Family.TRI, "TRI9", 9, TRI_CORNERS, "4 5 | 6 7 | 8 9");
    private static final Topology TRI13 = plane(Family.TRI, "TRI13", 13, TRI_CORNERS, "4 5 | 6 7 | 8 9");

    private static final Topology QUAD4 = plane(Family.QUAD, "QUAD4", 4, QUAD_CORNERS);
    private static final Topology QUAD5 = plane(Family.QUAD, "QUAD5", 5, QUAD_CORNERS);
    // The sides of QUAD6 follow from the places of its nodes in §3.2: §3.4 has no row for it.
    private static final Topology QUAD6 = plane(Family.QUAD, "QUAD6", 6, QUAD_CORNERS, "5 | - | 6 | -");
    private static final Topology QUAD8 = plane(Family.QUAD, "QUAD8", 8, QUAD_CORNERS, "5 | 6 | 7 | 8");
    private static final Topology QUAD9 = plane(Family.QUAD, "QUAD9", 9, QUAD_CORNERS, "5 | 6 | 7 | 8");
    private static final Topology QUAD12 = plane(Family.QUAD, "QUAD12", 12, QUAD_CORNERS, "5 6 | 7 8 | 9 10 | 11 12");
    private static final Topology QUAD16 = plane(Family.QUAD, "QUAD16", 16, QUAD_CORNERS, "5 6 | 7 8 | 9 10 | 11 12");

    /// `TRI4A` is not among them, so that a face with four nodes and three corners is a `TRI4`.
    private static final List<Topology> FACES =
            List.of(TRI3, TRI4, TRI6, TRI7, TRI9, TRI13, QUAD4, QUAD5, QUAD6, QUAD8, QUAD9, QUAD12, QUAD16);

    private Flats() {}

    /// The elements of plane meshes, with the quadrilaterals of spatial ones, which are the same.
    static List<Topology> plane() {
        List<Topology> all = new ArrayList<>(FACES);
        all.add(TRI4A);
        return all;
    }

    /// The triangles of spatial meshes. Their names are those of the plane ones.
    ///
    /// Side 2 looks at the triangle from behind. With 3 nodes it starts at node 3, as the C library has it, and with 4
    /// in step with that; with 6 and 7 the C library's corners and mid-edge nodes do not fit together. It refuses 9 and
    /// 13 nodes: those sides are side 1 turned over, the interior nodes as on the lower faces of `TET40` and `WEDGE52`.
    static List<Topology> spatialTriangles() {
        return List.of(
                twoFaced(Family.TRI, "TRI3", TRI3, "3 2 1"),
                twoFaced(Family.TRI, "TRI4", TRI4, "3 2 1 4"),
                twoFaced(Family.TRI, "TRI4A", TRI4A, "2 1 3 4"),
                twoFaced(Family.TRI, "TRI6", TRI6, "1 3 2 6 5 4"),
                twoFaced(Family.TRI, "TRI7", TRI7, "1 3 2 6 5 4 7"),
                twoFaced(Family.TRI, "TRI9", TRI9, "1 3 2 9 8 7 6 5 4"),
                twoFaced(Family.TRI, "TRI13", TRI13, "1 3 2 9 8 7 6 5 4 13 12 11 10"));
    }

    /// Shells have their two faces as sides in every mesh, also in a plane one: files of such meshes number the edges
    /// from 3, for triangles too, although the C library takes those for plane ones with three sides.
    static List<Topology> shells() {
        return List.of(
                twoFaced(Family.TRISHELL, "TRISHELL3", TRI3, "3 2 1"),
                twoFaced(Family.TRISHELL, "TRISHELL4", TRI4, "3 2 1 4"),
                twoFaced(Family.TRISHELL, "TRISHELL6", TRI6, "1 3 2 6 5 4"),
                twoFaced(Family.TRISHELL, "TRISHELL7", TRI7, "1 3 2 6 5 4 7"),
                twoFaced(Family.SHELL, "SHELL4", QUAD4, "1 4 3 2"),
                twoFaced(Family.SHELL, "SHELL8", QUAD8, "1 4 3 2 8 7 6 5"),
                twoFaced(Family.SHELL, "SHELL9", QUAD9, "1 4 3 2 8 7 6 5 9"));
    }

    /// The shape of a solid's face.
    static Topology face(int cornerCount, int nodeCount) {
        return FACES.stream()
                .filter(face -> face.cornerCount() == cornerCount && face.nodeCount() == nodeCount)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no face has " + nodeCount + " nodes with " + cornerCount + " corners"));
    }

    private static Topology plane(Family family, String name, int nodeCount, String... columns) {
        int[][] sides = NodeTable.of(columns);
        Topology[] bars = Arrays.stream(sides).map(side -> Lines.bar(side.length)).toArray(Topology[]::new);
        return new Topology(family, name, nodeCount, sides, bars, sides);
    }

    /// Sides 1 and 2 are the faces, the others are the sides of the plane element.
    private static Topology twoFaced(Family family, String name, Topology plane, String back) {
        int edges = plane.sideCount();
        int[][] sides = new int[2 + edges][];
        Topology[] sideTopologies = new Topology[2 + edges];
        sides[0] = IntStream.range(0, plane.nodeCount()).toArray();
        sides[1] = NodeTable.of(back)[0];
        sideTopologies[0] = plane;
        sideTopologies[1] = plane;
        int[][] edgeNodes = new int[edges][];
        for (int i = 0; i < edges; i++) {
            edgeNodes[i] = plane.sideNodes(i);
            sides[2 + i] = edgeNodes[i];
            sideTopologies[2 + i] = plane.sideTopology(i);
        }
        return new Topology(family, name, plane.nodeCount(), sides, sideTopologies, edgeNodes);
    }
}
