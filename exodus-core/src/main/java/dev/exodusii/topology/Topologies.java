package dev.exodusii.topology;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the [Topology] that a block's element type stands for.
///
/// The rules are those of `exodus-format` §3.1: spellings of many programs in any case, with or without a number of
/// nodes. The width of the connectivity is what counts; a number in the text that differs from it is overruled with a
/// remark. Nothing here throws on strange text or numbers: what makes no sense is [Family#UNKNOWN].
public final class Topologies {

    private static final Topology NSIDED = Topology.shapeless(Family.NSIDED, "NSIDED");
    private static final Topology NFACED = Topology.shapeless(Family.NFACED, "NFACED");
    private static final Topology SUPER = Topology.shapeless(Family.SUPER, "SUPER");
    private static final Topology NULL = Topology.shapeless(Family.NULL, "NULL");

    /// Numbers of nodes that one common shape has. 14, 15, 18 or 20 in space can be several.
    private static final Map<Long, String> SPATIAL_GUESSES = Map.of(
            4L, "TET", 10L, "TET", 5L, "PYRAMID", 13L, "PYRAMID", 6L, "WEDGE", 8L, "HEX", 27L, "HEX");

    private static final Map<Long, String> PLANE_GUESSES =
            Map.of(3L, "TRI", 6L, "TRI", 4L, "QUAD", 8L, "QUAD", 9L, "QUAD");

    /// Longer texts are cut in remarks.
    private static final int QUOTED_LENGTH = 40;

    private Topologies() {}

    /// Returns every shape that has a name here, without unknown and Bézier types, which are named by their text.
    /// Triangles occur twice with the same name: as in plane and as in spatial meshes.
    public static List<Topology> all() {
        return Stream.concat(Catalogue.all().stream(), Stream.of(NSIDED, NFACED, SUPER, NULL)).toList();
    }

    /// Finds the shape of a block's elements.
    ///
    /// @param elementType     the type's text as the file has it; empty if the file has none
    /// @param numDim          the number of coordinates that nodes have: triangles in space have other sides than plane ones
    /// @param nodesPerElement the width of the block's connectivity, 0 if it has none
    public static TopologyMatch resolve(String elementType, int numDim, long nodesPerElement) {
        String text = textOf(elementType);
        if (text.isEmpty()) {
            return guess(numDim, nodesPerElement);
        }
        String type = text.toLowerCase(Locale.ROOT).replace(' ', '_');
        if (type.startsWith("nsi")) {
            return plain(NSIDED);
        }
        if (type.startsWith("nfa")) {
            return plain(NFACED);
        }
        if (type.startsWith("super")) {
            return plain(SUPER);
        }
        if (type.startsWith("bex_")) {
            return new TopologyMatch(
                    Topology.shapeless(Family.BEZIER, upper(text)),
                    false,
                    Optional.of("Bezier type " + quote(text)
                            + " is not interpreted: only half of what looks like nodes are nodes"));
        }
        return Spellings.read(type)
                .map(reading -> reading.shape().equals("NULL")
                        ? plain(NULL)
                        : withNodes(text, reading, numDim, nodesPerElement))
                .orElseGet(() -> unknown(text, "unknown type " + quote(text)));
    }

    private static TopologyMatch withNodes(String text, Spellings.Reading reading, int numDim, long nodesPerElement) {
        String read = "type " + quote(text) + " with " + nodesPerElement + " nodes per element";
        Optional<Topology> found = Catalogue.find(reading.shape(), numDim, nodesPerElement);
        if (found.isEmpty()) {
            return unknown(text, read + " in " + numDim + " dimensions is not known");
        }
        Topology topology = found.get();
        if (topology.name().equals(upper(text))
                || (reading.exact() && expectedNodes(reading, topology) == nodesPerElement)) {
            return plain(topology);
        }
        return new TopologyMatch(topology, false, Optional.of(read + " read as " + topology.name()));
    }

    /// A text without a number means corners only.
    private static long expectedNodes(Spellings.Reading reading, Topology topology) {
        return reading.count().orElse((long) topology.cornerCount());
    }

    private static TopologyMatch guess(int numDim, long nodesPerElement) {
        Map<Long, String> guesses = numDim == 3 ? SPATIAL_GUESSES : numDim == 2 ? PLANE_GUESSES : Map.of();
        String shape = guesses.getOrDefault(nodesPerElement, "");
        String basis = nodesPerElement + " nodes per element in " + numDim + " dimensions";
        return Catalogue.find(shape, numDim, nodesPerElement)
                .map(topology -> new TopologyMatch(
                        topology, true, Optional.of("no type is given; " + basis + " read as " + topology.name())))
                .orElseGet(() -> unknown("UNKNOWN", "no type is given, and " + basis + " fit no single shape"));
    }

    private static TopologyMatch plain(Topology topology) {
        return new TopologyMatch(topology, false, Optional.empty());
    }

    private static TopologyMatch unknown(String text, String remark) {
        return new TopologyMatch(Topology.shapeless(Family.UNKNOWN, upper(text)), false, Optional.of(remark));
    }

    /// The stored text up to its first NUL, without the blanks it may be padded with.
    private static String textOf(String stored) {
        int nul = stored.indexOf('\0');
        return (nul < 0 ? stored : stored.substring(0, nul)).strip();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String quote(String text) {
        String cut = text.length() <= QUOTED_LENGTH ? text : text.substring(0, QUOTED_LENGTH) + "...";
        return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
