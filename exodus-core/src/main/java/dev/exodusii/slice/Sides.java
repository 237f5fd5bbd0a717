package dev.exodusii.slice;

import dev.exodusii.geometry.ShapeFunctions;
import dev.exodusii.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Splits the sides of a solid, or a flat element or line itself, into polygons by the nodes that are on them: those
/// between corners, and the one in the middle. Only nodes count whose place is settled, see [ShapeFunctions].
///
/// A side with nodes on all of its edges falls into a triangle at each corner and what is left in the middle; with a node in
/// the middle of the side, into a quadrilateral at each corner. One without nodes on its edges falls into triangles round its
/// middle, and one with nodes on some of its edges is a polygon with all of these.
final class Sides {

    private final int[][] nodes;
    private final int[] cornerCounts;
    /// By the two corners of an edge: the nodes between them, from the first one to the second.
    private final int[][][] between;
    private final int settled;
    private final int cornerCount;

    Sides(Topology topology) {
        boolean isSolid = topology.isSolid();
        cornerCount = topology.cornerCount();
        settled = ShapeFunctions.of(topology).map(ShapeFunctions::nodeCount).orElse(cornerCount);
        nodes = isSolid ? IntStream.range(0, topology.sideCount()).mapToObj(topology::sideNodes).toArray(int[][]::new)
                : new int[][] {IntStream.range(0, topology.nodeCount()).toArray()};
        cornerCounts = isSolid ? IntStream.range(0, topology.sideCount()).map(topology::sideCornerCount).toArray()
                : new int[] {cornerCount};
        between = new int[cornerCount][cornerCount][0];
        if (topology.dimension() == 1) {
            // Springs have no edges in the tables.
            put(IntStream.range(0, topology.nodeCount()).toArray());
        }
        for (int edge = 0; edge < topology.edgeCount(); edge++) {
            put(topology.edgeNodes(edge));
        }
    }

    private void put(int[] edge) {
        int[] inner = Arrays.stream(edge).skip(2).filter(node -> node < settled).toArray();
        between[edge[0]][edge[1]] = inner;
        between[edge[1]][edge[0]] = IntStream.range(0, inner.length).map(i -> inner[inner.length - 1 - i]).toArray();
    }

    int count() {
        return nodes.length;
    }

    int cornerCount() {
        return cornerCount;
    }

    /// Returns the sides by their corners alone.
    List<int[]> corners() {
        return IntStream.range(0, nodes.length).mapToObj(this::corners).toList();
    }

    private int[] corners(int side) {
        return Arrays.copyOf(nodes[side], cornerCounts[side]);
    }

    boolean hasMoreThanCorners() {
        return settled > cornerCount;
    }

    /// Returns the one node that is on no side.
    OptionalInt centre() {
        int[] inner = IntStream.range(cornerCount, settled).filter(node -> IntStream.range(0, nodes.length)
                .noneMatch(side -> Arrays.stream(nodes[side]).anyMatch(it -> it == node))).toArray();
        return inner.length == 1 ? OptionalInt.of(inner[0]) : OptionalInt.empty();
    }

    /// Returns the nodes around a side, in turn.
    int[] outline(int side) {
        int[] corners = corners(side);
        if (corners.length == 2) {
            return IntStream.concat(IntStream.of(corners[0]),
                    IntStream.concat(Arrays.stream(between[corners[0]][corners[1]]), IntStream.of(corners[1]))).toArray();
        }
        return IntStream.range(0, corners.length).flatMap(i -> IntStream.concat(IntStream.of(corners[i]),
                Arrays.stream(after(corners, i)))).toArray();
    }

    /// The nodes between a corner of a side and the next one.
    private int[] after(int[] corners, int i) {
        return between[corners[i]][corners[(i + 1) % corners.length]];
    }

    private OptionalInt middle(int side, int[] outline) {
        int[] inner = Arrays.stream(nodes[side]).filter(node -> node < settled
                && Arrays.stream(outline).noneMatch(it -> it == node)).toArray();
        return inner.length == 1 ? OptionalInt.of(inner[0]) : OptionalInt.empty();
    }

    /// Returns the polygons of a side, which run round it in the same sense; of a line, its pieces.
    List<int[]> split(int side) {
        int[] corners = corners(side);
        int[] outline = outline(side);
        if (corners.length == 2) {
            return IntStream.range(1, outline.length).mapToObj(i -> new int[] {outline[i - 1], outline[i]}).toList();
        }
        OptionalInt middle = middle(side, outline);
        boolean hasAll = IntStream.range(0, corners.length).allMatch(i -> after(corners, i).length > 0);
        List<int[]> polygons = new ArrayList<>();
        if (hasAll && (middle.isEmpty() || outline.length == 2 * corners.length)) {
            for (int i = 0; i < corners.length; i++) {
                int[] last = after(corners, (i + corners.length - 1) % corners.length);
                int before = last[last.length - 1];
                int next = after(corners, i)[0];
                polygons.add(middle.isEmpty() ? new int[] {corners[i], next, before}
                        : new int[] {corners[i], next, middle.getAsInt(), before});
            }
            if (middle.isEmpty()) {
                polygons.add(IntStream.range(0, corners.length).flatMap(i -> Arrays.stream(after(corners, i))).toArray());
            }
        } else if (middle.isPresent()) {
            for (int i = 0; i < outline.length; i++) {
                polygons.add(new int[] {outline[i], outline[(i + 1) % outline.length], middle.getAsInt()});
            }
        } else {
            polygons.add(outline);
        }
        return polygons;
    }
}
