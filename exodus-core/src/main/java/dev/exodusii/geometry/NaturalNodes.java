package dev.exodusii.geometry;

import dev.exodusii.topology.Topology;
import java.util.Arrays;

/// Where an element's nodes are in its natural coordinates. The topology's own tables say which edge or face a node
/// beyond the corners is on; there it is in the middle, or evenly spaced. All others are in the centre.
final class NaturalNodes {

    private NaturalNodes() {}

    /// @return three coordinates for each of the first nodes
    static double[][] of(Topology topology, Domain domain, int nodeCount) {
        double[][] places = new double[topology.nodeCount()][];
        for (int corner = 0; corner < topology.cornerCount(); corner++) {
            places[corner] = domain.corner(corner);
        }
        if (topology.dimension() == 1) {
            // Springs have no edges in the tables.
            along(places, everything(topology.nodeCount()));
        }
        for (int edge = 0; edge < topology.edgeCount(); edge++) {
            along(places, topology.edgeNodes(edge));
        }
        for (int side = 0; topology.isSolid() && side < topology.sideCount(); side++) {
            onFace(places, topology.sideNodes(side), topology.sideCornerCount(side));
        }
        double[][] used = Arrays.copyOf(places, nodeCount);
        for (int node = 0; node < nodeCount; node++) {
            if (places[node] == null) {
                used[node] = domain.centre();
            }
        }
        return used;
    }

    private static int[] everything(int count) {
        int[] nodes = new int[count];
        Arrays.setAll(nodes, node -> node);
        return nodes;
    }

    /// Two corners, then the nodes between them.
    private static void along(double[][] places, int[] edge) {
        int between = edge.length - 2;
        for (int i = 1; i <= between; i++) {
            double share = i / (between + 1.0);
            double[] from = places[edge[0]];
            double[] to = places[edge[1]];
            double[] place = new double[3];
            Arrays.setAll(place, axis -> between == 1 ? (from[axis] + to[axis]) / 2
                    : from[axis] + share * (to[axis] - from[axis]));
            places[edge[i + 1]] = place;
        }
    }

    /// The one node of a face that is not on an edge.
    private static void onFace(double[][] places, int[] face, int corners) {
        int node = face[face.length - 1];
        if (places[node] == null) {
            double[] place = new double[3];
            Arrays.setAll(place, axis -> Arrays.stream(face, 0, corners).mapToDouble(corner -> places[corner][axis])
                    .sum() / corners);
            places[node] = place;
        }
    }
}
