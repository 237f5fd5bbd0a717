package dev.exodusii.topology;

import java.util.ArrayList;
import java.util.List;

/// Triangles and quadrilaterals, whose sides are their edges (`exodus-format` §3.4): the elements of plane meshes, the
/// quadrilaterals of spatial ones, and the faces of solids.
final class Flats {

    private static final String TRI_CORNERS = "1 2 | 2 3 | 3 1";
    private static final String QUAD_CORNERS = "1 2 | 2 3 | 3 4 | 4 1";

    static final Topology TRI3 = plane(Family.TRI, "TRI3", 3, TRI_CORNERS);
    /// Node 4 is in the centre.
    static final Topology TRI4 = plane(Family.TRI, "TRI4", 4, TRI_CORNERS);
    /// Node 4 is on the edge 1-2.
    static final Topology TRI4A = plane(Family.TRI, "TRI4A", 4, TRI_CORNERS, "4 | - | -");
    static final Topology TRI6 = plane(Family.TRI, "TRI6", 6, TRI_CORNERS, "4 | 5 | 6");
    static final Topology TRI7 = plane(Family.TRI, "TRI7", 7, TRI_CORNERS, "4 | 5 | 6");
    static final Topology TRI9 = plane(Family.TRI, "TRI9", 9, TRI_CORNERS, "4 5 | 6 7 | 8 9");
    static final Topology TRI13 = plane(Family.TRI, "TRI13", 13, TRI_CORNERS, "4 5 | 6 7 | 8 9");

    static final Topology QUAD4 = plane(Family.QUAD, "QUAD4", 4, QUAD_CORNERS);
    static final Topology QUAD5 = plane(Family.QUAD, "QUAD5", 5, QUAD_CORNERS);
    // The sides of QUAD6 follow from the places of its nodes in §3.2: §3.4 has no row for it.
    static final Topology QUAD6 = plane(Family.QUAD, "QUAD6", 6, QUAD_CORNERS, "5 | - | 6 | -");
    static final Topology QUAD8 = plane(Family.QUAD, "QUAD8", 8, QUAD_CORNERS, "5 | 6 | 7 | 8");
    static final Topology QUAD9 = plane(Family.QUAD, "QUAD9", 9, QUAD_CORNERS, "5 | 6 | 7 | 8");
    static final Topology QUAD12 = plane(Family.QUAD, "QUAD12", 12, QUAD_CORNERS, "5 6 | 7 8 | 9 10 | 11 12");
    static final Topology QUAD16 = plane(Family.QUAD, "QUAD16", 16, QUAD_CORNERS, "5 6 | 7 8 | 9 10 | 11 12");

    /// `TRI4A` is not among them, so that a face with four nodes and three corners is a `TRI4`.
    private static final List<Topology> FACES =
            List.of(TRI3, TRI4, TRI6, TRI7, TRI9, TRI13, QUAD4, QUAD5, QUAD6, QUAD8, QUAD9, QUAD12, QUAD16);

    static final List<Topology> ALL = all();

    private Flats() {}

    private static List<Topology> all() {
        List<Topology> all = new ArrayList<>(FACES);
        all.add(TRI4A);
        return List.copyOf(all);
    }

    /// The shape of a solid's face.
    static Topology face(int cornerCount, int nodeCount) {
        for (Topology face : FACES) {
            if (face.cornerCount() == cornerCount && face.nodeCount() == nodeCount) {
                return face;
            }
        }
        throw new IllegalArgumentException("no face has " + nodeCount + " nodes with " + cornerCount + " corners");
    }

    private static Topology plane(Family family, String name, int nodeCount, String... columns) {
        int[][] sides = NodeTable.of(columns);
        Topology[] bars = new Topology[sides.length];
        for (int i = 0; i < bars.length; i++) {
            bars[i] = Lines.bar(sides[i].length);
        }
        return new Topology(family, name, nodeCount, sides, bars, sides);
    }
}
