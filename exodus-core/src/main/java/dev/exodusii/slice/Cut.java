package dev.exodusii.slice;

import dev.exodusii.topology.Topology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How elements of one shape are cut, for each way in which their corners may be above and below.
///
/// A solid is seen as its faces, and a face as its edges. Going round a face, each run of corners above the plane begins
/// and ends at an edge that is cut, and the cut goes from the one to the other. Neighbours see the same runs on their
/// common face, so that cuts meet; and since each edge is in two faces, the cuts of all faces close to rings. Faces that are
/// so warped that they have two runs are cut in two places, in the same way from both sides.
///
/// @param rings for each pattern (bit *i* tells whether corner *i* is above) the rings, each as pairs of corners
record Cut(int[][][] rings) {

    private static final ConcurrentHashMap<Topology, Cut> KNOWN = new ConcurrentHashMap<>();

    /// Returns the cuts of a solid, a flat element or a line; rings of the latter two are lines from one edge to another,
    /// and single edges.
    static Cut of(Topology topology) {
        Cut known = KNOWN.get(topology);
        return known != null ? known : KNOWN.computeIfAbsent(topology, Cut::make);
    }

    private static Cut make(Topology topology) {
        int corners = topology.cornerCount();
        int[][] faces = faces(topology);
        int[][][] rings = new int[1 << corners][][];
        for (int pattern = 0; pattern < rings.length; pattern++) {
            rings[pattern] = topology.isSolid() ? rings(faces, pattern) : runs(faces[0], pattern);
        }
        return new Cut(rings);
    }

    private static int[][] faces(Topology topology) {
        if (!topology.isSolid()) {
            int[] all = new int[topology.cornerCount()];
            Arrays.setAll(all, corner -> corner);
            return new int[][] {all};
        }
        int[][] faces = new int[topology.sideCount()][];
        for (int side = 0; side < faces.length; side++) {
            faces[side] = Arrays.copyOf(topology.sideNodes(side), topology.sideCornerCount(side));
        }
        return faces;
    }

    private static boolean isAbove(int pattern, int corner) {
        return (pattern >> corner & 1) != 0;
    }

    /// The runs of corners above on one face, each as the edge before it and the edge after it.
    private static int[][] runs(int[] face, int pattern) {
        int n = face.length;
        if (n == 2) {
            // A line is cut at one place.
            return isAbove(pattern, 0) == isAbove(pattern, 1) ? new int[0][] : new int[][] {{0, 1}};
        }
        List<int[]> runs = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int next = (i + 1) % n;
            if (!isAbove(pattern, face[i]) && isAbove(pattern, face[next])) {
                int end = next;
                while (isAbove(pattern, face[(end + 1) % n])) {
                    end = (end + 1) % n;
                }
                runs.add(new int[] {face[i], face[next], face[end], face[(end + 1) % n]});
            }
        }
        return runs.toArray(int[][]::new);
    }

    private static int[][] rings(int[][] faces, int pattern) {
        Map<Integer, int[]> cuts = new HashMap<>();
        for (int[] face : faces) {
            for (int[] run : runs(face, pattern)) {
                // The next face goes along the edge the other way: where one run ends, another one begins.
                cuts.put(edge(run[2], run[3]), run);
            }
        }
        List<int[]> rings = new ArrayList<>();
        while (!cuts.isEmpty()) {
            int first = cuts.keySet().stream().min(Integer::compare).orElseThrow();
            List<Integer> ring = new ArrayList<>();
            int[] run = cuts.remove(first);
            while (run != null) {
                ring.add(run[2]);
                ring.add(run[3]);
                run = cuts.remove(edge(run[0], run[1]));
            }
            rings.add(ring.stream().mapToInt(Integer::intValue).toArray());
        }
        return rings.toArray(int[][]::new);
    }

    private static int edge(int a, int b) {
        return Math.min(a, b) << 8 | Math.max(a, b);
    }
}
