package dev.exodusii.geometry;

import dev.exodusii.topology.Family;
import dev.exodusii.topology.Topologies;
import dev.exodusii.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// What an element ends with: the faces of a solid, the edges of a flat element. The ends of a line are points and not
/// among them.
///
/// @param shape the shape functions of the part
/// @param nodes its nodes: positions in the element
record Boundary(ShapeFunctions shape, int[] nodes) {

    private static final ConcurrentHashMap<ShapeFunctions, List<Boundary>> KNOWN = new ConcurrentHashMap<>();

    static List<Boundary> of(ShapeFunctions shape) {
        List<Boundary> known = KNOWN.get(shape);
        return known != null ? known : KNOWN.computeIfAbsent(shape, Boundary::make);
    }

    private static List<Boundary> make(ShapeFunctions shape) {
        Topology topology = shape.topology();
        List<Boundary> parts = new ArrayList<>();
        if (topology.isSolid()) {
            for (int side = 0; side < topology.sideCount(); side++) {
                Topology face = topology.sideTopology(side);
                add(parts, shape, face, inStep(topology, face, topology.sideNodes(side)));
            }
        } else if (topology.dimension() == 2) {
            for (int edge = 0; edge < topology.edgeCount(); edge++) {
                int[] nodes = topology.edgeNodes(edge);
                add(parts, shape, Topologies.resolve("bar", 3, nodes.length).topology(), nodes);
            }
        }
        return List.copyOf(parts);
    }

    private static void add(List<Boundary> parts, ShapeFunctions whole, Topology part, int[] nodes) {
        ShapeFunctions shape = ShapeFunctions.of(part).orElseThrow();
        int[] used = Arrays.copyOf(nodes, shape.nodeCount());
        for (int node : used) {
            Objects.checkIndex(node, whole.nodeCount());
        }
        parts.add(new Boundary(shape, used));
    }

    /// One face of WEDGE12 has its two more nodes on its second and fourth edge, where a QUAD6 has them on the first and
    /// third: that face is read from its second corner on.
    private static int[] inStep(Topology topology, Topology face, int[] nodes) {
        boolean isTurned = topology.family() == Family.WEDGE && face.nodeCount() == 6 && face.family() == Family.QUAD
                && nodes[0] == 0 && nodes[1] == 3;
        return isTurned ? new int[] {nodes[1], nodes[2], nodes[3], nodes[0], nodes[5], nodes[4]} : nodes;
    }

    /// Turns natural coordinates of this part into those of the element.
    LocalPoint inElement(ShapeFunctions element, LocalPoint local) {
        double[] values = new double[shape.nodeCount()];
        shape.values(local, values);
        double r = 0;
        double s = 0;
        double t = 0;
        for (int i = 0; i < values.length; i++) {
            LocalPoint node = element.node(nodes[i]);
            r += values[i] * node.r();
            s += values[i] * node.s();
            t += values[i] * node.t();
        }
        return new LocalPoint(r, s, t);
    }
}
