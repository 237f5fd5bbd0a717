package dev.exodusii.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every shape with tables, by its kind, its number of nodes and, where it matters, the mesh it is in.
final class Catalogue {

    private static final List<Topology> EVERYWHERE = Stream.of(Lines.all(), Flats.plane(), Flats.shells(), Solids.all())
            .flatMap(List::stream)
            .toList();
    private static final List<Topology> SPATIAL = Flats.spatialTriangles();

    private static final Map<Form, Topology> FORMS = byForm(EVERYWHERE);
    private static final Map<Form, Topology> SPATIAL_FORMS = byForm(SPATIAL);

    private Catalogue() {}

    private record Form(String shape, long nodeCount) {}

    static List<Topology> all() {
        return Stream.concat(EVERYWHERE.stream(), SPATIAL.stream()).toList();
    }

    /// Finds a shape such as `HEX` with a number of nodes in a mesh of a number of dimensions.
    static Optional<Topology> find(String shape, int numDim, long nodeCount) {
        Form form = new Form(shell(shape, numDim, nodeCount), nodeCount);
        Topology spatial = numDim == 3 ? SPATIAL_FORMS.get(form) : null;
        return Optional.ofNullable(spatial != null ? spatial : FORMS.get(form));
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

    private static Map<Form, Topology> byForm(List<Topology> topologies) {
        return topologies.stream().collect(Collectors.toUnmodifiableMap(Catalogue::form, Function.identity()));
    }

    /// The name up to its number of nodes: `HEX20` is `HEX` with 20. `TRI4A` is a shape of its own.
    private static Form form(Topology topology) {
        String count = Integer.toString(topology.nodeCount());
        String name = topology.name();
        String shape = name.endsWith(count) ? name.substring(0, name.length() - count.length()) : name;
        return new Form(shape, topology.nodeCount());
    }
}
