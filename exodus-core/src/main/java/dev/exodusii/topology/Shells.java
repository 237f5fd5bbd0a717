package dev.exodusii.topology;

import java.util.List;

/// Surfaces with two faces in space, whose sides are these and then their edges (`exodus-format` §3.4).
final class Shells {

    /// The triangles of spatial meshes. Their names are those of the plane ones.
    ///
    /// Side 2 looks at the triangle from behind. With 3 nodes it starts at node 3, as the C library has it, and with 4
    /// in step with that; with 6 and 7 the C library's corners and mid-edge nodes do not fit together. It refuses 9 and
    /// 13 nodes: those sides are side 1 turned over, the interior nodes as on the lower faces of `TET40` and `WEDGE52`.
    static final List<Topology> SPATIAL_TRIANGLES = List.of(
            twoFaced(Family.TRI, "TRI3", Flats.TRI3, "3 2 1"),
            twoFaced(Family.TRI, "TRI4", Flats.TRI4, "3 2 1 4"),
            twoFaced(Family.TRI, "TRI4A", Flats.TRI4A, "2 1 3 4"),
            twoFaced(Family.TRI, "TRI6", Flats.TRI6, "1 3 2 6 5 4"),
            twoFaced(Family.TRI, "TRI7", Flats.TRI7, "1 3 2 6 5 4 7"),
            twoFaced(Family.TRI, "TRI9", Flats.TRI9, "1 3 2 9 8 7 6 5 4"),
            twoFaced(Family.TRI, "TRI13", Flats.TRI13, "1 3 2 9 8 7 6 5 4 13 12 11 10"));

    /// Shells have their two faces as sides in every mesh, also in a plane one: files of such meshes number the edges
    /// from 3, for triangles too, although the C library takes those for plane ones with three sides.
    static final List<Topology> ALL = List.of(
            twoFaced(Family.TRISHELL, "TRISHELL3", Flats.TRI3, "3 2 1"),
            twoFaced(Family.TRISHELL, "TRISHELL4", Flats.TRI4, "3 2 1 4"),
            twoFaced(Family.TRISHELL, "TRISHELL6", Flats.TRI6, "1 3 2 6 5 4"),
            twoFaced(Family.TRISHELL, "TRISHELL7", Flats.TRI7, "1 3 2 6 5 4 7"),
            twoFaced(Family.SHELL, "SHELL4", Flats.QUAD4, "1 4 3 2"),
            twoFaced(Family.SHELL, "SHELL8", Flats.QUAD8, "1 4 3 2 8 7 6 5"),
            twoFaced(Family.SHELL, "SHELL9", Flats.QUAD9, "1 4 3 2 8 7 6 5 9"));

    private Shells() {}

    /// Sides 1 and 2 are the faces, the others are the sides of the plane element.
    private static Topology twoFaced(Family family, String name, Topology plane, String back) {
        int edges = plane.sideCount();
        int[][] sides = new int[2 + edges][];
        Topology[] sideTopologies = new Topology[2 + edges];
        sides[0] = allOf(plane.nodeCount());
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

    private static int[] allOf(int nodeCount) {
        int[] nodes = new int[nodeCount];
        for (int i = 0; i < nodeCount; i++) {
            nodes[i] = i;
        }
        return nodes;
    }
}
