package dev.exodusii.topology;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Elements of dimension 3.
final class Solids {

    private Solids() {}

    static List<Topology> all() {
        return Stream.of(Tetrahedra.all(), Pyramids.all(), Wedges.all(), Hexahedra.all())
                .flatMap(List::stream)
                .toList();
    }

    /// Makes a solid; the shapes of its faces follow from their nodes.
    static Topology solid(Family family, int nodeCount, int[][] faces, int[][] edges) {
        Topology[] faceTopologies = Arrays.stream(faces)
                .map(face -> Flats.face(Topology.cornersIn(face, family.cornerCount()), face.length))
                .toArray(Topology[]::new);
        return new Topology(family, family.name() + nodeCount, nodeCount, faces, faceTopologies, edges);
    }
}
