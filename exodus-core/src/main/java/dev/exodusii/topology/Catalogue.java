package dev.exodusii.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every shape with tables, by its kind, its number of nodes and, where it matters, the mesh it is in.
///
/// A file has few kinds of elements, and tables take time to read: only those of the kinds asked for are made.
final class Catalogue {

    private Catalogue() {}

    static List<Topology> all() {
        List<Topology> all = new ArrayList<>();
        for (List<Topology> some : List.of(Lines.ALL, Flats.ALL, Shells.ALL, Tetrahedra.ALL, Pyramids.ALL, Wedges.ALL,
                Hexahedra.ALL, Shells.SPATIAL_TRIANGLES)) {
            all.addAll(some);
        }
        return List.copyOf(all);
    }

    /// Finds a shape such as `HEX` with a number of nodes in a mesh of a number of dimensions.
    static Optional<Topology> find(String shape, int numDim, long nodeCount) {
        String kind = shell(shape, numDim, nodeCount);
        for (Topology topology : shelf(kind, numDim)) {
            if (topology.nodeCount() == nodeCount && isKind(topology.name(), kind, nodeCount)) {
                return Optional.of(topology);
            }
        }
        return Optional.empty();
    }

    private static List<Topology> shelf(String kind, int numDim) {
        return switch (kind) {
            case "TRI", "TRI4A" -> numDim == 3 ? Shells.SPATIAL_TRIANGLES : Flats.ALL;
            case "QUAD" -> Flats.ALL;
            case "TRISHELL", "SHELL" -> Shells.ALL;
            case "TET" -> Tetrahedra.ALL;
            case "PYRAMID" -> Pyramids.ALL;
            case "WEDGE" -> Wedges.ALL;
            case "HEX" -> Hexahedra.ALL;
            default -> Lines.ALL;
        };
    }

    /// `HEX20` is `HEX` with 20 nodes. `TRI4A` and `SPHERE` are kinds of their own.
    private static boolean isKind(String name, String kind, long nodeCount) {
        return name.equals(kind) || name.equals(kind + nodeCount);
    }

    /// "Shell" alone can be a line in a plane mesh, a triangle or a quadrilateral (§3.1, item 7).
    private static String shell(String shape, int numDim, long nodeCount) {
        if (!shape.equals("SHELL")) {
            return shape;
        }
        if (numDim == 2 && (nodeCount == 2 || nodeCount == 3)) {
            return "SHELLLINE";
        }
        return nodeCount == 3 || nodeCount == 6 || nodeCount == 7 ? "TRISHELL" : shape;
    }
}
