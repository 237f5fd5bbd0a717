package dev.exodusii.slice;

import dev.exodusii.ElementBlock;
import dev.exodusii.geometry.FaceCorners;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.JaggedView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What some elements of a block leave on the plane: rings of pairs of nodes, each ring with its element. For one thread.
final class Pieces {

    /// Pairs of nodes, the lower index first, of all rings one after another.
    private long[] ends = new long[256];
    private int size;
    private int[] offsets = new int[64];
    private long[] elements = new long[64];
    private int count;
    private long skipped;

    /// Nodes are on both sides.
    private static final int MIXED = 3;

    private final Heights heights;
    private final long nodeCount;

    Pieces(Heights heights, long nodeCount) {
        this.heights = heights;
        this.nodeCount = nodeCount;
    }

    int count() {
        return count;
    }

    long skipped() {
        return skipped;
    }

    long element(int ring) {
        return elements[ring];
    }

    int from(int ring) {
        return ring == 0 ? 0 : offsets[ring - 1];
    }

    int to(int ring) {
        return offsets[ring];
    }

    /// The lower node of the edge that a corner of a ring is on.
    long low(int corner) {
        return ends[2 * corner];
    }

    long high(int corner) {
        return ends[2 * corner + 1];
    }

    private void add(long a, long b) {
        if (2 * size + 2 > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        ends[2 * size] = Math.min(a, b);
        ends[2 * size + 1] = Math.max(a, b);
        size++;
    }

    private void close(long element) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * count);
            elements = Arrays.copyOf(elements, 2 * count);
        }
        offsets[count] = size;
        elements[count++] = element;
    }

    void skip(long elementCount) {
        skipped += elementCount;
    }

    /// Cuts elements with a fixed number of nodes.
    void regular(ElementBlock block, IntegerMatrix nodes, long first, int rows) {
        Cells cells = Cells.of(block.topology());
        int width = Math.toIntExact(nodes.columns());
        boolean hasParts = !cells.parts().isEmpty() && width >= block.topology().nodeCount();
        long[] chunk = new long[rows * width];
        nodes.sliceRows(first, rows).copyIndexesTo(chunk);
        for (int row = 0; row < rows; row++) {
            int from = row * width;
            long element = block.firstIndex() + first + row;
            int sides = hasParts ? sides(chunk, from, cells.used()) : Heights.NOWHERE;
            if (sides == MIXED) {
                for (Cells.Cell part : cells.parts()) {
                    cut(part, chunk, from, pattern(chunk, from, part.nodes()), element);
                }
            } else if (sides == Heights.NOWHERE) {
                // It has no nodes between its corners, or lacks one.
                int pattern = pattern(chunk, from, cells.corners().nodes());
                if (pattern < 0) {
                    skipped++;
                } else {
                    cut(cells.corners(), chunk, from, pattern, element);
                }
            }
        }
    }

    private void cut(Cells.Cell cell, long[] nodes, int from, int pattern, long element) {
        int[] own = cell.nodes();
        if (pattern == 0 || pattern == (1 << own.length) - 1) {
            return;
        }
        for (int[] ring : cell.cut().rings(pattern)) {
            for (int i = 0; i < ring.length; i += 2) {
                add(nodes[from + own[ring[i]]], nodes[from + own[ring[i + 1]]]);
            }
            close(element);
        }
    }

    /// Returns on which side some nodes of an element are, [#MIXED] if on both, and `NOWHERE` if one is nowhere.
    private int sides(long[] nodes, int from, int[] some) {
        int first = side(nodes[from + some[0]]);
        int sides = first;
        for (int node : some) {
            int side = side(nodes[from + node]);
            if (side == Heights.NOWHERE) {
                return side;
            }
            sides = side == first ? sides : MIXED;
        }
        return sides;
    }

    private byte side(long node) {
        return node >= 0 && node < nodeCount ? heights.side(node) : Heights.NOWHERE;
    }

    /// @return a bit for each node that is above; -1 when one is nowhere
    private int pattern(long[] nodes, int from, int[] some) {
        int pattern = 0;
        for (int i = 0; i < some.length; i++) {
            byte side = side(nodes[from + some[i]]);
            if (side == Heights.NOWHERE) {
                return -1;
            }
            pattern |= side << i;
        }
        return pattern;
    }

    private boolean areSomewhere(long[] nodes) {
        return Arrays.stream(nodes).allMatch(node -> node >= 0 && node < nodeCount
                && heights.side(node) != Heights.NOWHERE);
    }

    /// Cuts polygons: a line for each run of nodes above the plane.
    void polygons(ElementBlock block, JaggedView rows, long first, int number) {
        for (long row = first; row < first + number; row++) {
            long[] nodes = rows.row(row).toIndexes();
            if (nodes.length < 3 || !areSomewhere(nodes)) {
                skipped++;
                continue;
            }
            for (long[] run : runs(nodes)) {
                add(run[0], run[1]);
                add(run[2], run[3]);
                close(block.firstIndex() + row);
            }
        }
    }

    private List<long[]> runs(long[] face) {
        List<long[]> runs = new ArrayList<>();
        int n = face.length;
        for (int i = 0; i < n; i++) {
            int next = (i + 1) % n;
            if (heights.side(face[i]) == Heights.BELOW && heights.side(face[next]) == Heights.ABOVE) {
                int end = next;
                while (heights.side(face[(end + 1) % n]) == Heights.ABOVE) {
                    end = (end + 1) % n;
                }
                runs.add(new long[] {face[i], face[next], face[end], face[(end + 1) % n]});
            }
        }
        return runs;
    }

    /// Cuts polyhedra, whose faces look one way or the other.
    void polyhedra(ElementBlock block, JaggedView rows, FaceCorners corners, long first, int number) {
        for (long row = first; row < first + number; row++) {
            List<long[]> faces = Arrays.stream(rows.row(row).toIndexes()).mapToObj(corners::nodeIndexes).toList();
            if (faces.isEmpty() || !faces.stream().allMatch(face -> face.length >= 3 && areSomewhere(face))) {
                skipped++;
                continue;
            }
            List<List<Edge>> rings = rings(faces);
            if (rings.isEmpty() && faces.stream().anyMatch(face -> !runs(face).isEmpty())) {
                skipped++;
            }
            for (List<Edge> ring : rings) {
                ring.forEach(edge -> add(edge.low, edge.high));
                close(block.firstIndex() + row);
            }
        }
    }

    private record Edge(long low, long high) {

        static Edge of(long a, long b) {
            return new Edge(Math.min(a, b), Math.max(a, b));
        }
    }

    /// @return nothing when the faces do not close
    private List<List<Edge>> rings(List<long[]> faces) {
        Map<Edge, List<Edge>> next = new LinkedHashMap<>();
        for (long[] face : faces) {
            for (long[] run : runs(face)) {
                Edge from = Edge.of(run[0], run[1]);
                Edge to = Edge.of(run[2], run[3]);
                next.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
                next.computeIfAbsent(to, _ -> new ArrayList<>()).add(from);
            }
        }
        if (!next.values().stream().allMatch(ends -> ends.size() == 2)) {
            return List.of();
        }
        List<List<Edge>> rings = new ArrayList<>();
        Map<Edge, Boolean> done = new HashMap<>();
        for (Edge start : next.keySet()) {
            List<Edge> ring = new ArrayList<>();
            Edge at = start;
            while (at != null && done.putIfAbsent(at, true) == null) {
                ring.add(at);
                Edge here = at;
                at = next.getOrDefault(here, List.of()).stream().filter(edge -> !done.containsKey(edge)).findFirst()
                        .orElse(null);
            }
            if (!ring.isEmpty()) {
                rings.add(ring);
            }
        }
        return rings;
    }

    static boolean isCut(Family family) {
        return family.dimension() > 0;
    }
}
