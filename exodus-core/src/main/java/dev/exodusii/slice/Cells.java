package dev.exodusii.slice;

import dev.exodusii.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// The cells with straight edges that elements of one shape are seen as when they are cut.
///
/// An element without nodes on its edges is one cell. One with a node in the middle of each edge is several: each corner
/// with the middles of its edges is cut off, and what is left has only middles. Each side so falls into its corners and a
/// middle piece, in the same way from both sides, and whatever shape the neighbour has.
///
/// @param corners the element by its corners alone: one cell
/// @param parts   its cells by corners and middles; nothing where it has not one node on each edge
/// @param used    the nodes of the parts, in the element
record Cells(Cell corners, List<Cell> parts, int[] used) {

    private static final ConcurrentHashMap<Topology, Cells> KNOWN = new ConcurrentHashMap<>();

    /// One cell.
    ///
    /// @param nodes its corners, by their place in the element
    /// @param cut   how it is cut
    record Cell(int[] nodes, Cut cut) {}

    static Cells of(Topology topology) {
        Cells known = KNOWN.get(topology);
        return known != null ? known : KNOWN.computeIfAbsent(topology, Cells::make);
    }

    private static Cells make(Topology topology) {
        int[] corners = IntStream.range(0, topology.cornerCount()).toArray();
        List<Cell> parts = middles(topology).map(middles -> parts(topology, middles)).orElse(List.of());
        int[] used = parts.stream().flatMapToInt(part -> Arrays.stream(part.nodes)).distinct().sorted().toArray();
        return new Cells(cell(topology.isSolid(), corners, faces(topology)), parts, used);
    }

    private static int[][] faces(Topology topology) {
        if (!topology.isSolid()) {
            return new int[][] {IntStream.range(0, topology.cornerCount()).toArray()};
        }
        int[][] faces = new int[topology.sideCount()][];
        for (int side = 0; side < faces.length; side++) {
            faces[side] = Arrays.copyOf(topology.sideNodes(side), topology.sideCornerCount(side));
        }
        return faces;
    }

    /// Makes a cell of faces that name nodes of the element.
    private static Cell cell(boolean isSolid, int[] nodes, int[][] faces) {
        int[][] own = new int[faces.length][];
        for (int face = 0; face < faces.length; face++) {
            own[face] = Arrays.stream(faces[face]).map(node -> index(nodes, node)).toArray();
        }
        return new Cell(nodes, new Cut(nodes.length, isSolid, own));
    }

    private static int index(int[] nodes, int node) {
        return IntStream.range(0, nodes.length).filter(i -> nodes[i] == node).findFirst().orElseThrow();
    }

    /// Returns the node in the middle of the edge between each two corners, if there is one on each edge.
    private static Optional<int[][]> middles(Topology topology) {
        int corners = topology.cornerCount();
        int[][] middles = new int[corners][corners];
        int edges = topology.dimension() == 1 ? 1 : topology.edgeCount();
        for (int edge = 0; edge < edges; edge++) {
            int[] nodes = topology.dimension() == 1 ? IntStream.range(0, topology.nodeCount()).toArray()
                    : topology.edgeNodes(edge);
            if (nodes.length != 3) {
                return Optional.empty();
            }
            middles[nodes[0]][nodes[1]] = nodes[2];
            middles[nodes[1]][nodes[0]] = nodes[2];
        }
        return edges > 0 && edges <= Cut.MOST_CORNERS ? Optional.of(middles) : Optional.empty();
    }

    private static List<Cell> parts(Topology topology, int[][] middles) {
        List<Cell> parts = new ArrayList<>();
        if (topology.dimension() == 1) {
            parts.add(cell(false, new int[] {0, middles[0][1]}, new int[][] {{0, middles[0][1]}}));
            parts.add(cell(false, new int[] {middles[0][1], 1}, new int[][] {{middles[0][1], 1}}));
            return parts;
        }
        int[][] faces = faces(topology);
        List<int[]> core = new ArrayList<>();
        List<List<int[]>> around = new ArrayList<>();
        for (int corner = 0; corner < topology.cornerCount(); corner++) {
            around.add(new ArrayList<>());
        }
        for (int[] face : faces) {
            int[] middle = new int[face.length];
            for (int i = 0; i < face.length; i++) {
                int before = middles[face[(i + face.length - 1) % face.length]][face[i]];
                int after = middles[face[i]][face[(i + 1) % face.length]];
                middle[i] = after;
                around.get(face[i]).add(new int[] {face[i], after, before});
            }
            core.add(middle);
        }
        for (List<int[]> triangles : around) {
            if (topology.isSolid()) {
                int[] ring = ring(triangles);
                core.add(ring);
                triangles.add(reversed(ring));
            }
            parts.add(cell(topology.isSolid(), nodes(triangles), triangles.toArray(int[][]::new)));
        }
        parts.add(cell(topology.isSolid(), nodes(core), core.toArray(int[][]::new)));
        return parts;
    }

    /// The middles round a corner, as the face by which it is cut off is seen from outside of what is left.
    private static int[] ring(List<int[]> triangles) {
        int[] ring = new int[triangles.size()];
        int next = triangles.getFirst()[1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = next;
            int last = next;
            next = triangles.stream().filter(triangle -> triangle[1] == last).findFirst().orElseThrow()[2];
        }
        return ring;
    }

    private static int[] reversed(int[] ring) {
        int[] reversed = new int[ring.length];
        for (int i = 0; i < ring.length; i++) {
            reversed[i] = ring[ring.length - 1 - i];
        }
        return reversed;
    }

    private static int[] nodes(List<int[]> faces) {
        return faces.stream().flatMapToInt(Arrays::stream).distinct().sorted().toArray();
    }
}
