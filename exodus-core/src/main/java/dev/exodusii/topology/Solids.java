package dev.exodusii.topology;

/// Makes elements of dimension 3.
final class Solids {

    private Solids() {}

    /// Makes a solid; the shapes of its faces follow from their nodes.
    static Topology solid(Family family, int nodeCount, int[][] faces, int[][] edges) {
        Topology[] faceTopologies = new Topology[faces.length];
        for (int i = 0; i < faces.length; i++) {
            faceTopologies[i] = Flats.face(Topology.cornersIn(faces[i], family.cornerCount()), faces[i].length);
        }
        return new Topology(family, family.name() + nodeCount, nodeCount, faces, faceTopologies, edges);
    }
}
