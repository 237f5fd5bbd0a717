package dev.exodusii.slice;

import dev.exodusii.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/// The cells with straight edges that elements of one shape are seen as when they are cut.
///
/// An element without nodes beyond its corners is one cell. One with more of them falls into several: [Sides] splits its
/// sides by the nodes that are on them, in the same way from both sides, and whatever shape the neighbour has;
/// [SolidParts] says what is between them.
///
/// @param corners the element by its corners alone: one cell
/// @param parts   its cells by all nodes whose place is known; none where these are the corners
/// @param used    the nodes of the parts, in the element
record Cells(Cell corners, List<Cell> parts, int[] used) {

    private static final ConcurrentHashMap<Topology, Cells> KNOWN = new ConcurrentHashMap<>();

    /// One cell.
    ///
    /// @param nodes its corners, by their place in the element
    /// @param cut   how it is cut
    record Cell(int[] nodes, Cut cut) {

        /// Makes a cell of faces that name nodes of the element.
        static Cell of(boolean isSolid, List<int[]> faces) {
            int[] nodes = faces.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
            int[][] own = faces.stream().map(face -> Arrays.stream(face).map(node -> Arrays.binarySearch(nodes, node))
                    .toArray()).toArray(int[][]::new);
            return new Cell(nodes, new Cut(nodes.length, isSolid, own));
        }
    }

    static Cells of(Topology topology) {
        Cells known = KNOWN.get(topology);
        return known != null ? known : KNOWN.computeIfAbsent(topology, Cells::make);
    }

    private static Cells make(Topology topology) {
        Sides sides = new Sides(topology);
        Cell corners = Cell.of(topology.isSolid(), sides.corners());
        List<Cell> parts = !sides.hasMoreThanCorners() ? List.of() : topology.isSolid() ? SolidParts.of(sides)
                : sides.split(0).stream().map(piece -> Cell.of(false, List.of(piece))).toList();
        int[] used = parts.stream().flatMapToInt(part -> Arrays.stream(part.nodes)).distinct().sorted().toArray();
        return new Cells(corners, parts, used);
    }
}
