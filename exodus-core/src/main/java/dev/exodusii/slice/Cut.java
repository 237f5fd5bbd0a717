package dev.exodusii.slice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// How cells of one form are cut, for each way in which their corners may be above and below.
///
/// A solid is seen as its faces, and a face as its edges. Going round a face, each run of corners above the plane begins
/// and ends at an edge that is cut, and the cut goes from the one to the other. Neighbours see the same runs on their
/// common face, so that cuts meet; and since each edge is in two faces, the cuts of all faces close to rings. Faces that are
/// so warped that they have two runs are cut in two places, in the same way from both sides.
///
/// Immutable; patterns are looked at when they are first met, and kept for cells that have not too many of them.
final class Cut {

    /// A pattern is the index of an array.
    private static final int MOST_KEPT = 16;

    private final boolean isSolid;
    private final int[][] faces;
    /// For each pattern (bit *i* tells whether corner *i* is above) the rings, each as pairs of corners.
    private final AtomicReferenceArray<int[][]> known;

    /// @param corners how many corners a cell has
    /// @param faces   the corners of each face, in turn, all seen from the same side; that of a flat cell or of a line
    ///                alone
    Cut(int corners, boolean isSolid, int[][] faces) {
        this.isSolid = isSolid;
        this.faces = faces;
        this.known = new AtomicReferenceArray<>(corners > MOST_KEPT ? 0 : 1 << corners);
    }

    /// Returns the rings of a pattern; those of flat cells and lines are lines from one edge to another, and single edges.
    int[][] rings(int pattern) {
        if (known.length() == 0) {
            return find(pattern);
        }
        int[][] rings = known.get(pattern);
        if (rings == null) {
            rings = find(pattern);
            known.set(pattern, rings);
        }
        return rings;
    }

    private int[][] find(int pattern) {
        return isSolid ? rings(faces, pattern) : runs(faces[0], pattern);
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
